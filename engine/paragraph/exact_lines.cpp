#include "paragraph/exact_lines.hpp"

#include <algorithm>

#include "paragraph/findings.hpp"

namespace paiban::paragraph {
namespace {

/// To fill `missing` lines more than `loosest` has: its last line to the end, the whole ones, and what a last line must hold.
int characters_to_add(const text::ShapedParagraph& paragraph, const Setting& setting, const std::vector<Line>& loosest,
                      int missing) {
  const auto in_line = static_cast<int>(setting.measure.count() / paragraph.em.count());
  const int to_the_end = std::max(0, in_line - text::characters_from(paragraph, loosest.back().first));
  return to_the_end + (missing - 1) * in_line + fewest_in_last_line;
}

}  // namespace

void Spending::add(const Spending& other) {
  looseness += other.looseness;
  squeezed += other.squeezed;
  opened += other.opened;
  tightest = std::min(tightest, other.tightest);
  loosest = std::max(loosest, other.loosest);
}

Spending spending_of(const text::ShapedParagraph& paragraph, const std::vector<Line>& lines, int cheapest) {
  Spending spent{static_cast<int>(lines.size()) - cheapest, {}, {}, {}, {}};
  for (const Line& line : lines) {
    const Length change = line.set - line.natural;
    const std::uint32_t opens = Ruler(paragraph).extent(line.first, line.last, false).opens;
    const Length tightened = paragraph.em * line.tracking * opens;
    if (change < Length{}) spent.squeezed += std::max(Length{}, tightened - change);
    if (change > Length{}) spent.opened += change;
    spent.tightest = std::min(spent.tightest, line.tracking);
    if (line.justified) spent.loosest = std::max(spent.loosest, gap_of(paragraph, line));
  }
  return spent;
}

tl::expected<ExactLines, OutOfReach> set_exactly(const text::ShapedParagraph& paragraph, const Setting& setting, int count) {
  const Ruler ruler(paragraph);
  const BestFit best(ruler, setting);
  const CostCurve& curve = best.curve();
  if (curve.at(count)) {
    ExactLines exact{best.lines(count), {}};
    exact.spent = spending_of(paragraph, exact.lines, curve.cheapest());
    return exact;
  }
  OutOfReach out{curve.least, curve.most(), 0};
  if (count < curve.least)
    out.characters = text::characters_from(paragraph, best.furthest_end(count));
  else
    out.characters = characters_to_add(paragraph, setting, best.lines(curve.most()), count - curve.most());
  return tl::unexpected(out);
}

}  // namespace paiban::paragraph
