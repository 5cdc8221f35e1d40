#include "paragraph/compose.hpp"

#include <compare>

#include "paragraph/best_fit.hpp"
#include "paragraph/costs.hpp"
#include "paragraph/findings.hpp"
#include "paragraph/first_fit.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::paragraph {
namespace {

/// How two settings of one paragraph are compared (typography A6): what a reader stops at, then lines, then unevenness.
struct Standing {
  Cost violations = 0;
  std::size_t lines = 0;
  Cost unevenness = 0;  ///< sum of squared gaps
  friend auto operator<=>(const Standing&, const Standing&) = default;
};

Cost price_of(Finding finding) {
  switch (finding) {
    case Finding::loose:
      return forbidden::too_loose;
    case Finding::lone_character:
      return forbidden::lone_character;
    case Finding::parted_in_need:
      return forbidden::emergency_break;
  }
  return 0;
}

Standing standing_of(const text::ShapedParagraph& paragraph, const std::vector<Line>& lines) {
  Standing standing{0, lines.size(), 0};
  for (const Line& line : lines) {
    for (const Finding finding : findings_in(paragraph, line)) standing.violations += price_of(finding);
    const bool unlawful = line.last < paragraph.units.size() && paragraph.joints[line.last - 1].rule == text::Break::never;
    if (unlawful || line.set > line.measure) standing.violations += forbidden::overflow;
    if (line.justified) standing.unevenness += as_gap(gap_of(paragraph, line).ten_thousandths);
  }
  return standing;
}

/// As many lines as cost least; but never worse than first fit, which a reader would rightly ask for then. The composer's
/// prices know more than a Standing (neighbours, ties), so that rarely happens.
std::vector<Line> best_lines(const Ruler& ruler, const Setting& setting, const BestFit& best) {
  const text::ShapedParagraph& paragraph = ruler.paragraph();
  std::vector<Line> lines = best.lines(best.curve().cheapest());
  std::vector<Line> greedy = first_fit(ruler, setting);
  const Standing bar = standing_of(paragraph, greedy);
  if (standing_of(paragraph, lines) <= bar) return lines;
  lines = best.lines(static_cast<int>(greedy.size()));
  return !lines.empty() && standing_of(paragraph, lines) <= bar ? lines : greedy;
}

}  // namespace

std::optional<std::vector<Line>> compose(const text::ShapedParagraph& paragraph, const Setting& setting, Composer composer,
                                         std::optional<int> count) {
  if (paragraph.units.empty()) return std::vector<Line>{};
  const Ruler ruler(paragraph);
  if (composer == Composer::press) {
    auto lines = first_fit(ruler, setting);
    if (count && *count != static_cast<int>(lines.size())) return std::nullopt;
    return lines;
  }
  const BestFit best(ruler, setting);
  if (!count) return best_lines(ruler, setting, best);
  if (!best.curve().at(*count)) return std::nullopt;
  return best.lines(*count);
}

Line single_line(const text::ShapedParagraph& paragraph, const Setting& setting) {
  Line line;
  if (paragraph.units.empty()) return line;
  const Ruler ruler(paragraph);
  const auto count = static_cast<std::uint32_t>(paragraph.units.size());
  const Extent extent = ruler.extent(0, count, false);
  line.last = count;
  line.measure = setting.measure;
  line.natural = extent.natural;
  line.trim_start = paragraph.units.front().trim_start;
  line.trim_end = paragraph.units.back().trim_end;
  line.places = extent.places;
  line.tracking = setting.tracking;
  line.set = extent.natural + paragraph.em * setting.tracking * extent.opens;
  line.justified = false;
  return line;
}

}  // namespace paiban::paragraph
