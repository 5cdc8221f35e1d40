#include "paragraph/tracked.hpp"

#include "paragraph/best_fit.hpp"

namespace paiban::paragraph {

std::optional<Tracked> compose_tracked(const text::ShapedParagraph& paragraph, Setting setting, std::optional<int> count) {
  if (paragraph.units.empty()) return Tracked{};
  const Ruler ruler(paragraph);
  std::optional<Tracked> best;
  Cost least = 0;
  for (int step = 0; step * tracking_step <= most_tracking; ++step) {
    for (const int sign : {-1, 1}) {
      if (step == 0 && sign > 0) continue;
      setting.tracking = Ratio{std::int64_t{sign} * step * tracking_step};
      const BestFit fit(ruler, setting);
      const int lines = count.value_or(fit.curve().cheapest());
      const auto cost = fit.curve().at(lines);
      if (!cost || (best && *cost + step * tracking_step_price >= least)) continue;
      least = *cost + step * tracking_step_price;
      best = Tracked{fit.lines(lines), setting.tracking};
    }
    if (best && least < forbidden::too_loose) break;
  }
  return best;
}

}  // namespace paiban::paragraph
