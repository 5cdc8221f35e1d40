#pragma once
// 保持结构: a page whose layout was made up before, filled again with the copy as it is now.

#include <optional>
#include <string>

#include "makeup/plan_page.hpp"

namespace paiban::makeup {

struct KeptPage {
  std::optional<PagePlan> plan;
  int moved = 0;             ///< rows that edges were moved by
  std::string out_of_place;  ///< where there is no plan: the zone that is no module of the area, if that is why
};

/// `zones`: the page's own layout, whose regions the stories of `trial` name. Widths and neighbours stay, heights move as little
/// as they can.
[[nodiscard]] KeptPage keep_page(const Trial& trial, const document::Template& design, const std::vector<document::Zone>& zones);

}  // namespace paiban::makeup
