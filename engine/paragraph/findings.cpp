#include "paragraph/findings.hpp"

#include "paragraph/best_fit.hpp"

namespace paiban::paragraph {

Ratio gap_of(const text::ShapedParagraph& paragraph, const Line& line) {
  if (line.places == 0) return Ratio{};
  return Ratio{scale_rounded((line.set - line.natural).count(), 10'000, paragraph.em.count() * line.places)};
}

std::vector<Finding> findings_in(const text::ShapedParagraph& paragraph, const Line& line) {
  std::vector<Finding> findings;
  const bool last = line.last == paragraph.units.size();
  if (line.justified && gap_of(paragraph, line) > Ratio{loosest_gap}) findings.push_back(Finding::loose);
  if (!last && paragraph.joints[line.last - 1].rule == text::Break::emergency) findings.push_back(Finding::parted_in_need);
  if (last && lone_last_line(paragraph, line.first)) findings.push_back(Finding::lone_character);
  return findings;
}

}  // namespace paiban::paragraph
