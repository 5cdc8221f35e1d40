#pragma once
// Places on a page that is drawn in pixels.

#include "base/length.hpp"
#include "paint/display_list.hpp"

namespace paiban::render {

/// A part of a page, in its pixels.
struct PixelBox {
  int x = 0, y = 0, width = 0, height = 0;
};

/// How many pixels the page has at `dpi`: what render_png gives.
[[nodiscard]] PixelBox pixels_of(const paint::DisplayList& page, int dpi);

/// How many pixels a length has at `dpi`, as drawn.
[[nodiscard]] int in_pixels(Length length, int dpi);

}  // namespace paiban::render
