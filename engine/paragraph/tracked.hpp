#pragma once
// A paragraph set with tracking as the last means.

#include <optional>
#include <vector>

#include "paragraph/compose.hpp"

namespace paiban::paragraph {

struct Tracked {
  std::vector<Line> lines;
  Ratio tracking;
};

/// The best lines, `count` of them if given, with the least tracking (0 first, then ± quarter-per-cent steps up to ±2 %)
/// that needs nothing forbidden: no line too loose, no character alone. Where every tracking needs something, the least bad;
/// nullopt where none reaches `count`.
[[nodiscard]] std::optional<Tracked> compose_tracked(const text::ShapedParagraph& paragraph, Setting setting,
                                                     std::optional<int> count = std::nullopt);

}  // namespace paiban::paragraph
