#pragma once
// 风车: five blocks around each other, so that no cut goes through the area. Slicing alone always cuts a page through.

#include <functional>
#include <vector>

#include "makeup/slicing.hpp"

namespace paiban::makeup {

/// The whole area as five slicings. With lower_split > upper_split, and then lower_right begins above lower_left, it turns one
/// way; with both the other way round, the other.
///
///     upper_left  | upper_right          x of the upper cut: upper_split
///                 |------------  right_split
///                 | middle |
///     ---------------------|             left_split
///     lower_left           | lower_right    x of the lower cut: lower_split
struct Pinwheel {
  ItemSet upper_left, upper_right, lower_left, lower_right, middle;
  int upper_split, lower_split;         ///< columns
  int left_split, right_split;          ///< rows
  Corners left_corners, right_corners;  ///< of the two upper blocks
  Cost cost;

  [[nodiscard]] Rectangle middle_place() const {
    return {std::min(upper_split, lower_split), std::min(left_split, right_split), std::abs(upper_split - lower_split),
            std::abs(left_split - right_split)};
  }
};

class Pinwheels {
 public:
  /// The table must outlive this.
  explicit Pinwheels(const SlicingTable& table) : table_(&table), board_(&table.board()) {}

  /// The least cost below `bound`, or `bound`.
  [[nodiscard]] Cost least(Cost bound) const;
  /// All that cost no more than `limit`. `left_out` becomes true if there are dearer ones.
  [[nodiscard]] std::vector<Pinwheel> within(Cost limit, bool& left_out) const;

 private:
  /// Two blocks on each other along one side of the area, by the row between them.
  struct Side {
    std::array<std::vector<Cost>, 2> costs;  ///< [the upper block's headline touches the inner corner][row]
    std::vector<int> rows;                   ///< where any is possible
    Cost least = never;
  };
  struct Splits {
    int upper, lower;
  };
  enum class Hand : std::uint8_t { left, right };
  using Found = std::function<void(ItemSet left, ItemSet right, Splits splits, int left_split, int right_split, Cost cost)>;

  /// Tells `found` of every pair of sides and middle that costs no more than `limit`, which `found` may lower.
  bool scan(Cost& limit, const Found& found) const;
  bool join(ItemSet left, const Side& left_side, ItemSet right, const Side& right_side, Splits splits, Cost& limit,
            const Found& found) const;
  [[nodiscard]] std::vector<Side> sides(Hand hand, Splits splits) const;
  void add_to_side(Side& side, Hand hand, Splits splits, ItemSet upper, ItemSet lower) const;
  [[nodiscard]] bool fits(Hand hand, Splits splits, ItemSet upper, ItemSet lower) const;
  [[nodiscard]] Cost side_moved(Hand hand, Splits splits, ItemSet upper, ItemSet lower) const;
  void list(ItemSet left, ItemSet right, Splits splits, int left_split, int right_split, Cost limit,
            std::vector<Pinwheel>& pinwheels) const;
  [[nodiscard]] int width(Hand hand, int split) const { return hand == Hand::left ? split : board_->columns() - split; }

  const SlicingTable* table_;
  const Board* board_;
};

}  // namespace paiban::makeup
