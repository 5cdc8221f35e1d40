#pragma once
// The places on a page: zones, their columns, regions and what stands in them. Every length is resolved: x and y from the top
// left of the trimmed page, rows counted from 1 at the top of the type area (版心).

#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"
#include "document/issue.hpp"
#include "document/style.hpp"

namespace paiban::document {

/// Page rows first..last, both inclusive.
struct Rows {
  int first = 0, last = 0;
  [[nodiscard]] constexpr int count() const { return last - first + 1; }
  friend constexpr bool operator==(const Rows&, const Rows&) = default;
};

/// One text column (栏).
struct Column {
  Length x, width;
  friend bool operator==(const Column&, const Column&) = default;
};

/// A straight rule, horizontal or vertical, by its centre line.
struct RuleSpec {
  std::string weight;
  std::string swatch = "black";
  Point from, to;
  SourcePlace at;
  friend bool operator==(const RuleSpec&, const RuleSpec&) = default;
};

/// A place for one head of a story: label, kicker, headline, deck, digest, byline, logo, title, caption, credit …
struct Slot {
  Role role{};
  std::string style;
  Rows rows;                   ///< whole rows that it takes (占行)
  Length x, width;             ///< where its text may stand
  Length top;                  ///< of the first em box, from the page's top
  std::optional<Align> align;  ///< instead of the style's
  Length pitch;                ///< between the rows of a headline; zero: the style's
  int lines = 0;               ///< 转行: into how many rows it is cut; 0: as its style says
  // Rules level with the text at both sides (栏题夹线), up to the slot's edges.
  std::string side_rule_weight;  ///< empty: none
  std::string side_rule_swatch;
  Length side_rule_clear;  ///< from the text's ink
  Length side_rule_y;      ///< from the page's top
  // A filled ground behind the text (logo).
  std::string ground;      ///< swatch; empty: none
  Length ground_size;      ///< its height; the width is the slot's
  Length inset;            ///< of the first em box from the ground's left and top
  int ground_columns = 0;  ///< characters side by side in a logo
  SourcePlace at;
  friend bool operator==(const Slot&, const Slot&) = default;
};

/// One leg of running text: whole rows of a column.
struct LegSpec {
  Length x, width;
  Rows rows;
  SourcePlace at;
  friend bool operator==(const LegSpec&, const LegSpec&) = default;
};

/// Cells that stay empty on purpose: with them every column and row is accounted for.
struct White {
  Length x, width;
  Rows rows;
  SourcePlace at;
  friend bool operator==(const White&, const White&) = default;
};

/// A place for one story.
struct Region {
  std::string id;
  std::vector<Slot> slots;
  std::string flow_style = "body";
  std::vector<LegSpec> legs;  ///< in reading order
  std::optional<Box> picture;
  std::vector<RuleSpec> rules;
  std::vector<Region> regions;  ///< for the boxes inside the story, and guests
  std::vector<White> whites;
  Box outline;  ///< what of the page it takes
  Rows rows;
  bool guest = false;  ///< inside another region, but for a story of its own
  SourcePlace at;
  friend bool operator==(const Region&, const Region&) = default;
};

struct Zone {
  std::string id;
  Length x, width;
  Rows rows;
  std::vector<Column> columns;
  std::vector<Region> regions;
  std::vector<White> whites;
  std::vector<RuleSpec> rules;
  SourcePlace at;
  friend bool operator==(const Zone&, const Zone&) = default;
};

}  // namespace paiban::document
