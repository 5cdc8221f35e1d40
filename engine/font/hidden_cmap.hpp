#pragma once
// A face that knows its glyphs by number alone.

#include <cstddef>
#include <span>

namespace paiban::font {

/// Puts a table of no characters in the place of the cmap of the face `index` of `sfnt` (OpenType 1.9, 4.3 and "cmap"; a
/// collection too). Whatever is no sfnt, or has no cmap of some size, stays as it is.
///
/// Cairo 1.16 looks for the character of each glyph that is new to a document by reading the cmap from its beginning, though we
/// give it the text with the glyphs: half of what a PDF costs.
void hide_cmap(std::span<std::byte> sfnt, int index);

}  // namespace paiban::font
