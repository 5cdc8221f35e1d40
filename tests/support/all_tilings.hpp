#pragma once
// The oracle of the search over dissections: every tiling of a small area, tried one by one, with its own prices and wishes.
// Knows nothing of cuts; so it is as simple as the search is not.

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "makeup/dissection.hpp"

namespace paiban::makeup::oracle {

struct Tile {
  Rectangle at;
  ItemSet items;  ///< fixed things counted on after the items
  Cost cost = 0;
  bool head_left = false, head_right = false;
  int head_rows = 0;
};
using Tiling = std::vector<Tile>;

class AllTilings {
 public:
  AllTilings(const Problem& problem, std::function<void(const Tiling&)> found) : problem_(problem), found_(std::move(found)) {
    taken_.assign(static_cast<std::size_t>(problem.columns * problem.rows), false);
    for (std::size_t i = 0; i < problem.fixed.size(); ++i) {
      mark(problem.fixed[i], true);
      tiling_.push_back({problem.fixed[i], ItemSet{1} << (problem.items.size() + i)});
    }
    fill_from(0);
  }

 private:
  [[nodiscard]] std::size_t cell(int column, int row) const { return static_cast<std::size_t>(row * problem_.columns + column); }
  [[nodiscard]] bool is_free(const Rectangle& at) const {
    if (at.right() > problem_.columns || at.bottom() > problem_.rows) return false;
    for (int row = at.row; row < at.bottom(); ++row) {
      for (int column = at.column; column < at.right(); ++column) {
        if (taken_[cell(column, row)]) return false;
      }
    }
    return true;
  }
  void mark(const Rectangle& at, bool taken) {
    for (int row = at.row; row < at.bottom(); ++row) {
      for (int column = at.column; column < at.right(); ++column) taken_[cell(column, row)] = taken;
    }
  }
  void fill_from(std::size_t first) {
    while (first < taken_.size() && taken_[first]) ++first;
    if (first == taken_.size()) {
      if (used_ + 1 == ItemSet{1} << problem_.items.size()) found_(tiling_);
      return;
    }
    const int column = static_cast<int>(first) % problem_.columns;
    const int row = static_cast<int>(first) / problem_.columns;
    for (const Leaf& leaf : problem_.leaves) {
      if ((leaf.items & used_) != 0) continue;
      for (std::size_t width = 1; width < leaf.by_width.size(); ++width) {
        for (const Shape& shape : leaf.by_width[width])
          try_at({column, row, static_cast<int>(width), shape.height}, leaf, shape, first);
      }
    }
  }
  void try_at(const Rectangle& at, const Leaf& leaf, const Shape& shape, std::size_t first) {
    if (!is_free(at)) return;
    mark(at, true);
    used_ |= leaf.items;
    tiling_.push_back({at, leaf.items, shape.cost, shape.head_left, shape.head_right, shape.head_rows});
    fill_from(first);
    tiling_.pop_back();
    used_ &= ~leaf.items;
    mark(at, false);
  }

  const Problem& problem_;
  std::function<void(const Tiling&)> found_;
  std::vector<bool> taken_;
  ItemSet used_ = 0;
  Tiling tiling_;
};

inline bool share_upright_edge(const Rectangle& a, const Rectangle& b) {
  return (a.right() == b.column || b.right() == a.column) && a.row < b.bottom() && b.row < a.bottom();
}
inline bool stands_on(const Rectangle& a, const Rectangle& b) {
  return a.bottom() == b.row && a.column < b.right() && b.column < a.right();
}

inline bool holds_wishes(const Problem& problem, const Tiling& tiling) {
  std::vector<Rectangle> of(problem.items.size() + problem.fixed.size());
  for (const Tile& tile : tiling) {
    for (std::size_t i = 0; i < of.size(); ++i) {
      if ((tile.items >> i & 1U) != 0) of[i] = tile.at;
    }
  }
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    const Item& item = problem.items[i];
    if (item.pins.top && of[i].row != 0) return false;
    if (item.pins.left && of[i].column != 0) return false;
    if (item.pins.bottom && of[i].bottom() != problem.rows) return false;
    if (item.pins.right && of[i].right() != problem.columns) return false;
    if (of[i].width < item.least_columns || of[i].width > item.most_columns || of[i].bottom() > item.last_row) return false;
  }
  return std::ranges::all_of(problem.relations, [&](const Relation& relation) {
    const Rectangle a = of[static_cast<std::size_t>(relation.first)];
    const Rectangle b = of[static_cast<std::size_t>(relation.second)];
    const bool touch = a == b || share_upright_edge(a, b) || stands_on(a, b) || stands_on(b, a);
    switch (relation.kind) {
      case Relation::Kind::touches:
        return touch;
      case Relation::Kind::apart:
        return !touch;
      case Relation::Kind::not_beside:
        return !share_upright_edge(a, b);
      case Relation::Kind::not_above:
        return !stands_on(a, b);
    }
    return false;
  });
}

/// Lines that no tile lies across, with an item on both sides; `turned` looks along the other axis.
inline int through_lines(const Problem& problem, const Tiling& tiling, bool turned) {
  int lines = 0;
  for (int line = 1; line < (turned ? problem.columns : problem.rows); ++line) {
    bool before = false;
    bool after = false;
    bool across = false;
    for (const Tile& tile : tiling) {
      const int begin = turned ? tile.at.column : tile.at.row;
      const int end = turned ? tile.at.right() : tile.at.bottom();
      const bool item = tile.items < ItemSet{1} << problem.items.size();
      across |= begin < line && end > line;
      before |= item && end <= line;
      after |= item && begin >= line;
    }
    lines += !across && before && after ? 1 : 0;
  }
  return lines;
}

inline Cost price(const Problem& problem, const Tiling& tiling) {
  Cost cost = 0;
  for (const Tile& tile : tiling) {
    cost += tile.cost;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
      if ((tile.items >> i & 1U) != 0) {
        cost += problem.items[i].weight * (tile.at.row * problem.prices.row_lower + tile.at.column * problem.prices.column_right);
      }
    }
    for (const Tile& other : tiling) {
      const bool at_one_level = tile.at.row < other.at.row + other.head_rows && other.at.row < tile.at.row + tile.head_rows;
      if (tile.at.right() == other.at.column && tile.head_right && other.head_left && at_one_level)
        cost += problem.prices.heads_meet;
    }
  }
  return cost + problem.prices.cut_across * through_lines(problem, tiling, false) +
         problem.prices.cut_down * through_lines(problem, tiling, true);
}

}  // namespace paiban::makeup::oracle
