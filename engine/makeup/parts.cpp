#include "makeup/parts.hpp"

#include <tuple>

namespace paiban::makeup {
namespace {

Part beside_or_below(const Part& first, const Part& second, int column, int row, char sign) {
  Part whole{first.cost + second.cost, first.meeting_heads + second.meeting_heads, first.places,
             first.structure + sign + second.structure};
  for (Placed placed : second.places) {
    placed.at.column += column;
    placed.at.row += row;
    whole.places.push_back(placed);
  }
  return whole;
}

}  // namespace

std::vector<Part> Parts::whole(Cost limit) {
  left_out_ = false;
  const ItemSet all = board_->all();
  Found found;
  for (const Part& part : of({.set = all, .width = board_->columns(), .height = board_->rows()}, limit)) add(part, all, found);
  add_pinwheels(limit, found);
  return sorted(std::move(found), all);
}

Cost Parts::least(const Block& block) const {
  const Heights& heights = table_->at(block.set, block.width);
  if (!block.corners) return heights.least(block.height);
  return block.form ? heights.of(*block.form, *block.corners, block.height) : heights.of(*block.corners, block.height);
}

const std::vector<Part>& Parts::of(const Block& block, Cost limit) {
  Known& known = known_[block];
  if (limit > known.limit) {
    const bool before = left_out_;
    left_out_ = false;
    Found found;
    add_leaves(block, limit, found);
    if (block.form != Form::not_stacked) add_stacks(block, limit, found);
    if (block.form != Form::not_beside) add_rows(block, limit, found);
    known = {limit, left_out_, sorted(std::move(found), block.set)};
    left_out_ = before;
  }
  left_out_ |= known.left_out;
  return known.parts;
}

void Parts::add_leaves(const Block& block, Cost limit, Found& found) {
  const auto width = static_cast<std::size_t>(block.width);
  for (std::size_t i = 0; i < board_->leaves().size(); ++i) {
    const Leaf& leaf = board_->leaves()[i];
    if (leaf.items != block.set || width >= leaf.by_width.size()) continue;
    for (std::size_t k = 0; k < leaf.by_width[width].size(); ++k) {
      const Shape& shape = leaf.by_width[width][k];
      if (shape.height != block.height || (block.corners && corners_of(shape) != *block.corners)) continue;
      left_out_ |= shape.cost > limit;
      if (shape.cost > limit) continue;
      const Placed placed{static_cast<int>(i), shape.variant, {0, 0, block.width, block.height}, static_cast<int>(k)};
      add({shape.cost, 0, {placed}, std::to_string(i) + ':' + std::to_string(width)}, block.set, found);
    }
  }
}

void Parts::add_stacks(const Block& block, Cost limit, Found& found) {
  for (ItemSet upper = (block.set - 1) & block.set; upper != 0; upper = (upper - 1) & block.set) {
    const ItemSet lower = block.set & ~upper;
    if (!board_->may_stack(upper, lower)) continue;
    for (const int height : table_->at(upper, block.width).possible()) {
      if (height >= block.height || height > board_->room(lower).above) break;
      if (block.height - height > board_->room(upper).below) continue;
      const Cost extra = board_->cut_across(lower, block.width) + board_->down(lower, height);
      const Block rest{.set = lower, .width = block.width, .height = block.height - height};
      for (Corners corners = 0; corners < corner_cases; ++corners) {
        if (block.corners && corners != *block.corners) continue;
        join({{{upper, block.width, height, Form::not_stacked, corners}, 0, 0}, {rest, 0, height}}, {'/', extra}, limit, found);
      }
    }
  }
}

void Parts::add_rows(const Block& block, Cost limit, Found& found) {
  for (ItemSet left = (block.set - 1) & block.set; left != 0; left = (left - 1) & block.set) {
    const ItemSet right = block.set & ~left;
    if (!board_->may_stand_beside(left, right)) continue;
    for (int width = 1; width < block.width; ++width) {
      if (width > board_->room(right).left || block.width - width > board_->room(left).right) continue;
      const Cost moved = board_->cut_down(right, block.height) + board_->rightwards(right, width);
      for (Corners pair = 0; pair < corner_cases * corner_cases; ++pair) {
        const Corners a = pair / corner_cases;
        const Corners b = pair % corner_cases;
        if (block.corners && ((a & left_corner) | (b & right_corner)) != *block.corners) continue;
        const bool meet = (a & right_corner) != 0 && (b & left_corner) != 0;
        const Cost meeting = meet ? board_->problem().prices.heads_meet : 0;
        join({{{left, width, block.height, Form::not_beside, a}, 0, 0},
              {{right, block.width - width, block.height, std::nullopt, b}, width, 0}},
             {'|', moved, meeting}, limit, found);
      }
    }
  }
}

void Parts::add_pinwheels(Cost limit, Found& found) {
  const int columns = board_->columns();
  const int rows = board_->rows();
  for (const Pinwheel& wheel : pinwheels_->within(limit, left_out_)) {
    const Rectangle centre = wheel.middle_place();
    const std::vector<Neighbour> blocks{
        {{wheel.upper_left, wheel.upper_split, wheel.left_split, std::nullopt, wheel.left_corners}, 0, 0},
        {{wheel.upper_right, columns - wheel.upper_split, wheel.right_split, std::nullopt, wheel.right_corners},
         wheel.upper_split,
         0},
        {{.set = wheel.lower_left, .width = wheel.lower_split, .height = rows - wheel.left_split}, 0, wheel.left_split},
        {{.set = wheel.lower_right, .width = columns - wheel.lower_split, .height = rows - wheel.right_split},
         wheel.lower_split,
         wheel.right_split},
        {{.set = wheel.middle, .width = centre.width, .height = centre.height}, centre.column, centre.row}};
    const bool meet = (wheel.left_corners & right_corner) != 0 && (wheel.right_corners & left_corner) != 0;
    Joint joint{'+', wheel.cost, meet ? board_->problem().prices.heads_meet : 0};
    joint.extra -= joint.meeting;
    for (const Neighbour& neighbour : blocks) joint.extra -= least(neighbour.block);
    join(blocks, joint, limit, found);
  }
}

/// All ways of the blocks with each other that stay within the limit. Only here, where every headline has its level, is it seen
/// which of them meet further down.
void Parts::join(const std::vector<Neighbour>& neighbours, const Joint& joint, Cost limit, Found& found) {
  Cost cheapest = joint.extra + joint.meeting;
  ItemSet set = 0;
  for (const Neighbour& neighbour : neighbours) {
    const Cost cost = least(neighbour.block);
    if (cost >= never) return;
    cheapest += cost;
    set |= neighbour.block.set;
  }
  left_out_ |= cheapest > limit;
  if (cheapest > limit) return;
  for (Part& part : combinations(neighbours, joint, cheapest, limit)) {
    part.structure += ')';
    const int meeting = joint.sign == '/' ? part.meeting_heads : meeting_heads(board_->leaves(), part.places);
    part.cost += (meeting - part.meeting_heads) * board_->problem().prices.heads_meet - joint.meeting;
    part.meeting_heads = meeting;
    left_out_ |= part.cost > limit;
    if (part.cost <= limit && board_->may_come_right(part.places)) add(std::move(part), set, found);
  }
}

std::vector<Part> Parts::combinations(const std::vector<Neighbour>& neighbours, const Joint& joint, Cost cheapest, Cost limit) {
  std::vector<Part> whole{{joint.extra + joint.meeting, 0, {}, "("}};
  Cost others = cheapest - joint.extra - joint.meeting;
  for (const Neighbour& neighbour : neighbours) {
    const Cost own = least(neighbour.block);
    const std::vector<Part>& parts = of(neighbour.block, limit - (cheapest - own));
    others -= own;
    std::vector<Part> longer;
    for (const Part& first : whole) {
      for (const Part& second : parts) {
        const bool too_dear = first.cost + second.cost + others > limit;
        left_out_ |= too_dear;
        if (too_dear || gave_up()) break;
        ++joined_;
        longer.push_back(beside_or_below(first, second, neighbour.column, neighbour.row, joint.sign));
      }
    }
    whole = std::move(longer);
  }
  return whole;
}

void Parts::add(Part part, ItemSet set, Found& found) {
  const auto [known, is_new] = found.try_emplace(key(part, set), part);
  if (is_new) return;
  const auto rank = [](const Part& p) {
    std::vector<int> heights;
    for (const Placed& placed : p.places) heights.insert(heights.end(), {placed.at.row, placed.at.height, placed.shape});
    return std::tuple(p.cost, heights);
  };
  if (rank(part) < rank(known->second)) known->second = std::move(part);
}

/// Things still undecided stand in it with their places: a dearer way may be the one that comes right.
std::string Parts::key(const Part& part, ItemSet set) const {
  std::string key = part.structure;
  if (difference_ == Difference::structure) return key;
  const ItemSet undecided = board_->undecided(set);
  for (const Placed& placed : part.places) {
    if ((board_->leaves()[static_cast<std::size_t>(placed.leaf)].items & undecided) == 0) continue;
    key += ' ' + std::to_string(placed.at.row) + '+' + std::to_string(placed.at.height);
  }
  return key;
}

std::vector<Part> Parts::sorted(Found found, ItemSet set) const {
  std::vector<Part> parts;
  parts.reserve(found.size());
  for (auto& [key, part] : found) parts.push_back(std::move(part));
  std::ranges::stable_sort(parts, {}, &Part::cost);  // what costs the same stays in the order of its structure
  if (board_->undecided(set) == 0 && parts.size() > wanted_) parts.resize(wanted_);
  return parts;
}

}  // namespace paiban::makeup
