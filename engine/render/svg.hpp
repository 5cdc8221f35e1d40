#pragma once
// A display list as an SVG; glyphs are outlines.

#include <string>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "render/context.hpp"

namespace paiban::render {

/// Errors and pictures as for render_pdf. The same list gives the same bytes.
[[nodiscard]] Result<std::string> render_svg(const paint::DisplayList& page, RenderContext& context);

}  // namespace paiban::render
