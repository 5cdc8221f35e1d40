#pragma once
// A page as a PNG that is small to send: for the web.

#include <string>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "render/context.hpp"

namespace paiban::render {

/// The page at `dpi`, in sixteen levels of each colour, its pictures in sixty-four: nobody sees it on the edges of type. Two to
/// four times as small as render_png's, and slower. Errors: as for render_png.
[[nodiscard]] Result<std::string> render_small_png(const paint::DisplayList& page, int dpi, RenderContext& context);

}  // namespace paiban::render
