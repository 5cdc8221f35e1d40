#include "paragraph/compose.hpp"

#include "paragraph/best_fit.hpp"
#include "paragraph/first_fit.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::paragraph {

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
  const int lines = count.value_or(best.curve().cheapest());
  if (!best.curve().at(lines)) return std::nullopt;
  return best.lines(lines);
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
  line.trim_start = extent.trim_start;
  line.trim_end = extent.trim_end;
  line.places = extent.places;
  line.tracking = setting.tracking;
  line.set = extent.natural + paragraph.em * setting.tracking * extent.opens;
  line.justified = false;
  return line;
}

}  // namespace paiban::paragraph
