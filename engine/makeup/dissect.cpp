#include <algorithm>
#include <map>
#include <tuple>

#include "makeup/parts.hpp"

namespace paiban::makeup {
namespace {

/// Candidates priced for each one wanted: what only chance brings to one level reorders them.
constexpr std::size_t candidates_for_one = 6;
/// The first look goes so far beyond the cheapest: a part of its cost. Then twice as far, and so on.
constexpr Cost first_slack = 16;

Dissection finished(const Board& board, const Part& part) {
  Dissection found;
  for (const Placed& placed : part.places) {
    if (!board.is_fixed_leaf(placed.leaf)) found.places.push_back(placed);
  }
  std::ranges::sort(found.places, {}, [](const Placed& placed) { return std::tuple(placed.at.row, placed.at.column); });
  found.bill = price_of(board.problem(), found.places);
  found.structure = structure_of(board.problem(), found.places);
  return found;
}

/// The cheapest of each structure, cheapest first.
std::vector<Dissection> ranked(const Board& board, const std::vector<Part>& parts) {
  std::map<std::string, Dissection> by_structure;
  for (const Part& part : parts) {
    if (!board.come_right(part.places)) continue;
    Dissection found = finished(board, part);
    const auto [known, is_new] = by_structure.try_emplace(found.structure, found);
    if (!is_new && found.cost() < known->second.cost()) known->second = std::move(found);
  }
  std::vector<Dissection> all;
  for (auto& [structure, dissection] : by_structure) all.push_back(std::move(dissection));
  std::ranges::stable_sort(all, {}, &Dissection::cost);
  return all;
}

bool can_be_sought(const Problem& problem) {
  const std::size_t things = problem.items.size() + problem.fixed.size();
  return problem.columns > 0 && problem.rows > 0 && things > 0 && things <= most_items;
}

Problem with_rows(const Problem& problem, int item, int rows) {
  Problem changed = problem;
  for (Leaf& leaf : changed.leaves) {
    if ((leaf.items >> item & 1U) == 0) continue;
    for (auto& shapes : leaf.by_width) {
      for (Shape& shape : shapes) shape.height += rows;
    }
  }
  return changed;
}

}  // namespace

std::vector<Dissection> dissect(const Problem& problem, int how_many) {
  if (!can_be_sought(problem) || how_many < 1) return {};
  const Board board(problem);
  const SlicingTable table(board, problem.rows);
  const Pinwheels pinwheels(table);
  const Cost least = pinwheels.least(table.at(board.all(), problem.columns).least(problem.rows));
  if (least >= never) return {};

  const auto wanted = static_cast<std::size_t>(how_many);
  Parts parts(table, pinwheels, wanted * candidates_for_one);
  for (Cost slack = std::abs(least) / first_slack + 1;; slack *= 2) {
    const std::vector<Part> candidates = parts.whole(least + slack);
    std::vector<Dissection> found = ranked(board, candidates);
    const bool nothing_cheaper_left = found.size() >= wanted && found[wanted - 1].cost() <= least + slack;
    const bool enough = board.undecided(board.all()) == 0 && candidates.size() >= wanted * candidates_for_one;
    if (nothing_cheaper_left || enough || !parts.left_out() || parts.gave_up()) {
      if (found.size() > wanted) found.resize(wanted);
      return found;
    }
  }
}

std::vector<int> fillable_heights(const Problem& problem, int reach) {
  if (!can_be_sought(problem)) return {};
  const Board board(problem);
  const SlicingTable table(board, problem.rows + reach);
  std::vector<int> heights = table.at(board.all(), problem.columns).possible();
  std::erase_if(heights, [&](int height) { return height < problem.rows - reach; });
  return heights;
}

std::vector<Cure> cures(const Problem& problem, int reach) {
  std::vector<Cure> found;
  if (!can_be_sought(problem)) return found;
  for (int rows = 1; rows <= reach && found.empty(); ++rows) {
    for (const int change : {-rows, rows}) {
      for (int item = 0; item < static_cast<int>(problem.items.size()); ++item) {
        const Problem changed = with_rows(problem, item, change);
        const Board board(changed);
        const Cost cost = SlicingTable(board, problem.rows).at(board.all(), problem.columns).least(problem.rows);
        if (cost < never) found.push_back({item, change, cost});
      }
    }
  }
  std::ranges::stable_sort(found, {}, &Cure::cost);
  return found;
}

}  // namespace paiban::makeup
