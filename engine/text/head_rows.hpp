#pragma once
// 标题分行的检查: what is wrong with the rows that an editor gave a head.

#include "base/diagnostic.hpp"
#include "document/plan.hpp"

namespace paiban::text {

/// Reports rows of heads that part what belongs together, that begin or end with a word that should not stand there, or that
/// are a lone word (typography H4). Warnings; where a <sic> beside the row's end says why, nothing is said.
void check_head_rows(const document::Plan& plan, Report& report);

}  // namespace paiban::text
