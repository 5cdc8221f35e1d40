#pragma once
// A display list as text: what the golden tests compare.

#include <span>
#include <string>

#include "font/font_catalogue.hpp"
#include "paint/display_list.hpp"

namespace paiban::render {

/// One item a line, in painting order, lengths in points with at most four decimals. The words of a line:
///
///     page NUMBER WIDTH HEIGHT "TITLE" DATE
///     open NAME | close NAME
///     rule X Y X Y WIDTH SWATCH
///     fill X Y WIDTH HEIGHT SWATCH
///     picture X Y WIDTH HEIGHT crop LEFT TOP RIGHT BOTTOM "NAME" [crossed]
///     text FACE SIZE [wide SCALE] [turned] SWATCH "TEXT" y Y: GLYPH@X GLYPH@X …
///
/// A glyph on another height than the one before is GLYPH@X,Y; several glyphs or bytes that belong together are not shown
/// apart: the text says what they mean.
[[nodiscard]] std::string dump(const paint::DisplayList& page, const font::FontCatalogue& fonts);
[[nodiscard]] std::string dump(std::span<const paint::DisplayList> pages, const font::FontCatalogue& fonts);

}  // namespace paiban::render
