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

Ruler::Ruler(const text::ShapedParagraph& paragraph)
    : paragraph_(&paragraph), starts_(paragraph.units.size()), ends_(paragraph.units.size() + 1) {
  Edge sum;
  for (std::size_t i = 0; i < paragraph.units.size(); ++i) {
    const Unit& unit = paragraph.units[i];
    starts_[i] = sum;
    starts_[i].natural += unit.trim_start;
    starts_[i].give += unit.give_start;  // an edge mark's blank is trimmed, not squeezed
    starts_[i].marks += unit.give_start > Length{} ? 1U : 0U;

    sum.natural += unit.width;
    sum.give += unit.give_start + unit.give_end;
    sum.marks += unit.give_start + unit.give_end > Length{} ? 1U : 0U;
    sum.characters += unit.characters;
    Edge& end = ends_[i + 1] = sum;
    end.natural -= unit.trim_end;
    end.give -= unit.give_end;
    end.marks -= unit.give_end > Length{} ? 1U : 0U;
    if (i > 0 && stands_behind(unit, unit.trim_end)) leave_out(i - 1, end);
    if (i == paragraph.joints.size()) break;

    const Joint& joint = paragraph.joints[i];
    end.natural += joint.hyphen;
    sum.natural += joint.gap;
    sum.gap_give += joint.gap - joint.gap_least;
    sum.opens += joint.opens ? 1U : 0U;
    sum.characters += joint.gap_kind == Squeeze::word_space ? 1U : 0U;
  }
}

/// Before a unit that stands behind the line's end there is no place in the line, or the gap there would be the edge's.
void Ruler::leave_out(std::size_t joint, Edge& end) const {
  const Joint& before = paragraph_->joints[joint];
  end.natural -= before.gap;
  end.gap_give -= before.gap - before.gap_least;
  end.opens -= before.opens ? 1U : 0U;
  end.characters -= paragraph_->units[joint + 1].characters;
}

/// A line of one unit: what its two edges both left out.
void Ruler::mend_single(Extent& extent, std::uint32_t index) const {
  const Unit& unit = paragraph_->units[index];
  if (unit.give_start > Length{} && unit.give_end > Length{}) ++extent.marks;
  if (index == 0 || !stands_behind(unit, unit.trim_end)) return;
  const Joint& before = paragraph_->joints[index - 1];
  extent.natural += before.gap;
  extent.gap_give += before.gap - before.gap_least;
  extent.opens += before.opens ? 1U : 0U;
  extent.places += unit.characters;
}

Length tightest_given_width(const Extent& extent, Length em) {
  return extent.natural - extent.give - extent.gap_give + em * Ratio{tightest_given} * extent.opens;
}

Length furthest_width(Length measure, Length em, Ratio tightening) { return measure + measure * -tightening * 2 + em; }

std::int64_t tightening_needed(const Extent& extent, Ratio tracking, Length width, Length em) {
  const Length lack = extent.natural + em * tracking * extent.opens - extent.give - extent.gap_give - width;
  if (lack <= Length{}) return 0;
  if (extent.opens == 0) return beyond_tightening;
  const std::int64_t places = em.count() * extent.opens;
  return (lack.count() * 10'000 + places - 1) / places;
}

Line make_line(const Ruler& ruler, std::uint32_t first, std::uint32_t last, const Setting& setting) {
  const text::ShapedParagraph& paragraph = ruler.paragraph();
  const bool closing = last == paragraph.units.size();
  const text::Break end = closing ? text::Break::closed : paragraph.joints[last - 1].rule;
  Line line;
  line.first = first;
  line.last = last;
  line.indent = setting.indent_of(first);
  line.measure = setting.measure - line.indent;
  const Extent extent = ruler.extent(first, last, setting.keeps_blank(first));
  line.natural = extent.natural;
  line.trim_start = setting.keeps_blank(first) ? Length{} : paragraph.units[first].trim_start;
  line.trim_end = paragraph.units[last - 1].trim_end;
  line.places = extent.places;
  line.hyphenated = !closing && paragraph.joints[last - 1].hyphen > Length{};
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
    // Nothing opens it again to the very measure. A place takes both trackings as one, rounded once.
    const Length squeezed = extent.natural - extent.give - extent.gap_give;
    if (!line.justified) line.set = std::min(line.set, squeezed + paragraph.em * line.tracking * extent.opens);
    return line;
  }
  line.set = std::max(line.set, end == text::Break::forced ? tightest_given_width(extent, paragraph.em) : least);
  return line;
}

}  // namespace paiban::paragraph
