#include "makeup/slicing.hpp"

namespace paiban::makeup {

void Heights::offer(Form form, Corners corners, int height, Cost cost, int tallest) {
  const auto size = static_cast<std::size_t>(tallest) + 1;
  if (empty()) {
    least_.assign(size, never);
    for (auto& by_corners : by_form_) by_corners.fill(least_);
  }
  Cost& known = by_form_[static_cast<std::size_t>(form)][corners][static_cast<std::size_t>(height)];
  known = std::min(known, cost);
  Cost& least = least_[static_cast<std::size_t>(height)];
  least = std::min(least, cost);
}

void Heights::close() {
  for (std::size_t height = 0; height < least_.size(); ++height) {
    if (least_[height] < never) possible_.push_back(static_cast<int>(height));
  }
}

SlicingTable::SlicingTable(const Board& board, int tallest) : board_(&board), tallest_(tallest) {
  const int columns = board.columns();
  heights_.resize((board.all() + std::size_t{1}) * static_cast<std::size_t>(columns + 1));
  for (const Leaf& leaf : board.leaves()) set_leaves(leaf);
  for (ItemSet set = 1; set <= board.all(); ++set) {
    for (ItemSet part = (set - 1) & set; part != 0; part = (part - 1) & set) {
      const ItemSet rest = set & ~part;
      for (int width = 1; width <= columns; ++width) {
        if (board.may_stack(part, rest)) stack(part, rest, width);
        if (!board.may_stand_beside(part, rest)) continue;
        for (int left = 1; left < width; ++left) put_beside(part, rest, left, width);
      }
    }
    for (int width = 1; width <= columns; ++width) slot(set, width).close();
  }
}

void SlicingTable::set_leaves(const Leaf& leaf) {
  for (std::size_t width = 1; width < leaf.by_width.size(); ++width) {
    for (const Shape& shape : leaf.by_width[width]) {
      if (shape.height < 1 || shape.height > tallest_) continue;
      Heights& heights = slot(leaf.items, static_cast<int>(width));
      heights.offer(Form::not_stacked, corners_of(shape), shape.height, shape.cost, tallest_);
      heights.offer(Form::not_beside, corners_of(shape), shape.height, shape.cost, tallest_);
    }
  }
}

void SlicingTable::stack(ItemSet upper, ItemSet lower, int width) {
  const Heights& above = at(upper, width);
  const Heights& below = at(lower, width);
  if (above.empty() || below.empty()) return;
  const Cost cut = board_->cut_across(lower, width);
  Heights& whole = slot(upper | lower, width);
  for (const int height : above.possible()) {
    if (height > board_->room(lower).above) break;
    const Cost moved = cut + board_->down(lower, height);
    for (Corners corners = 0; corners < corner_cases; ++corners) {
      const Cost first = above.of(Form::not_stacked, corners, height);
      if (first >= never) continue;
      for (const int rest : below.possible()) {
        if (height + rest > tallest_ || rest > board_->room(upper).below) break;
        whole.offer(Form::not_beside, corners, height + rest, first + below.least(rest) + moved, tallest_);
      }
    }
  }
}

void SlicingTable::put_beside(ItemSet left, ItemSet right, int left_width, int width) {
  const Heights& first = at(left, left_width);
  const Heights& second = at(right, width - left_width);
  if (first.empty() || second.empty()) return;
  if (left_width > board_->room(right).left || width - left_width > board_->room(left).right) return;
  const Cost moved = board_->rightwards(right, left_width);
  const Cost meeting = board_->problem().prices.heads_meet;
  Heights& whole = slot(left | right, width);
  for (const int height : first.possible()) {
    if (second.least(height) >= never) continue;
    const Cost cut = board_->cut_down(right, height);
    for (Corners a = 0; a < corner_cases; ++a) {
      const Cost one = first.of(Form::not_beside, a, height);
      if (one >= never) continue;
      for (Corners b = 0; b < corner_cases; ++b) {
        const Cost other = second.of(b, height);
        if (other >= never) continue;
        const Cost meet = (a & right_corner) != 0 && (b & left_corner) != 0 ? meeting : 0;
        whole.offer(Form::not_stacked, (a & left_corner) | (b & right_corner), height, one + other + moved + cut + meet,
                    tallest_);
      }
    }
  }
}

}  // namespace paiban::makeup
