#pragma once
// Single rows of text in their boxes: headlines, captions, furniture.

#include "base/length.hpp"
#include "document/style.hpp"
#include "page/composed_page.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// How a row was set.
struct Row {
  paragraph::Line line;
  Length x;                ///< of the line's start from the box's left
  bool too_wide = false;   ///< wider than the box whatever was tried
  bool too_short = false;  ///< its style asks to fill the box, and it does not
};

/// Sets a text as one row in a box of `width`, between its style's margins: by the style's fit, else naturally at `align`; a row
/// wider than its box is tracked down to tightest_head.
[[nodiscard]] Row set_row(const text::ShapedParagraph& paragraph, const document::Style& style, Length width,
                          document::Align align);

/// 均排: opens a line that is short to its measure; one of a single unit stays as it is.
void spread(paragraph::Line& line);

/// Where a line that is narrower than its measure begins, from the measure's start.
[[nodiscard]] Length aligned(Length set, Length measure, document::Align align);

}  // namespace paiban::page
