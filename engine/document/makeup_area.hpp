#pragma once
// Where and how a template lets the engine make up a page: an area of even columns, and how stories look in it.

#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"
#include "document/issue.hpp"
#include "document/region.hpp"
#include "document/wishes.hpp"

namespace paiban::document {

/// How a story of some kinds, of some priority, is set at some widths. Its places are those of a module whose top left
/// corner is (0, top of page row 1); a slot as wide as the area takes the module's width.
struct Pattern {
  std::vector<StoryKind> kinds;
  Span1 priority{least_priority, most_priority};
  Span1 columns{1, 1};
  std::optional<Role> needs;  ///< a head without which the story is set otherwise
  int price = 0;              ///< for choosing it, in points of make-up
  Region looks;               ///< slots, rules, the style of the flow
  std::string leg_rule;       ///< weight of rules in the gutters of its legs; empty: none
};

struct MakeupArea {
  Length x, width;
  Rows rows;
  std::vector<Column> columns;
  std::optional<Rows> inner_rows;     ///< of pages from 2 on; none: as the front page
  int fold = 0;                       ///< 对折线: last page row above it; 0: not folded
  std::string rule, gutter_rule;      ///< weights of the rules below and between modules
  Ratio least_measure, most_measure;  ///< of running text, in em of the grid
  std::vector<Pattern> patterns;      ///< the first one that fits is the usual one
  SourcePlace at;
};

/// The area of page `page`: its rows, and no fold where the front page alone shows when folded.
[[nodiscard]] MakeupArea area_of(const MakeupArea& area, int page);

/// Rows of white that separate a module from the one below; the rule stands in their middle.
inline constexpr int separation_rows = 1;

}  // namespace paiban::document
