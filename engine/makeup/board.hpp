#pragma once
// The problem made ready for the search: fixed things become leaves pinned to their places, wishes become limits of sets.

#include <array>
#include <vector>

#include "makeup/dissection.hpp"

namespace paiban::makeup {

/// By how much a block that holds a set can be moved from the area's edges, at the most.
struct Room {
  int above, below, left, right;
};

/// 碰题: how many pairs of headlines stand side by side at one level.
[[nodiscard]] int meeting_heads(const std::vector<Leaf>& leaves, const std::vector<Placed>& places);

class Board {
 public:
  explicit Board(const Problem& problem);

  [[nodiscard]] const Problem& problem() const { return *problem_; }
  [[nodiscard]] int columns() const { return problem_->columns; }
  [[nodiscard]] int rows() const { return problem_->rows; }
  [[nodiscard]] ItemSet all() const { return all_; }
  /// Those of the problem that its items allow, with one more for each fixed thing; indices of the problem's leaves stay.
  [[nodiscard]] const std::vector<Leaf>& leaves() const { return leaves_; }
  [[nodiscard]] bool is_fixed_leaf(int leaf) const { return leaf >= static_cast<int>(problem_->leaves.size()); }

  /// Whether these may stand so: a pinned item is on its own side of every cut, and nothing is moved beyond its room.
  [[nodiscard]] bool may_stack(ItemSet upper, ItemSet lower) const {
    return ((upper & pinned_bottom_) | (lower & pinned_top_)) == 0;
  }
  [[nodiscard]] bool may_stand_beside(ItemSet left, ItemSet right) const {
    return ((left & pinned_right_) | (right & pinned_left_)) == 0;
  }
  [[nodiscard]] const Room& room(ItemSet set) const { return rooms_[set]; }

  /// What it costs to move a set by rows down, or by columns to the right.
  [[nodiscard]] Cost down(ItemSet set, int rows) const { return weights_[set] * rows * problem_->prices.row_lower; }
  [[nodiscard]] Cost rightwards(ItemSet set, int columns) const {
    return weights_[set] * columns * problem_->prices.column_right;
  }
  /// 断版 and 通线. A block as wide as the area has all other items above it: so a cut that parts nothing but fixed things from
  /// the rest is known, and free.
  [[nodiscard]] Cost cut_across(ItemSet lower, int width) const {
    return width == columns() && parts_items(lower) ? problem_->prices.cut_across : 0;
  }
  [[nodiscard]] Cost cut_down(ItemSet right, int height) const {
    return height == rows() && parts_items(right) ? problem_->prices.cut_down : 0;
  }

  /// Things of a set about which its own block cannot decide: who holds a place, a fold, or a relation to one outside.
  [[nodiscard]] ItemSet undecided(ItemSet set) const;
  /// Whether the places of a block, counted from its own corner, can still come right.
  [[nodiscard]] bool may_come_right(const std::vector<Placed>& places) const;
  /// Whether the places of the whole area are what is wished.
  [[nodiscard]] bool come_right(const std::vector<Placed>& places) const;

 private:
  [[nodiscard]] bool parts_items(ItemSet side) const { return (side & ~fixed_) != 0 && (all_ & ~side & ~fixed_) != 0; }
  void add_item(int index, const Item& item);
  void add_fixed(int index, const Rectangle& place);
  void keep_allowed_shapes(Leaf& leaf) const;
  void find_rooms();
  [[nodiscard]] Room room_of(int index) const;
  [[nodiscard]] bool relations_hold(const std::vector<Placed>& places) const;

  const Problem* problem_;
  std::vector<Leaf> leaves_;
  ItemSet all_ = 0, fixed_ = 0;
  ItemSet pinned_top_ = 0, pinned_bottom_ = 0, pinned_left_ = 0, pinned_right_ = 0;
  std::vector<Cost> weights_;  ///< by set
  std::vector<Room> rooms_;    ///< by set
};

}  // namespace paiban::makeup
