#pragma once
// Figures of reports: lengths and ratios as decimal numbers, the same on every machine.

#include <cmath>

#include "base/length.hpp"

namespace paiban::report {

/// Ten-thousandths are as fine as any reader of a report looks, and print without a tail of noise.
inline constexpr double precision = 1e4;

[[nodiscard]] inline double rounded(double value) { return std::round(value * precision) / precision; }
[[nodiscard]] inline double in_points(Length length) {
  return rounded(static_cast<double>(length.count()) / static_cast<double>(Length::units_per_point));
}
[[nodiscard]] inline double in_em(Length length, Length em) {
  return rounded(static_cast<double>(length.count()) / static_cast<double>(em.count()));
}
[[nodiscard]] inline double plain(Ratio ratio) { return rounded(static_cast<double>(ratio.ten_thousandths) / precision); }

}  // namespace paiban::report
