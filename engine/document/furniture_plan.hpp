#pragma once
// The words of the furniture: parts of the masthead, and patterns with the issue's fields filled in.

#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"

namespace paiban::document {

/// The furniture of `page`, as its sheet of `plan`'s design has it, its texts added to `plan`. What has nothing to show has no
/// texts.
[[nodiscard]] std::vector<PlannedFurniture> plan_furniture(Plan& plan, const Page& page);

/// Reports a part of the masthead that `design` shows nowhere, and one that a page of `issue` shows and it lacks.
void check_masthead(const Issue& issue, const Template& design, Report& report);

}  // namespace paiban::document
