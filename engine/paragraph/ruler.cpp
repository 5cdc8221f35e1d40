#include "paragraph/ruler.hpp"

#include <algorithm>

#include "paragraph/costs.hpp"

namespace paiban::paragraph {

using text::Joint;
using text::Squeeze;
using text::Unit;

namespace {

// An em a place: no style and no composer tightens so far.
constexpr std::int64_t beyond_tightening = 10'000;

}  // namespace

Ruler::Ruler(const text::ShapedParagraph& paragraph) : paragraph_(&paragraph), before_(paragraph.units.size() + 1) {
  for (std::size_t i = 0; i < paragraph.units.size(); ++i) {
    const Unit& unit = paragraph.units[i];
    Sums sums = before_[i];
    sums.width += unit.width.count();
    sums.give += (unit.give_start + unit.give_end).count();
    sums.marks += unit.give_start + unit.give_end > Length{} ? 1U : 0U;
    sums.characters += unit.characters;
    if (i < paragraph.joints.size()) {
      const Joint& joint = paragraph.joints[i];
      sums.width += joint.gap.count();
      sums.gap_give += (joint.gap - joint.gap_least).count();
      sums.opens += joint.opens ? 1U : 0U;
      sums.characters += joint.gap_kind == Squeeze::word_space ? 1U : 0U;
    }
    before_[i + 1] = sums;
  }
}

Length tightest_given_width(const Extent& extent, Length em) {
  return extent.natural - extent.give - extent.gap_give + em * Ratio{tightest_given} * extent.opens;
}

Length furthest_width(Length measure, Length em) { return measure + measure * -Ratio{tightest_given} + em * 2; }

std::int64_t tightening_needed(const Extent& extent, Ratio tracking, Length width, Length em) {
  const Length lack = extent.natural + em * tracking * extent.opens - extent.give - extent.gap_give - width;
  if (lack <= Length{}) return 0;
  if (extent.opens == 0) return beyond_tightening;
  const std::int64_t places = em.count() * extent.opens;
  return (lack.count() * 10'000 + places - 1) / places;
}

std::int64_t mean_gap(const Extent& extent, Length width, Length em) {
  const std::uint32_t places = std::max(extent.places, 1U);  // a line of one character is as loose as all its white
  return scale_rounded((width - extent.natural).count(), 10'000, em.count() * places);
}

Line make_line(const Ruler& ruler, std::uint32_t first, std::uint32_t last, const Setting& setting) {
  const text::ShapedParagraph& paragraph = ruler.paragraph();
  const bool opening = first == 0;
  const bool closing = last == paragraph.units.size();
  const text::Break end = closing ? text::Break::closed : paragraph.joints[last - 1].rule;
  Line line;
  line.first = first;
  line.last = last;
  line.indent = opening ? setting.indent : Length{};
  line.measure = setting.measure - line.indent;
  const bool keep_blank = opening && setting.indent > Length{} && !setting.trim_after_indent;
  const Extent extent = ruler.extent(first, last, keep_blank);
  line.natural = extent.natural;
  line.trim_start = extent.trim_start;
  line.trim_end = extent.trim_end;
  line.places = extent.places;
  line.tracking = setting.tracking;
  const Length tracked = extent.natural + paragraph.em * setting.tracking * extent.opens;
  const bool too_loose = end == text::Break::forced && mean_gap(extent, line.measure, paragraph.em) > loosest_gap;
  line.justified = end != text::Break::closed && !too_loose && extent.opens > 0;
  line.set = line.justified ? line.measure : std::min(tracked, line.measure);
  const Length least = tracked - extent.give - extent.gap_give;
  if (line.set >= least) return line;
  const Ratio tightened{-tightening_needed(extent, setting.tracking, line.set, paragraph.em)};
  if (tightened >= setting.tightening) {
    line.tracking = line.tracking + tightened;
    // Nothing opens it again to the very measure.
    if (!line.justified) line.set = std::min(line.set, least + paragraph.em * tightened * extent.opens);
    return line;
  }
  line.set = std::max(line.set, end == text::Break::forced ? tightest_given_width(extent, paragraph.em) : least);
  return line;
}

}  // namespace paiban::paragraph
