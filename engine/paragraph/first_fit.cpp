#include "paragraph/first_fit.hpp"

#include <optional>

#include "paragraph/costs.hpp"

namespace paiban::paragraph {
namespace {

using text::Break;

/// Width when every mark is squeezed to the press's least; Han–Latin gaps and digits are not the press's to squeeze.
Length least_width(const Extent& extent, const Setting& setting, Length em) {
  const Length tracked = em * setting.tracking * extent.opens;
  const Length kept = em * Ratio{press_least_mark - 5'000};  // what stays of a mark's blank half
  return extent.natural + tracked - extent.give + kept * extent.marks;
}

/// Whether the press takes the line; it must also be possible, which rounding alone cannot decide.
bool takes(const Extent& extent, const Setting& setting, Length measure, Length em) {
  const Length possible = extent.natural + em * setting.tracking * extent.opens - extent.give - extent.gap_give;
  return possible <= measure && least_width(extent, setting, em) <= measure + em * Ratio{press_rounding};
}

/// The end of the line that begins at `first`: the last legal place that fits, else an emergency one, else any.
std::uint32_t line_end(const Ruler& ruler, std::uint32_t first, const Setting& setting) {
  const auto& paragraph = ruler.paragraph();
  const auto count = static_cast<std::uint32_t>(paragraph.units.size());
  const Length measure = setting.measure - setting.indent_of(first);
  const Length reach = furthest_width(measure, paragraph.em, Ratio{tightest_given});
  std::optional<std::uint32_t> legal, emergency;
  std::uint32_t fitting = first + 1;
  for (std::uint32_t last = first + 1; last <= count; ++last) {
    const Extent extent = ruler.extent(first, last, setting.keeps_blank(first));
    const Break rule = last == count ? Break::closed : paragraph.joints[last - 1].rule;
    const bool given = rule == Break::forced && tightest_given_width(extent, paragraph.em) <= measure;
    const bool fits = takes(extent, setting, measure, paragraph.em);
    if ((fits || given) && (rule == Break::forced || rule == Break::closed)) return last;
    if (least_width(extent, setting, paragraph.em) > reach) break;
    if (!fits) continue;
    fitting = last;
    if (rule == Break::allowed) legal = last;
    if (rule == Break::emergency) emergency = last;
  }
  return legal.value_or(emergency.value_or(fitting));
}

}  // namespace

std::vector<Line> first_fit(const Ruler& ruler, const Setting& setting) {
  const auto& paragraph = ruler.paragraph();
  const auto count = static_cast<std::uint32_t>(paragraph.units.size());
  std::vector<Line> lines;
  for (std::uint32_t first = 0; first < count;) {
    const std::uint32_t last = line_end(ruler, first, setting);
    lines.push_back(make_line(ruler, first, last, setting));
    first = last;
  }
  return lines;
}

}  // namespace paiban::paragraph
