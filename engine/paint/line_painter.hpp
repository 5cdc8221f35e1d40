#pragma once
// One line of text into glyph runs.

#include <vector>

#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "paint/display_list.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paint {

/// The colour of `swatch` in `design`; black where the design has none of that name.
[[nodiscard]] Colour colour_of(const document::Template& design, const std::string& swatch);

/// Appends `line` to `items`: a run for every stretch of one face, colour and stance, then the marks beside it.
void paint_line(const document::Plan& plan, const text::ShapedParagraph& text, const page::SetLine& line,
                std::vector<Item>& items);

/// Appends a nameplate's glyphs.
void paint_nameplate(const document::Plan& plan, const text::ShapedParagraph& text, const page::SetArtwork& nameplate,
                     std::vector<Item>& items);

}  // namespace paiban::paint
