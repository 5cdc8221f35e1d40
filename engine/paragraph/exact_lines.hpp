#pragma once
// 定行: a paragraph in exactly so many lines, and what that spent.

#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include "paragraph/best_fit.hpp"

namespace paiban::paragraph {

/// What lines have spent of their means, in the order in which these are spent: breaking, squeezing, opening, tightening.
struct Spending {
  int looseness = 0;                ///< lines more (fewer: below 0) than the cheapest setting has
  Length squeezed;                  ///< taken from marks and gaps, all lines together
  Length opened;                    ///< added to places, all lines together
  Ratio tightest, loosest;          ///< tracking of the line that is tightened most; mean gap of the loosest; em a place
  void add(const Spending& other);  ///< a story's is the sum of its paragraphs'
};

/// Of `lines`, where `cheapest` lines would have cost least.
[[nodiscard]] Spending spending_of(const text::ShapedParagraph& paragraph, const std::vector<Line>& lines, int cheapest);

/// Why a count cannot be had, and the way out.
struct OutOfReach {
  int least = 0, most = 0;  ///< the counts that can be had
  int characters = 0;       ///< to cut where the count is below `least`, to add where it is above `most`
};

struct ExactLines {
  std::vector<Line> lines;
  Spending spent;
};

/// `paragraph` in exactly `count` lines, at the least cost that the price table knows.
[[nodiscard]] tl::expected<ExactLines, OutOfReach> set_exactly(const text::ShapedParagraph& paragraph, const Setting& setting,
                                                               int count);

}  // namespace paiban::paragraph
