#pragma once
// 先排后齐: the press's own way. Take every character that fits at least widths, then open the line to the measure.

#include <vector>

#include "paragraph/ruler.hpp"

namespace paiban::paragraph {

[[nodiscard]] std::vector<Line> first_fit(const Ruler& ruler, const Setting& setting);

}  // namespace paiban::paragraph
