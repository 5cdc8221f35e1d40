#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "makeup/bands.hpp"
#include "makeup/dissection_price.hpp"
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
  found.bill = bill_of(board.problem(), found.places);
  found.structure = structure_in(board.problem(), found.places);
  return found;
}

/// The cheapest of each structure, cheapest first; the earlier one where two cost the same.
std::vector<Dissection> ranked(const Board& board, const std::vector<Part>& parts) {
  std::map<std::string, Dissection> by_structure;
  for (const Part& part : parts) {
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

/// What a search found, and whether there may be more that it had no time for.
struct Search {
  std::vector<Part> found;
  bool gave_up = false;
};

Search search(const SlicingTable& table, const Pinwheels& pinwheels, Cost least, std::size_t wanted, Difference difference) {
  const Board& board = table.board();
  Parts parts(table, pinwheels, wanted * candidates_for_one, difference);
  for (Cost slack = std::abs(least) / first_slack + 1;; slack *= 2) {
    std::vector<Part> candidates = parts.whole(least + slack);
    std::erase_if(candidates, [&](const Part& part) { return !board.come_right(part.places); });
    const std::vector<Dissection> found = ranked(board, candidates);
    const bool nothing_cheaper_left = found.size() >= wanted && found[wanted - 1].cost() <= least + slack;
    const bool enough = board.undecided(board.all()) == 0 && candidates.size() >= wanted * candidates_for_one;
    if (nothing_cheaper_left || enough || !parts.left_out() || parts.gave_up()) return {std::move(candidates), parts.gave_up()};
  }
}

std::vector<Dissection> dissect_inner(const Problem& problem, std::size_t wanted) {
  const Board board(problem);
  const SlicingTable table(board, problem.rows);
  const Pinwheels pinwheels(table);
  const Cost least = pinwheels.least(table.at(board.all(), problem.columns).least(problem.rows));
  if (least >= never) return {};

  Search result = search(table, pinwheels, least, wanted, Difference::places);
  if (result.gave_up) {
    Search wider = search(table, pinwheels, least, wanted, Difference::structure);
    std::ranges::move(wider.found, std::back_inserter(result.found));
  }
  std::vector<Dissection> found = ranked(board, result.found);
  if (found.size() > wanted) found.resize(wanted);
  return found;
}

}  // namespace

std::vector<Dissection> dissect(const Problem& problem, int how_many) {
  const Inner inner = without_bands(problem);
  if (!can_be_sought(inner.problem) || how_many < 1) return {};
  std::vector<Dissection> found = dissect_inner(inner.problem, static_cast<std::size_t>(how_many));
  for (Dissection& dissection : found) dissection.places = inner.to_outer(std::move(dissection.places));
  return found;
}

std::vector<int> fillable_heights(const Problem& problem, int reach) {
  const Inner inner = without_bands(problem);
  if (!can_be_sought(inner.problem)) return {};
  const Board board(inner.problem);
  const SlicingTable table(board, inner.problem.rows + reach);
  std::vector<int> heights = table.at(board.all(), inner.problem.columns).possible();
  for (int& height : heights) height += inner.rows_lost;
  std::erase_if(heights, [&](int height) { return height < problem.rows - reach; });
  return heights;
}

std::vector<Cure> cures(const Problem& problem, int reach) {
  const Inner inner = without_bands(problem);
  std::vector<Cure> found;
  if (!can_be_sought(inner.problem)) return found;
  for (int rows = 1; rows <= reach && found.empty(); ++rows) {
    for (const int change : {-rows, rows}) {
      for (int item = 0; item < static_cast<int>(inner.problem.items.size()); ++item) {
        const Problem changed = with_rows(inner.problem, item, change);
        const Board board(changed);
        const Cost cost = SlicingTable(board, changed.rows).at(board.all(), changed.columns).least(changed.rows);
        if (cost < never) found.push_back({item, change, cost});
      }
    }
  }
  std::ranges::stable_sort(found, {}, &Cure::cost);
  return found;
}

}  // namespace paiban::makeup
