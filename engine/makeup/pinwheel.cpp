#include "makeup/pinwheel.hpp"

namespace paiban::makeup {
namespace {

Cost meeting(const Board& board, bool left, bool right) { return left && right ? board.problem().prices.heads_meet : 0; }

}  // namespace

Cost Pinwheels::least(Cost bound) const {
  Cost limit = bound;
  scan(limit, [&](ItemSet, ItemSet, Splits, int, int, Cost cost) { limit = cost; });
  return limit;
}

std::vector<Pinwheel> Pinwheels::within(Cost limit, bool& left_out) const {
  std::vector<Pinwheel> found;
  const bool dearer = scan(limit, [&](ItemSet left, ItemSet right, Splits splits, int left_split, int right_split, Cost) {
    list(left, right, splits, left_split, right_split, limit, found);
  });
  left_out = left_out || dearer;
  return found;
}

bool Pinwheels::scan(Cost& limit, const Found& found) const {
  bool left_out = false;
  const ItemSet all = board_->all();
  for (int upper = 1; upper < board_->columns(); ++upper) {
    for (int lower = 1; lower < board_->columns(); ++lower) {
      if (upper == lower) continue;
      const Splits splits{upper, lower};
      const std::vector<Side> lefts = sides(Hand::left, splits);
      const std::vector<Side> rights = sides(Hand::right, splits);
      for (ItemSet left = 1; left < all; ++left) {
        if (lefts[left].least >= never) continue;
        const ItemSet others = all & ~left;
        for (ItemSet right = (others - 1) & others; right != 0; right = (right - 1) & others) {
          if (rights[right].least >= never || !board_->may_stand_beside(left, right)) continue;
          if (lefts[left].least + rights[right].least > limit) {
            left_out = true;
            continue;
          }
          left_out |= join(left, lefts[left], right, rights[right], splits, limit, found);
        }
      }
    }
  }
  return left_out;
}

bool Pinwheels::join(ItemSet left, const Side& left_side, ItemSet right, const Side& right_side, Splits splits, Cost& limit,
                     const Found& found) const {
  const ItemSet middle = board_->all() & ~left & ~right;
  if (!board_->may_stack(middle, middle) || !board_->may_stand_beside(middle, middle)) return false;
  const Heights& between = table_->at(middle, std::abs(splits.upper - splits.lower));
  const int turn = splits.upper < splits.lower ? -1 : 1;
  const Cost moved = board_->rightwards(middle, std::min(splits.upper, splits.lower));
  bool left_out = false;
  for (const int height : between.possible()) {
    for (const int left_split : left_side.rows) {
      const int right_split = left_split + turn * height;
      if (right_split < 1 || right_split >= board_->rows()) continue;
      const auto row = static_cast<std::size_t>(left_split);
      const auto other_row = static_cast<std::size_t>(right_split);
      Cost sides = never;
      for (const bool a : {false, true}) {
        for (const bool b : {false, true}) {
          sides = std::min(sides, left_side.costs[a][row] + right_side.costs[b][other_row] + meeting(*board_, a, b));
        }
      }
      if (sides >= never) continue;
      const Cost cost = sides + between.least(height) + moved + board_->down(middle, std::min(left_split, right_split));
      if (cost <= limit) found(left, right, splits, left_split, right_split, cost);
      left_out |= cost > limit;
    }
  }
  return left_out;
}

std::vector<Pinwheels::Side> Pinwheels::sides(Hand hand, Splits splits) const {
  std::vector<Side> found(board_->all() + std::size_t{1});
  for (ItemSet set = 1; set < board_->all(); ++set) {
    for (ItemSet upper = (set - 1) & set; upper != 0; upper = (upper - 1) & set) {
      if (fits(hand, splits, upper, set & ~upper)) add_to_side(found[set], hand, splits, upper, set & ~upper);
    }
    Side& side = found[set];
    for (int row = 1; side.least < never && row < board_->rows(); ++row) {
      const auto index = static_cast<std::size_t>(row);
      if (std::min(side.costs[0][index], side.costs[1][index]) < never) side.rows.push_back(row);
    }
  }
  return found;
}

bool Pinwheels::fits(Hand hand, Splits splits, ItemSet upper, ItemSet lower) const {
  if (!board_->may_stack(upper, lower)) return false;
  if (hand == Hand::left) {
    return board_->may_stand_beside(upper | lower, 0) && board_->columns() - splits.upper <= board_->room(upper).right &&
           board_->columns() - splits.lower <= board_->room(lower).right;
  }
  return board_->may_stand_beside(0, upper | lower) && splits.upper <= board_->room(upper).left &&
         splits.lower <= board_->room(lower).left;
}

Cost Pinwheels::side_moved(Hand hand, Splits splits, ItemSet upper, ItemSet lower) const {
  return hand == Hand::left ? 0 : board_->rightwards(upper, splits.upper) + board_->rightwards(lower, splits.lower);
}

void Pinwheels::add_to_side(Side& side, Hand hand, Splits splits, ItemSet upper, ItemSet lower) const {
  const Heights& above = table_->at(upper, width(hand, splits.upper));
  const Heights& below = table_->at(lower, width(hand, splits.lower));
  const Corners inner = hand == Hand::left ? right_corner : left_corner;
  for (const int row : above.possible()) {
    const int rest = board_->rows() - row;
    if (rest < 1 || row > board_->room(lower).above) break;
    if (below.least(rest) >= never || rest > board_->room(upper).below) continue;
    if (side.costs[0].empty()) side.costs.fill(std::vector<Cost>(static_cast<std::size_t>(board_->rows()) + 1, never));
    const Cost others = below.least(rest) + board_->down(lower, row) + side_moved(hand, splits, upper, lower);
    for (Corners corners = 0; corners < corner_cases; ++corners) {
      const Cost cost = above.of(corners, row) + others;
      Cost& known = side.costs[(corners & inner) != 0 ? 1 : 0][static_cast<std::size_t>(row)];
      if (cost < known) known = cost;
      side.least = std::min(side.least, cost);
    }
  }
}

void Pinwheels::list(ItemSet left, ItemSet right, Splits splits, int left_split, int right_split, Cost limit,
                     std::vector<Pinwheel>& pinwheels) const {
  const int rows = board_->rows();
  const auto halves = [](ItemSet set, const auto& take) {
    for (ItemSet upper = (set - 1) & set; upper != 0; upper = (upper - 1) & set) take(upper, set & ~upper);
  };
  Pinwheel wheel{};
  wheel.middle = board_->all() & ~left & ~right;
  wheel.upper_split = splits.upper, wheel.lower_split = splits.lower;
  wheel.left_split = left_split, wheel.right_split = right_split;
  const Rectangle centre = wheel.middle_place();
  const Cost middle = table_->at(wheel.middle, centre.width).least(centre.height) +
                      board_->rightwards(wheel.middle, centre.column) + board_->down(wheel.middle, centre.row);
  const auto side = [&](Hand hand, ItemSet upper, ItemSet lower, Corners corners, int split) {
    if (!fits(hand, splits, upper, lower) || split > board_->room(lower).above || rows - split > board_->room(upper).below)
      return never;
    return table_->at(upper, width(hand, splits.upper)).of(corners, split) +
           table_->at(lower, width(hand, splits.lower)).least(rows - split) + board_->down(lower, split) +
           side_moved(hand, splits, upper, lower);
  };
  halves(left, [&](ItemSet upper_left, ItemSet lower_left) {
    for (Corners a = 0; a < corner_cases; ++a) {
      const Cost left_cost = middle + side(Hand::left, upper_left, lower_left, a, left_split);
      if (left_cost > limit) continue;
      halves(right, [&](ItemSet upper_right, ItemSet lower_right) {
        for (Corners b = 0; b < corner_cases; ++b) {
          const Cost meet = meeting(*board_, (a & right_corner) != 0, (b & left_corner) != 0);
          const Cost cost = left_cost + side(Hand::right, upper_right, lower_right, b, right_split) + meet;
          if (cost > limit) continue;
          wheel.upper_left = upper_left, wheel.lower_left = lower_left, wheel.left_corners = a;
          wheel.upper_right = upper_right, wheel.lower_right = lower_right, wheel.right_corners = b;
          wheel.cost = cost;
          pinwheels.push_back(wheel);
        }
      });
    }
  });
}

}  // namespace paiban::makeup
