#pragma once
// 分割: an area cut into rectangles, each filled exactly by one leaf. Pure combinatorics: knows nothing of text.
//
// Exact over all slicings (the area cut from edge to edge, and each part again) and all pinwheels (风车: five parts of which none
// is cut off from edge to edge) of slicings. What a dissection costs is a sum over its leaves, their places and its cuts, so that
// the best of a set of items in a rectangle does not depend on what is around it.

#include <cstdint>
#include <string>
#include <vector>

#include "makeup/module_prices.hpp"

namespace paiban::makeup {

using ItemSet = std::uint32_t;  ///< bit i: item i
inline constexpr int most_items = 16;

/// Edges of the area.
struct AreaEdges {
  bool top = false, bottom = false, left = false, right = false;
  friend bool operator==(const AreaEdges&, const AreaEdges&) = default;
};

/// One way in which a leaf can be set at some width.
struct Shape {
  int height = 0;                              ///< rows, with the separation below it
  bool head_left = false, head_right = false;  ///< a headline reaches this side at its top
  Cost cost = 0;
  int variant = 0;  ///< the caller's
};

/// What takes one rectangle: one item, or several set together.
struct Leaf {
  ItemSet items = 0;
  std::vector<std::vector<Shape>> by_width;  ///< in columns; [0] empty
};

struct Item {
  Cost weight = 0;  ///< of its standing high and left: what it pays for each row, and for each column of `column_rows` rows
  AreaEdges at;     ///< edges that it must touch
  int fixed_column = -1, fixed_row = -1;                  ///< where it stands, whatever else; below 0: anywhere
  bool looks_left = false, looks_right = false;           ///< a picture's people, rather not out of the area
  int last_row = 0;                                       ///< it ends above this row (from 0); 0: anywhere
  ItemSet touches = 0, apart = 0, beside = 0, above = 0;  ///< must touch; must not touch; not side by side; not right above
};

struct Placed {
  int leaf = 0, variant = 0;
  int column = 0, row = 0, width = 0, height = 0;  ///< cells, from 0
};

/// What a dissection pays for its cuts and places; of its leaves their own.
struct PagePrice {
  Cost leaves = 0, places = 0, heads = 0, bands = 0, gutters = 0, looks = 0;  ///< heads: 碰题; bands: 断版; gutters: 通线
  [[nodiscard]] Cost sum() const { return leaves + places + heads + bands + gutters + looks; }
};

struct Problem {
  int columns = 0, rows = 0;  ///< the last separation is counted
  std::vector<Item> items;    ///< at most most_items
  std::vector<Leaf> leaves;
};

struct Dissection {
  PagePrice price;
  std::vector<Placed> places;  ///< from the top left
  std::string structure;       ///< the same for dissections that look the same: cuts and widths, without heights
};

/// The best `how_many` dissections of different structure, best first; the same ones on every run. Those that break an item's
/// wish (last_row, touches …) are left out.
[[nodiscard]] std::vector<Dissection> dissect(const Problem& problem, int how_many);

/// The heights of areas of the problem's width that can be filled, rising: what is missing where its own cannot.
[[nodiscard]] std::vector<int> fillable_heights(const Problem& problem);

/// The same prices for any places, from wherever they come.
[[nodiscard]] PagePrice price_of(const Problem& problem, const std::vector<Placed>& places);

/// Whether places hold every wish of the items.
[[nodiscard]] bool holds_wishes(const Problem& problem, const std::vector<Placed>& places);

}  // namespace paiban::makeup
