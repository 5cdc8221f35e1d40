#pragma once
// 分行: a head in one text cut into rows by the meaning of its words.

#include <cstdint>
#include <vector>

#include "page/head_prices.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// Rows of one text: row i is units [ends[i - 1], ends[i]).
struct Division {
  std::vector<std::uint32_t> ends;
  Price price = 0;
};

/// Every lawful way to cut `head` into `rows` rows (1 to head_prices::most_rows), the cheapest first; equal ones with the
/// longer row above first. Its seams must be known (text::mark_seams). Empty where it cannot be cut so.
[[nodiscard]] std::vector<Division> divisions(const text::ShapedParagraph& head, int rows);

}  // namespace paiban::page
