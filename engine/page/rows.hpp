#pragma once
// Single rows of text in their boxes: headlines, captions, furniture.

#include <cstdint>
#include <optional>

#include "base/length.hpp"
#include "document/style.hpp"
#include "page/composed_page.hpp"
#include "paragraph/ruler.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// How a row was set.
struct Row {
  paragraph::Line line;
  Length x;                ///< of the line's start from the box's left
  bool too_wide = false;   ///< wider than the box whatever was tried
  bool too_short = false;  ///< its style asks to fill the box, and it does not
};

/// Units [first, last) of a text.
struct Stretch {
  std::uint32_t first = 0, last = 0;
};

/// The tracking that a row of `style` may be given: what its fit allows, else down to what any head may.
struct TrackingRange {
  Ratio least, most;
};
[[nodiscard]] TrackingRange tracking_range(const document::Style& style);

/// Sets a stretch of a text as one row in a box of `width`, between its style's margins: by the style's fit, else naturally at
/// `align`; a row wider than its box is tracked down to the least that its style allows. 短题拉开: two to four Han are opened
/// where the style asks for it.
[[nodiscard]] Row set_row(const text::ShapedParagraph& paragraph, Stretch stretch, const document::Style& style, Length width,
                          document::Align align);
/// The whole text.
[[nodiscard]] Row set_row(const text::ShapedParagraph& paragraph, const document::Style& style, Length width,
                          document::Align align);

/// The tracking that brings a stretch to `width` as its style's fit has it, by box or by ink; unbounded. Nullopt where nothing
/// in it opens.
[[nodiscard]] std::optional<Ratio> tracking_to(const paragraph::Ruler& ruler, Stretch stretch, const document::Style& style,
                                               Length width);

/// 均排: opens a line that is short to its measure; one of a single unit stays as it is.
void spread(paragraph::Line& line);

/// Where a line that is narrower than its measure begins, from the measure's start.
[[nodiscard]] Length aligned(Length set, Length measure, document::Align align);

}  // namespace paiban::page
