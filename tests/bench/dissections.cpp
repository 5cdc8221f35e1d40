// What the search over dissections takes: pages of six to ten items, six columns of 97 rows.

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <string>

#include "makeup/slicing.hpp"
#include "support/random_numbers.hpp"

namespace paiban::makeup {
namespace {

using test::RandomNumbers;

constexpr int columns = 6;
constexpr int rows = 97;
constexpr int pages = 10;
constexpr int proposals = 5;

/// A story of `cells` cells: a head of three to seven rows over its text, one row more or less three ways.
Leaf story(RandomNumbers& numbers, int item, int cells, int least_columns) {
  Leaf leaf{ItemSet{1} << item, std::vector<std::vector<Shape>>(columns + 1)};
  for (int width = least_columns; width <= columns; ++width) {
    const int height = std::max(5, (cells + width - 1) / width);
    for (int head = 3; head <= 7; head += 2) {
      for (int slack = -1; slack <= 2; ++slack) {
        const Cost cost = std::abs(slack) * 40 + std::abs(head - 5) * 30 + numbers.between(0, 20);
        leaf.by_width[static_cast<std::size_t>(width)].push_back({height + slack + head - 5, true, head != 3, head, cost, slack});
      }
    }
  }
  return leaf;
}

Problem page(int items, bool advertisement, std::uint64_t seed) {
  RandomNumbers numbers(seed);
  Problem problem{.columns = columns, .rows = rows, .items = {}, .leaves = {}, .fixed = {}, .relations = {}, .prices = {}};
  int left = columns * rows;
  if (advertisement) {
    problem.fixed.push_back({2, 77, 4, 20});
    left -= 80;
  }
  for (int i = 0; i < items; ++i) {
    const int share = i + 1 == items ? left : left / (items - i) * numbers.between(70, 150) / 100;
    left -= share;
    problem.items.push_back({.weight = items - i, .pins = {}});
    problem.leaves.push_back(story(numbers, i, share, share > 80 ? 2 : 1));
  }
  problem.items[0].pins = {.top = true, .left = true};
  return problem;
}

/// Heights that can be had, over all sets and widths.
std::size_t states(const Problem& problem) {
  const Board board(problem);
  const SlicingTable table(board, problem.rows);
  std::size_t sum = 0;
  for (ItemSet set = 1; set <= board.all(); ++set) {
    for (int width = 1; width <= columns; ++width) sum += table.at(set, width).possible().size();
  }
  return sum;
}

void measure(int items, bool advertisement) {
  const auto milliseconds = [](std::clock_t ticks) { return 1000.0 * static_cast<double>(ticks) / CLOCKS_PER_SEC; };
  double sum = 0;
  double longest = 0;
  std::size_t most_states = 0;
  int filled = 0;
  std::size_t proposed = 0;
  for (std::uint64_t seed = 1; seed <= pages; ++seed) {
    const Problem problem = page(items, advertisement, seed);
    const std::clock_t start = std::clock();  // of the processor: others may be at work
    const std::vector<Dissection> found = dissect(problem, proposals);
    const double took = milliseconds(std::clock() - start);
    sum += took;
    longest = std::max(longest, took);
    filled += found.empty() ? 0 : 1;
    proposed += found.size();
    most_states = std::max(most_states, states(problem));
  }
  fmt::print("{:2} items{:8} mean {:7.1f} ms  longest {:7.1f} ms  filled {}/{}  proposals {:3}  states {:7}\n", items,
             advertisement ? " + ad" : "", sum / pages, longest, filled, pages, proposed, most_states);
}

}  // namespace
}  // namespace paiban::makeup

int main() {
  for (const bool advertisement : {false, true}) {
    for (int items = 6; items <= 10; ++items) paiban::makeup::measure(items, advertisement);
  }
}
