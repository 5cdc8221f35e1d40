#pragma once
// 版面分割: an area filled exactly with rectangles, each of them an item (a story, an advertisement) or several set together.
// Pure integers: x in columns of the area's grid, y in rows, both from 0. What stands in the rectangles is the caller's.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "makeup/prices.hpp"

namespace paiban::makeup {

/// Bit i stands for item i. Fixed things are counted on after the items.
using ItemSet = std::uint32_t;
/// Items and fixed things together; every one doubles the search's tables.
inline constexpr int most_items = 16;

struct Rectangle {
  int column = 0, row = 0, width = 0, height = 0;

  [[nodiscard]] int right() const { return column + width; }
  [[nodiscard]] int bottom() const { return row + height; }
  auto operator<=>(const Rectangle&) const = default;
};

/// One way in which a leaf can be set at some width.
struct Shape {
  int height = 0;                              ///< rows, with the separation rows below it
  bool head_left = false, head_right = false;  ///< a headline touches this edge at the top
  int head_rows = 0;                           ///< from the top that the headline takes there
  Cost cost = 0;
  int variant = 0;  ///< the caller's
};

/// What takes one rectangle: an item, or several set together (an L of story and picture, a package).
struct Leaf {
  ItemSet items = 0;
  std::vector<std::vector<Shape>> by_width;  ///< [columns]; [0] is empty
};

/// Edges of the area that a thing must touch.
struct Pins {
  bool top = false, bottom = false, left = false, right = false;
};

struct Item {
  Cost weight = 0;  ///< its priority: what a row lower costs, in Prices::row_lower
  Pins pins;
  int least_columns = 1, most_columns = std::numeric_limits<int>::max();
  int last_row = std::numeric_limits<int>::max();  ///< the fold: its rectangle must end at this row or above (exclusive end)
};

/// What two things must or must not be to each other. Things in one leaf touch.
struct Relation {
  enum class Kind : std::uint8_t {
    touches,     ///< they share an edge of some length
    apart,       ///< they share none
    not_beside,  ///< they share no upright edge
    not_above,   ///< `first` does not stand right on `second`
  };
  Kind kind{};
  int first = 0, second = 0;  ///< items; fixed things are counted on after them
};

struct Problem {
  int columns = 0, rows = 0;
  std::vector<Item> items;
  std::vector<Leaf> leaves;
  std::vector<Rectangle> fixed;  ///< stands whatever else: advertisements, furniture; within the area, none over another
  std::vector<Relation> relations;
  Prices prices;
};

struct Placed {
  int leaf = 0, variant = 0;
  Rectangle at;
  int shape = 0;  ///< in Leaf::by_width[at.width]
};

/// What was paid for.
struct Bill {
  Cost leaves = 0, places = 0, heads_meet = 0, cuts_across = 0, cuts_down = 0;

  [[nodiscard]] Cost sum() const { return leaves + places + heads_meet + cuts_across + cuts_down; }
};

struct Dissection {
  Bill bill;
  std::vector<Placed> places;  ///< by row, then column; fixed things are not among them
  /// The dissection without heights and variants: leaves with their columns, "/" over, "|" beside, "<…>" a pinwheel. What has
  /// the same string looks the same to an editor.
  std::string structure;

  [[nodiscard]] Cost cost() const { return bill.sum(); }
};

/// The best dissections that differ in structure, best first, at most `how_many`; the same list on every machine.
/// Bands along an edge that fixed things fill are no part of what is divided: pins, cuts and places count from their inner side.
/// Among all slicings (cuts that go through, again and again) and all pinwheels of five slicings the search is exact in leaves,
/// places, cuts, and heads that meet at the top of two blocks. What only chance brings to one level (heads further down beside a
/// cut, cuts that go on in a neighbour) is priced where blocks join, among more candidates than are wanted: there a cheaper one
/// may be missed (tests/unit/makeup measures how seldom).
/// Relations, folds and fixed things away from the corners are looked at while blocks join. Where they exclude so much that the
/// search would have to try more than `most_parts` ways (parts.hpp), it goes on with fewer ways of each structure, and then may
/// miss one.
/// Empty: nothing fills the area as wished. fillable_heights and cures say what is near.
[[nodiscard]] std::vector<Dissection> dissect(const Problem& problem, int how_many);

/// What any dissection costs, one from outside too: `places` must name shapes of the problem and fill what is not fixed.
[[nodiscard]] Bill price_of(const Problem& problem, const std::vector<Placed>& places);

/// Dissection::structure of places from anywhere; what neither cuts nor a pinwheel explain is listed between braces.
[[nodiscard]] std::string structure_of(const Problem& problem, const std::vector<Placed>& places);

/// Whether pins, columns, fold and relations hold.
[[nodiscard]] bool holds_wishes(const Problem& problem, const std::vector<Placed>& places);

/// Heights of the whole area that slicings can fill, from rows - reach to rows + reach; relations are not looked at.
[[nodiscard]] std::vector<int> fillable_heights(const Problem& problem, int reach);

/// One thing that would make the area fillable.
struct Cure {
  int item = 0;
  int rows = 0;   ///< by which every shape of the item grows, or below 0 shrinks
  Cost cost = 0;  ///< of the best dissection then
};
/// The cures of fewest rows, cheapest first; empty if none is within `reach`. Slicings alone, relations are not looked at.
[[nodiscard]] std::vector<Cure> cures(const Problem& problem, int reach);

}  // namespace paiban::makeup
