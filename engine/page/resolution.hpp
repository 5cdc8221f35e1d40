#pragma once
// Whether pictures have pixels enough for the size at which they stand.

#include <cstdint>
#include <span>

#include "page/composed_page.hpp"

namespace paiban::page {

/// Pixels an inch 有效分辨率. Newsprint is screened at 40 lines a centimetre, 100 an inch: with less than a pixel a line, edges
/// fall apart into steps that every reader sees; from one and a half on it looks sharp.
inline constexpr int least_ppi = 100;
inline constexpr int good_ppi = 150;

/// Pixels of the picture's width and height that are seen. 0 where its size is not known.
struct SeenPixels {
  std::int64_t width = 0, height = 0;
};
[[nodiscard]] SeenPixels seen_pixels(const SetPicture& picture);

/// Effective resolution of the part that is seen, rounded down; 0 where the picture's size is not known.
[[nodiscard]] std::int64_t pixels_per_inch(const SetPicture& picture);

/// Reports every picture of `pages` below `least_ppi` (an error) or `good_ppi` (a warning), with its place and how large it may
/// stand. What stands in for a picture is not looked at: it goes away.
void check_resolution(std::span<const ComposedPage> pages, Report& report);

}  // namespace paiban::page
