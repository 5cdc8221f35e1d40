#pragma once
// From the RGB of a drawing to inks, and what prints over what.

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"

namespace paiban::finish {

/// Which of a page's paints print over what is below instead of cutting it out.
struct Overprint {
  bool fill = false, stroke = false;
  friend bool operator==(const Overprint&, const Overprint&) = default;
};

/// The name, in a page's resources, of the graphics state that switches it: "/O0" … "/O3".
[[nodiscard]] std::string_view state_name(Overprint overprint);

/// `content`, a page's, with every rg and RG as the k and K of its inks. Black alone prints over what is below it, for that
/// leaves no white edge where plates are out of register; all other inks, white above all, cut it out. Graphics states of the
/// drawing are dropped: the caller has seen that all are opaque. Error: pdf_not_finished for an RGB that stands for none of
/// `inks`, and for any operator that Cairo has no cause to write here: what is not understood cannot be said to be right on the
/// plates.
[[nodiscard]] Result<std::string> on_plates(std::string_view content, std::span<const paint::Inks> inks);

}  // namespace paiban::finish
