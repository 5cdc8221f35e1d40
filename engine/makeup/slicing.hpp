#pragma once
// Every way to fill a block by cuts that go through: the least cost for each set of items, width and height.

#include <algorithm>
#include <array>
#include <vector>

#include "makeup/board.hpp"

namespace paiban::makeup {

/// More than anything costs, with room to add to.
inline constexpr Cost never = std::numeric_limits<Cost>::max() / 8;

/// Which upper corners of a block a headline touches: bit 0 the left one, bit 1 the right one.
using Corners = unsigned;
inline constexpr Corners left_corner = 1, right_corner = 2, corner_cases = 4;
[[nodiscard]] inline Corners corners_of(const Shape& shape) {
  if (shape.head_rows == 0) return 0;
  return (shape.head_left ? left_corner : 0) | (shape.head_right ? right_corner : 0);
}

/// Of three blocks on each other the first two are never taken together: so every slicing is counted once.
enum class Form : std::uint8_t {
  not_stacked,  ///< a leaf, or blocks beside each other
  not_beside,   ///< a leaf, or blocks on each other
};

/// The least costs of one set at one width, by height; empty where nothing is possible.
class Heights {
 public:
  [[nodiscard]] bool empty() const { return least_.empty(); }
  /// Whatever its form and corners.
  [[nodiscard]] Cost least(int height) const { return empty() ? never : least_[static_cast<std::size_t>(height)]; }
  [[nodiscard]] Cost of(Form form, Corners corners, int height) const {
    return empty() ? never : by_form_[static_cast<std::size_t>(form)][corners][static_cast<std::size_t>(height)];
  }
  [[nodiscard]] Cost of(Corners corners, int height) const {
    return std::min(of(Form::not_stacked, corners, height), of(Form::not_beside, corners, height));
  }
  /// Heights that can be had at all, rising.
  [[nodiscard]] const std::vector<int>& possible() const { return possible_; }
  void offer(Form form, Corners corners, int height, Cost cost, int tallest);
  void close();

 private:
  std::array<std::array<std::vector<Cost>, corner_cases>, 2> by_form_;
  std::vector<Cost> least_;
  std::vector<int> possible_;
};

class SlicingTable {
 public:
  /// Blocks of up to `tallest` rows. The board must outlive the table.
  SlicingTable(const Board& board, int tallest);

  [[nodiscard]] const Board& board() const { return *board_; }
  [[nodiscard]] const Heights& at(ItemSet set, int width) const {
    return heights_[set * static_cast<std::size_t>(board_->columns() + 1) + static_cast<std::size_t>(width)];
  }

 private:
  void set_leaves(const Leaf& leaf);
  void stack(ItemSet upper, ItemSet lower, int width);
  void put_beside(ItemSet left, ItemSet right, int left_width, int width);
  [[nodiscard]] Heights& slot(ItemSet set, int width) {
    return heights_[set * static_cast<std::size_t>(board_->columns() + 1) + static_cast<std::size_t>(width)];
  }

  const Board* board_;
  int tallest_;
  std::vector<Heights> heights_;
};

}  // namespace paiban::makeup
