#include "page/rows.hpp"

#include <algorithm>

#include "page/setting.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::Fit;
using paragraph::Line;

// Heads may be tightened by 5 % (typography H5); tighter, the strokes of neighbours touch.
constexpr Ratio tightest_head{-500};

/// The row opened or tightened to `set`, by tracking within [least, most]; `reached` tells whether that sufficed.
Line track_to(const text::ShapedParagraph& paragraph, Length set, Ratio least, Ratio most, bool& reached) {
  Line line = paragraph::single_line(paragraph, {});
  const paragraph::Extent extent = paragraph::Ruler(paragraph).extent(line.first, line.last, false);
  reached = set == line.set;
  if (extent.opens == 0) return line;
  const Ratio wanted = (set - line.natural).per(paragraph.em * extent.opens);
  line.tracking = std::clamp(wanted, least, most);
  reached = line.tracking == wanted;
  line.set = reached ? set : line.natural + paragraph.em * line.tracking * extent.opens;
  line.justified = true;
  return line;
}

Row fit_row(const text::ShapedParagraph& paragraph, const document::Style& style, Length width) {
  const bool by_ink = style.fit == Fit::ink;
  const Length before = by_ink ? paragraph.units.front().ink_start - paragraph.units.front().trim_start : Length{};
  const Length after = by_ink ? paragraph.units.back().ink_end - paragraph.units.back().trim_end : Length{};
  Row row;
  bool reached = false;
  row.line = track_to(paragraph, width + before + after, style.fit_least, style.fit_most, reached);
  row.x = -before;
  if (!reached) {
    row.too_wide = row.line.set - before - after > width;
    row.too_short = !row.too_wide;
    row.x += (width - (row.line.set - before - after)) / 2;
  }
  return row;
}

Row set_between_margins(const text::ShapedParagraph& paragraph, const document::Style& style, Length width, Align align) {
  const bool ranged = style.fit_least < style.fit_most;
  if (style.fit != Fit::none && ranged) return fit_row(paragraph, style, width);
  Row row;
  row.line = paragraph::single_line(paragraph, {});
  if (row.line.set > width) {
    bool reached = false;
    row.line = track_to(paragraph, width, tightest_head, Ratio{}, reached);
    row.too_wide = !reached;
  }
  row.line.measure = width;
  if (align == Align::spread) spread(row.line);
  row.x = aligned(row.line.set, width, align);
  return row;
}

}  // namespace

void spread(Line& line) {
  if (line.set >= line.measure || line.last - line.first < 2) return;
  line.justified = true;
  line.set = line.measure;
}

Length aligned(Length set, Length measure, Align align) {
  switch (align) {
    case Align::justify:
    case Align::start:
    case Align::spread:
      return Length{};
    case Align::center:
      return (measure - set) / 2;
    case Align::end:
      return measure - set;
  }
  return Length{};
}

Row set_row(const text::ShapedParagraph& paragraph, const document::Style& style, Length width, Align align) {
  if (paragraph.units.empty()) return {};
  Row row = set_between_margins(paragraph, style, setting_for(style, paragraph.em, width).measure, align);
  row.x += margin_of(style, paragraph.em);
  return row;
}

}  // namespace paiban::page
