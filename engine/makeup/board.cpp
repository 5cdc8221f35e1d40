#include "makeup/board.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace paiban::makeup {
namespace {

constexpr int any_far = std::numeric_limits<int>::max();

ItemSet bit(int index) { return ItemSet{1} << static_cast<unsigned>(index); }

bool overlap(int first, int first_end, int second, int second_end) {
  return std::max(first, second) < std::min(first_end, second_end);
}

bool beside(const Rectangle& a, const Rectangle& b) {
  return (a.right() == b.column || b.right() == a.column) && overlap(a.row, a.bottom(), b.row, b.bottom());
}

bool above(const Rectangle& a, const Rectangle& b) {
  return a.bottom() == b.row && overlap(a.column, a.right(), b.column, b.right());
}

bool holds(const Relation& relation, const Rectangle& a, const Rectangle& b) {
  const bool touch = a == b || beside(a, b) || above(a, b) || above(b, a);
  switch (relation.kind) {
    case Relation::Kind::touches:
      return touch;
    case Relation::Kind::apart:
      return !touch;
    case Relation::Kind::not_beside:
      return !beside(a, b);
    case Relation::Kind::not_above:
      return !above(a, b);
  }
  return false;
}

bool heads_meet(const Placed& left, const Shape& a, const Placed& right, const Shape& b) {
  return left.at.right() == right.at.column && a.head_right && b.head_left &&
         overlap(left.at.row, left.at.row + a.head_rows, right.at.row, right.at.row + b.head_rows);
}

}  // namespace

int meeting_heads(const std::vector<Leaf>& leaves, const std::vector<Placed>& places) {
  const auto shape = [&](const Placed& placed) -> const Shape& {
    const auto& shapes = leaves[static_cast<std::size_t>(placed.leaf)].by_width[static_cast<std::size_t>(placed.at.width)];
    return shapes[static_cast<std::size_t>(placed.shape)];
  };
  int pairs = 0;
  for (const Placed& left : places) {
    for (const Placed& right : places) pairs += heads_meet(left, shape(left), right, shape(right)) ? 1 : 0;
  }
  return pairs;
}

Board::Board(const Problem& problem) : problem_(&problem), leaves_(problem.leaves) {
  assert(problem.items.size() + problem.fixed.size() <= most_items);
  int index = 0;
  for (const Item& item : problem.items) add_item(index++, item);
  for (Leaf& leaf : leaves_) keep_allowed_shapes(leaf);
  for (const Rectangle& place : problem.fixed) add_fixed(index++, place);
  weights_.assign(all_ + 1, 0);
  for (ItemSet set = 1; set <= all_; ++set) {
    const auto lowest = static_cast<std::size_t>(std::countr_zero(set));
    weights_[set] = weights_[set & (set - 1)] + (lowest < problem.items.size() ? problem.items[lowest].weight : 0);
  }
  find_rooms();
}

void Board::add_item(int index, const Item& item) {
  all_ |= bit(index);
  if (item.pins.top) pinned_top_ |= bit(index);
  if (item.pins.bottom) pinned_bottom_ |= bit(index);
  if (item.pins.left) pinned_left_ |= bit(index);
  if (item.pins.right) pinned_right_ |= bit(index);
}

void Board::add_fixed(int index, const Rectangle& place) {
  const Pins pins{place.row == 0, place.bottom() == rows(), place.column == 0, place.right() == columns()};
  add_item(index, {.pins = pins});
  fixed_ |= bit(index);
  Leaf leaf{.items = bit(index), .by_width = {}};
  leaf.by_width.resize(static_cast<std::size_t>(place.width) + 1);
  leaf.by_width.back().push_back({.height = place.height});
  leaves_.push_back(std::move(leaf));
}

/// Shapes that its items do not allow are emptied, not erased: a shape's index is the caller's.
void Board::keep_allowed_shapes(Leaf& leaf) const {
  const auto holds_both = [&](const Relation& relation) {
    return (leaf.items >> relation.first & leaf.items >> relation.second & 1U) != 0;
  };
  const bool torn = std::ranges::any_of(problem_->relations, [&](const Relation& relation) {
    return relation.kind == Relation::Kind::apart && holds_both(relation);
  });
  for (std::size_t width = 1; width < leaf.by_width.size(); ++width) {
    bool allowed = !torn && static_cast<int>(width) <= columns();
    for (std::size_t i = 0; i < problem_->items.size(); ++i) {
      if ((leaf.items >> i & 1U) == 0) continue;
      const Item& item = problem_->items[i];
      allowed &= static_cast<int>(width) >= item.least_columns && static_cast<int>(width) <= item.most_columns;
    }
    if (!allowed) leaf.by_width[width].clear();
  }
}

void Board::find_rooms() {
  rooms_.assign(all_ + 1, {any_far, any_far, any_far, any_far});
  for (ItemSet set = 1; set <= all_; ++set) {
    const Room& rest = rooms_[set & (set - 1)];
    const Room own = room_of(std::countr_zero(set));
    rooms_[set] = {std::min(rest.above, own.above), std::min(rest.below, own.below), std::min(rest.left, own.left),
                   std::min(rest.right, own.right)};
  }
}

/// A fixed thing pinned to an edge is held there by its pin; so the room need not know how high the area is.
Room Board::room_of(int index) const {
  const int items = static_cast<int>(problem_->items.size());
  if (index < items) return {problem_->items[static_cast<std::size_t>(index)].last_row, any_far, any_far, any_far};
  const Rectangle& place = problem_->fixed[static_cast<std::size_t>(index - items)];
  Room room{any_far, any_far, place.column, columns() - place.right()};
  if (place.row != 0 && place.bottom() != rows()) {
    room.above = place.row;
    room.below = rows() - place.bottom();
  }
  return room;
}

ItemSet Board::undecided(ItemSet set) const {
  ItemSet found = 0;
  const int items = static_cast<int>(problem_->items.size());
  for (int i = 0; i < items; ++i) {
    if (problem_->items[static_cast<std::size_t>(i)].last_row < rows()) found |= bit(i);
  }
  const ItemSet in_corner = (pinned_top_ | pinned_bottom_) & (pinned_left_ | pinned_right_);
  found |= fixed_ & ~in_corner;
  for (const Relation& relation : problem_->relations) {
    const ItemSet both = bit(relation.first) | bit(relation.second);
    if ((both & set) != both) found |= both;
  }
  return found & set;
}

bool Board::relations_hold(const std::vector<Placed>& places) const {
  const auto place_of = [&](int index) {
    return std::ranges::find_if(
        places, [&](const Placed& placed) { return (leaves_[static_cast<std::size_t>(placed.leaf)].items >> index & 1U) != 0; });
  };
  return std::ranges::all_of(problem_->relations, [&](const Relation& relation) {
    const auto first = place_of(relation.first);
    const auto second = place_of(relation.second);
    return first == places.end() || second == places.end() || holds(relation, first->at, second->at);
  });
}

bool Board::may_come_right(const std::vector<Placed>& places) const {
  for (const Placed& placed : places) {
    const Room& own = room(leaves_[static_cast<std::size_t>(placed.leaf)].items);
    if (is_fixed_leaf(placed.leaf) ? placed.at.row > own.above || placed.at.column > own.left : placed.at.bottom() > own.above)
      return false;
  }
  return relations_hold(places);
}

bool Board::come_right(const std::vector<Placed>& places) const {
  const auto in_place = [&](const Placed& placed) {
    const ItemSet items = leaves_[static_cast<std::size_t>(placed.leaf)].items;
    if (is_fixed_leaf(placed.leaf)) {
      return placed.at == problem_->fixed[static_cast<std::size_t>(placed.leaf) - problem_->leaves.size()];
    }
    return ((items & pinned_top_) == 0 || placed.at.row == 0) && ((items & pinned_left_) == 0 || placed.at.column == 0) &&
           ((items & pinned_bottom_) == 0 || placed.at.bottom() == rows()) &&
           ((items & pinned_right_) == 0 || placed.at.right() == columns());
  };
  return std::ranges::all_of(places, in_place) && may_come_right(places);
}

}  // namespace paiban::makeup
