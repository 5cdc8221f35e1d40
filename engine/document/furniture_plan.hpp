#pragma once
// The words of the furniture: parts of the masthead, and patterns with the issue's fields filled in.

#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"

namespace paiban::document {

/// The furniture of one page of `plan`, its texts added to `plan`. What has nothing to show has no texts.
[[nodiscard]] std::vector<PlannedFurniture> plan_furniture(Plan& plan);

/// Reports a part of the masthead that `design` shows nowhere, and one that it shows and `issue` lacks.
void check_masthead(const Issue& issue, const Template& design, Report& report);

}  // namespace paiban::document
