#include "makeup/dissection_price.hpp"

#include <algorithm>

#include "makeup/bands.hpp"
#include "makeup/board.hpp"

namespace paiban::makeup {
namespace {

/// A rectangle of the finished area.
struct Tile {
  Rectangle at;
  std::string name;
  bool fixed = false;
};
using Tiles = std::vector<Tile>;

Tiles tiles_of(const Problem& problem, const std::vector<Placed>& places) {
  Tiles tiles;
  for (const Placed& placed : places)
    tiles.push_back({placed.at, std::to_string(placed.leaf) + ':' + std::to_string(placed.at.width)});
  for (std::size_t i = 0; i < problem.fixed.size(); ++i) tiles.push_back({problem.fixed[i], '=' + std::to_string(i), true});
  return tiles;
}

/// A straight line, by the end of a tile before it; along columns or rows.
struct Axis {
  int (*begin)(const Rectangle&);
  int (*end)(const Rectangle&);
};
constexpr Axis down{[](const Rectangle& r) { return r.row; }, [](const Rectangle& r) { return r.bottom(); }};
constexpr Axis rightwards{[](const Rectangle& r) { return r.column; }, [](const Rectangle& r) { return r.right(); }};

/// Where a cut goes through all tiles, rising.
std::vector<int> cuts(const Tiles& tiles, const Axis& axis) {
  std::vector<int> found;
  for (const Tile& tile : tiles) found.push_back(axis.begin(tile.at));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  found.erase(found.begin());
  std::erase_if(found, [&](int cut) {
    return std::ranges::any_of(tiles, [&](const Tile& tile) { return axis.begin(tile.at) < cut && axis.end(tile.at) > cut; });
  });
  return found;
}

/// Cuts with items, not only fixed things, on both sides.
Cost cuts_between_items(const Tiles& tiles, const Axis& axis) {
  if (tiles.empty()) return 0;
  const std::vector<int> all = cuts(tiles, axis);
  return std::ranges::count_if(all, [&](int cut) {
    const auto item_side = [&](bool before) {
      return std::ranges::any_of(tiles, [&](const Tile& tile) { return !tile.fixed && (axis.begin(tile.at) < cut) == before; });
    };
    return item_side(true) && item_side(false);
  });
}

const Shape& shape_of(const Problem& problem, const Placed& placed) {
  return problem.leaves[static_cast<std::size_t>(placed.leaf)]
      .by_width[static_cast<std::size_t>(placed.at.width)][static_cast<std::size_t>(placed.shape)];
}

std::string structure(const Tiles& tiles);

std::string parted(const Tiles& tiles, const Axis& axis, std::vector<int> at, char sign) {
  at.push_back(std::numeric_limits<int>::max());
  std::string text;
  int before = std::numeric_limits<int>::min();
  for (const int cut : at) {
    Tiles strip;
    std::ranges::copy_if(tiles, std::back_inserter(strip),
                         [&](const Tile& tile) { return axis.begin(tile.at) >= before && axis.begin(tile.at) < cut; });
    text += (text.empty() ? '(' : sign) + structure(strip);
    before = cut;
  }
  return text + ')';
}

/// The five blocks of a pinwheel whose middle begins and ends at these, or none if a tile lies across. `turned`: the upper left
/// block is the one that reaches over the middle's width.
std::vector<Tiles> blocks_around(const Tiles& tiles, const Rectangle& middle, bool turned) {
  const int upper_split = turned ? middle.right() : middle.column;
  const int lower_split = turned ? middle.column : middle.right();
  const int left_split = turned ? middle.row : middle.bottom();
  const int right_split = turned ? middle.bottom() : middle.row;
  std::vector<Tiles> blocks(5);
  for (const Tile& tile : tiles) {
    const Rectangle& at = tile.at;
    if (at.right() <= upper_split && at.bottom() <= left_split)
      blocks[0].push_back(tile);
    else if (at.column >= upper_split && at.bottom() <= right_split)
      blocks[1].push_back(tile);
    else if (at.right() <= lower_split && at.row >= left_split)
      blocks[2].push_back(tile);
    else if (at.column >= lower_split && at.row >= right_split)
      blocks[3].push_back(tile);
    else if (at.column >= middle.column && at.right() <= middle.right() && at.row >= middle.row && at.bottom() <= middle.bottom())
      blocks[4].push_back(tile);
    else
      return {};
  }
  if (std::ranges::any_of(blocks, &Tiles::empty)) return {};
  return blocks;
}

std::string pinwheel(const Tiles& tiles) {
  for (const Tile& first : tiles) {
    for (const Tile& last : tiles) {
      const Rectangle middle{first.at.column, first.at.row, last.at.right() - first.at.column, last.at.bottom() - first.at.row};
      if (middle.width < 1 || middle.height < 1) continue;
      for (const bool turned : {false, true}) {
        const std::vector<Tiles> blocks = blocks_around(tiles, middle, turned);
        if (blocks.empty()) continue;
        std::string text = "<";
        for (const Tiles& block : blocks) text += (text.size() > 1 ? " " : "") + structure(block);
        return text + (turned ? " turned>" : ">");
      }
    }
  }
  return {};
}

/// Level cuts before upright ones: where both go through, it is one cross whichever way it was found.
std::string structure(const Tiles& tiles) {
  if (tiles.empty()) return {};
  if (tiles.size() == 1) return tiles.front().name;
  if (auto level = cuts(tiles, down); !level.empty()) return parted(tiles, down, std::move(level), '/');
  if (auto upright = cuts(tiles, rightwards); !upright.empty()) return parted(tiles, rightwards, std::move(upright), '|');
  if (std::string five = pinwheel(tiles); !five.empty()) return five;
  std::string text = "{";
  for (const Tile& tile : tiles) text += (text.size() > 1 ? " " : "") + tile.name;
  return text + '}';
}

}  // namespace

Bill bill_of(const Problem& problem, const std::vector<Placed>& places) {
  Bill bill;
  for (const Placed& placed : places) {
    bill.leaves += shape_of(problem, placed).cost;
    const ItemSet items = problem.leaves[static_cast<std::size_t>(placed.leaf)].items;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
      if ((items >> i & 1U) == 0) continue;
      bill.places +=
          problem.items[i].weight * (placed.at.row * problem.prices.row_lower + placed.at.column * problem.prices.column_right);
    }
  }
  bill.heads_meet = problem.prices.heads_meet * meeting_heads(problem.leaves, places);
  const Tiles tiles = tiles_of(problem, places);
  bill.cuts_across = problem.prices.cut_across * cuts_between_items(tiles, down);
  bill.cuts_down = problem.prices.cut_down * cuts_between_items(tiles, rightwards);
  return bill;
}

std::string structure_in(const Problem& problem, const std::vector<Placed>& places) {
  return structure(tiles_of(problem, places));
}

Bill price_of(const Problem& problem, const std::vector<Placed>& places) {
  const Inner inner = without_bands(problem);
  return bill_of(inner.problem, inner.to_inner(places));
}

std::string structure_of(const Problem& problem, const std::vector<Placed>& places) {
  const Inner inner = without_bands(problem);
  return structure_in(inner.problem, inner.to_inner(places));
}

bool holds_wishes(const Problem& problem, const std::vector<Placed>& places) {
  const Inner inner = without_bands(problem);
  const Board board(inner.problem);
  std::vector<Placed> all = inner.to_inner(places);
  const bool shapes_allowed = std::ranges::all_of(all, [&](const Placed& placed) {
    const auto& shapes = board.leaves()[static_cast<std::size_t>(placed.leaf)].by_width;
    return static_cast<std::size_t>(placed.at.width) < shapes.size() &&
           !shapes[static_cast<std::size_t>(placed.at.width)].empty();
  });
  for (std::size_t i = 0; i < inner.problem.fixed.size(); ++i) {
    all.push_back({static_cast<int>(problem.leaves.size() + i), 0, inner.problem.fixed[i], 0});
  }
  return shapes_allowed && board.come_right(all);
}

}  // namespace paiban::makeup
