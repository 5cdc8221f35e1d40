#pragma once
// 留版 on the page: the labels of stand-ins, and how copy that came differs from its promise.

#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// Fills SetStory::promised and `labels`, for a story whose copy and pictures are set. `measure`: of its legs; zero where it has
/// none.
void set_promise(const Material& material, const document::PlannedModule& module, Length measure, SetStory& story);

}  // namespace paiban::page
