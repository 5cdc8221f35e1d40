#include "page/rows.hpp"

#include <algorithm>
#include <array>

#include "page/head_prices.hpp"
#include "page/setting.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::Fit;
using document::Style;
using paragraph::Line;
using text::ShapedParagraph;

/// 短题拉开: how far the characters of a head of so many are opened, in em (typography H3).
struct Spread {
  std::size_t characters;
  Ratio least, most;
};
constexpr auto spreads = std::to_array<Spread>(
    {{2, Ratio{15'000}, Ratio{20'000}}, {3, Ratio{10'000}, Ratio{15'000}}, {4, Ratio{5'000}, Ratio{10'000}}});

/// The stretch as one line at its natural width.
Line natural_line(const ShapedParagraph& paragraph, Stretch stretch) {
  const paragraph::Extent extent = paragraph::Ruler(paragraph).extent(stretch.first, stretch.last, false);
  Line line;
  line.first = stretch.first;
  line.last = stretch.last;
  line.natural = line.set = extent.natural;
  line.trim_start = paragraph.units[stretch.first].trim_start;
  line.trim_end = paragraph.units[stretch.last - 1].trim_end;
  line.places = extent.places;
  line.justified = false;
  return line;
}

/// Blank of the first and last cell that fit by ink does not count.
struct Overhang {
  Length before, after;
};
Overhang overhang(const ShapedParagraph& paragraph, Stretch stretch, const Style& style) {
  if (style.fit != Fit::ink) return {};
  const text::Unit& first = paragraph.units[stretch.first];
  const text::Unit& last = paragraph.units[stretch.last - 1];
  return {first.ink_start - first.trim_start, last.ink_end - last.trim_end};
}

/// The row opened or tightened to `set`, by tracking within [least, most]; `reached` tells whether that sufficed.
Line track_to(const ShapedParagraph& paragraph, Stretch stretch, Length set, TrackingRange range, bool& reached) {
  Line line = natural_line(paragraph, stretch);
  const std::uint32_t opens = paragraph::Ruler(paragraph).extent(stretch.first, stretch.last, false).opens;
  reached = set == line.set;
  if (opens == 0) return line;
  const Ratio wanted = (set - line.natural).per(paragraph.em * opens);
  line.tracking = std::clamp(wanted, range.least, range.most);
  reached = line.tracking == wanted;
  line.set = reached ? set : line.natural + paragraph.em * line.tracking * opens;
  line.justified = true;
  return line;
}

Row fit_row(const ShapedParagraph& paragraph, Stretch stretch, const Style& style, Length width) {
  const Overhang ink = overhang(paragraph, stretch, style);
  Row row;
  bool reached = false;
  row.line = track_to(paragraph, stretch, width + ink.before + ink.after, {style.fit_least, style.fit_most}, reached);
  row.x = -ink.before;
  if (!reached) {
    const Length over = row.line.set - ink.before - ink.after - width;
    row.too_wide = over > Length{};
    row.too_short = !row.too_wide;
    row.x -= over / 2;
  }
  return row;
}

/// The row with its few characters opened as far as its box allows, if they may be.
void spread_short(const ShapedParagraph& paragraph, Stretch stretch, Length width, Line& line) {
  const auto spread = std::ranges::find(spreads, stretch.last - stretch.first, &Spread::characters);
  if (spread == spreads.end()) return;
  for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
    if (paragraph.units[i].cls != text::CharClass::han) return;
  const std::uint32_t gaps = stretch.last - stretch.first - 1;
  const Length most = std::min(width, line.natural + paragraph.em * spread->most * gaps);
  if (most < line.natural + paragraph.em * spread->least * gaps) return;
  line.tracking = (most - line.natural).per(paragraph.em * gaps);
  line.set = most;
  line.justified = true;
}

bool fits_its_width(const Style& style) { return style.fit != Fit::none && style.fit_least < style.fit_most; }

Row set_between_margins(const ShapedParagraph& paragraph, Stretch stretch, const Style& style, Length width, Align align) {
  if (fits_its_width(style)) return fit_row(paragraph, stretch, style, width);
  Row row;
  row.line = natural_line(paragraph, stretch);
  if (style.short_heads == document::ShortHeads::spread) spread_short(paragraph, stretch, width, row.line);
  if (row.line.set > width) {
    bool reached = false;
    row.line = track_to(paragraph, stretch, width, {tracking_range(style).least, Ratio{}}, reached);
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

TrackingRange tracking_range(const Style& style) {
  if (fits_its_width(style)) return {style.fit_least, style.fit_most};
  return {style.fit_least < Ratio{} ? style.fit_least : head_prices::tightest, Ratio{}};
}

std::optional<Ratio> tracking_to(const paragraph::Ruler& ruler, Stretch stretch, const Style& style, Length width) {
  const Overhang ink = overhang(ruler.paragraph(), stretch, style);
  const paragraph::Extent extent = ruler.extent(stretch.first, stretch.last, false);
  if (extent.opens == 0) return std::nullopt;
  return (width + ink.before + ink.after - extent.natural).per(ruler.paragraph().em * extent.opens);
}

Row set_row(const ShapedParagraph& paragraph, Stretch stretch, const Style& style, Length width, Align align) {
  if (stretch.first == stretch.last) return {};
  Row row = set_between_margins(paragraph, stretch, style, setting_for(style, paragraph.em, width).measure, align);
  row.x += margin_of(style, paragraph.em);
  return row;
}

Row set_row(const ShapedParagraph& paragraph, const Style& style, Length width, Align align) {
  return set_row(paragraph, {0, static_cast<std::uint32_t>(paragraph.units.size())}, style, width, align);
}

}  // namespace paiban::page
