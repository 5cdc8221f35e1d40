#include <algorithm>

#include "makeup/dissection.hpp"
#include "makeup/page_prices.hpp"

namespace paiban::makeup {
namespace {

const Shape* shape_of(const Problem& problem, const Placed& placed) {
  const auto& shapes = problem.leaves[static_cast<std::size_t>(placed.leaf)].by_width[static_cast<std::size_t>(placed.width)];
  const auto found = std::ranges::find_if(
      shapes, [&](const Shape& shape) { return shape.variant == placed.variant && shape.height == placed.height; });
  return found == shapes.end() ? nullptr : &*found;
}

/// Neighbours side by side: the right one begins where the left one ends, and they share rows.
bool side_by_side(const Placed& left, const Placed& right) {
  return left.column + left.width == right.column && left.row < right.row + right.height && right.row < left.row + left.height;
}

bool one_above_other(const Placed& above, const Placed& below) {
  return above.row + above.height == below.row && above.column < below.column + below.width &&
         below.column < above.column + above.width;
}

/// Levels at which no module stands across: cuts through the whole width.
int cuts_through(const Problem& problem, const std::vector<Placed>& places) {
  int cuts = 0;
  for (int row = 1; row < problem.rows; ++row) {
    const bool ends = std::ranges::any_of(places, [row](const Placed& each) { return each.row == row; });
    const bool across =
        std::ranges::any_of(places, [row](const Placed& each) { return each.row < row && row < each.row + each.height; });
    cuts += ends && !across ? 1 : 0;
  }
  return cuts;
}

int gutters_through(const Problem& problem, const std::vector<Placed>& places) {
  int gutters = 0;
  for (int column = 1; column < problem.columns; ++column) {
    const bool across = std::ranges::any_of(
        places, [column](const Placed& each) { return each.column < column && column < each.column + each.width; });
    gutters += across ? 0 : 1;
  }
  return gutters;
}

}  // namespace

PagePrice price_of(const Problem& problem, const std::vector<Placed>& places) {
  PagePrice price;
  for (const Placed& each : places) {
    const Leaf& leaf = problem.leaves[static_cast<std::size_t>(each.leaf)];
    if (const Shape* shape = shape_of(problem, each)) price.leaves += shape->cost;
    for (std::size_t i = 0; i < problem.items.size(); ++i)
      if ((leaf.items >> i & 1) != 0) {
        const Item& item = problem.items[i];
        const bool out =
            (item.looks_left && each.column == 0) || (item.looks_right && each.column + each.width == problem.columns);
        if (out && each.width < problem.columns) price.looks += page_prices::looks_out;
        price.places += item.weight * (each.row + each.column * page_prices::column_rows);
      }
  }
  price.places /= page_prices::weight_parts;
  for (const Placed& a : places)
    for (const Placed& b : places) {
      if (!side_by_side(a, b) || a.row != b.row) continue;
      const Shape* left = shape_of(problem, a);
      const Shape* right = shape_of(problem, b);
      if (left != nullptr && right != nullptr && left->head_right && right->head_left) price.heads += page_prices::heads_meet;
    }
  price.bands = page_prices::band * cuts_through(problem, places);
  price.gutters = page_prices::gutter * gutters_through(problem, places);
  return price;
}

bool holds_wishes(const Problem& problem, const std::vector<Placed>& places) {
  const auto items_of = [&](const Placed& placed) { return problem.leaves[static_cast<std::size_t>(placed.leaf)].items; };
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    const Item& item = problem.items[i];
    const auto own = std::ranges::find_if(places, [&](const Placed& each) { return (items_of(each) >> i & 1) != 0; });
    if (own == places.end()) return false;
    if (item.fixed_column >= 0 && (own->column != item.fixed_column || own->row != item.fixed_row)) return false;
    if (item.at.top && own->row != 0) return false;
    if (item.at.left && own->column != 0) return false;
    if (item.at.bottom && own->row + own->height != problem.rows) return false;
    if (item.at.right && own->column + own->width != problem.columns) return false;
    if (item.last_row > 0 && own->row + own->height > item.last_row) return false;
    ItemSet touched = items_of(*own);
    for (const Placed& each : places) {
      const bool beside = side_by_side(*own, each) || side_by_side(each, *own);
      const bool above = one_above_other(*own, each), below = one_above_other(each, *own);
      const ItemSet others = items_of(each);
      if (beside && (others & item.beside) != 0) return false;
      if (above && (others & item.above) != 0) return false;
      if ((beside || above || below) && (others & item.apart) != 0) return false;
      if (beside || above || below) touched |= others;
    }
    if ((item.touches & ~touched) != 0) return false;
  }
  return true;
}

}  // namespace paiban::makeup
