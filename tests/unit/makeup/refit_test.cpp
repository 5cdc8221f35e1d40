// 保持结构: what is filled again is whole, moves no more than it must, and is the cheapest of what moves so little.

#include "makeup/refit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "document/makeup_area.hpp"
#include "support/random_numbers.hpp"

namespace paiban::makeup {
namespace {

using test::RandomNumbers;

constexpr int reach = 3;  // rows that trying everything moves an edge by
constexpr int least_rows = 3;

Module module_of(int rows, Cost cost) {
  Module module;
  module.height = rows - document::separation_rows;
  module.cost = cost;
  return module;
}

KeptModule kept_at(int column, int row, int width, int height) { return {{}, column, row, width, height}; }

// ---- areas, divided ----

struct Area {
  int columns = 0, rows = 0;
  std::vector<KeptModule> kept;
  bool turns = false;  // a pinwheel
};

/// Cuts a rectangle in two, and its parts again, until `modules` rectangles are there or nothing can be cut.
void cut(RandomNumbers& numbers, const KeptModule& block, int modules, std::vector<KeptModule>& into) {
  const bool across = block.height >= 2 * least_rows, down = block.width >= 2;
  if (modules <= 1 || (!across && !down)) {
    into.push_back(block);
    return;
  }
  KeptModule first = block, second = block;
  if (across && (!down || numbers.between(0, 1) == 0)) {
    first.height = numbers.between(least_rows, block.height - least_rows);
    second.row += first.height;
    second.height -= first.height;
  } else {
    first.width = numbers.between(1, block.width - 1);
    second.column += first.width;
    second.width -= first.width;
  }
  const int share = numbers.between(1, modules - 1);
  cut(numbers, first, share, into);
  cut(numbers, second, modules - share, into);
}

/// Five modules round one in the middle, none of whose edges goes through.
Area pinwheel(RandomNumbers& numbers) {
  const int high = numbers.between(4, 6), low = high + numbers.between(4, 6), rows = low + numbers.between(4, 6);
  return {3,
          rows,
          {kept_at(0, 0, 2, high), kept_at(2, 0, 1, low), kept_at(1, low, 2, rows - low), kept_at(0, high, 1, rows - high),
           kept_at(1, high, 1, low - high)},
          true};
}

Area random_area(RandomNumbers& numbers) {
  Area area{numbers.between(2, 5), numbers.between(12, 24), {}, false};
  if (numbers.between(0, 4) == 0)
    area = pinwheel(numbers);
  else
    cut(numbers, kept_at(0, 0, area.columns, area.rows), numbers.between(2, 6), area.kept);
  return area;
}

/// Candidates round the height that each module has: often its own is not among them.
void add_candidates(RandomNumbers& numbers, std::vector<KeptModule>& kept) {
  for (KeptModule& each : kept)
    for (int more = -reach; more <= reach; ++more) {
      if (each.height + more < 2 || numbers.between(0, 9) < (more == 0 ? 3 : 5)) continue;
      each.candidates.push_back(module_of(each.height + more, numbers.between(0, 40)));
      if (numbers.between(0, 3) == 0) each.candidates.push_back(module_of(each.height + more, numbers.between(0, 40)));
    }
}

// ---- trying everything ----

/// Level edges, found from the cells: those of two columns are one where a module ends or begins over both.
class Edges {
 public:
  explicit Edges(const Area& area) : area_(area) {
    int number = 0;
    for (const KeptModule& each : area.kept)
      for (const int row : {each.row, each.row + each.height})
        if (row != 0 && row != area.rows && !numbers_.contains({each.column, row})) spread(each.column, row, number++);
    count_ = number;
  }

  [[nodiscard]] int count() const { return count_; }

  /// Which edge a module's top or foot is; nullopt: the area's own.
  [[nodiscard]] std::optional<std::size_t> at(int column, int row) const {
    const auto found = numbers_.find({column, row});
    return found == numbers_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found->second));
  }

 private:
  void spread(int column, int row, int number) {
    if (!numbers_.try_emplace({column, row}, number).second) return;
    for (const KeptModule& each : area_.kept) {
      if (each.row != row && each.row + each.height != row) continue;
      if (column < each.column || column >= each.column + each.width) continue;
      for (int other = each.column; other < each.column + each.width; ++other) spread(other, row, number);
    }
  }

  const Area& area_;
  std::map<std::pair<int, int>, int> numbers_;
  int count_ = 0;
};

struct Answer {
  int moved = 0;
  Cost cost = 0;
  auto operator<=>(const Answer&) const = default;
};

std::optional<Cost> cheapest(const KeptModule& kept, int rows) {
  std::optional<Cost> cost;
  for (const Module& module : kept.candidates)
    if (module.height + document::separation_rows == rows && (!cost || module.cost < *cost)) cost = module.cost;
  return cost;
}

std::optional<Answer> with_offsets(const Area& area, const Edges& edges, const std::vector<int>& offsets) {
  Answer answer;
  for (const int offset : offsets) answer.moved += std::abs(offset);
  const auto row_of = [&](const KeptModule& each, int row) {
    const auto edge = edges.at(each.column, row);
    return row + (edge ? offsets[*edge] : 0);
  };
  for (const KeptModule& each : area.kept) {
    const auto cost = cheapest(each, row_of(each, each.row + each.height) - row_of(each, each.row));
    if (!cost) return std::nullopt;
    answer.cost += *cost;
  }
  return answer;
}

/// The least that edges must move by when none moves further than `reach`.
std::optional<Answer> try_everything(const Area& area) {
  const Edges edges(area);
  std::optional<Answer> best;
  std::vector<int> offsets(static_cast<std::size_t>(edges.count()), -reach);
  for (;;) {
    const auto answer = with_offsets(area, edges, offsets);
    if (answer && (!best || *answer < *best)) best = answer;
    std::size_t next = 0;
    while (next < offsets.size() && offsets[next] == reach) offsets[next++] = -reach;
    if (next == offsets.size()) return best;
    ++offsets[next];
  }
}

// ---- what must hold ----

void expect_whole(const Area& area, const Refit& refitted) {
  ASSERT_EQ(refitted.modules.size(), area.kept.size());
  ASSERT_EQ(refitted.rows.size(), area.kept.size());
  std::vector<int> taken(static_cast<std::size_t>(area.columns * area.rows), 0);
  Cost cost = 0;
  for (std::size_t i = 0; i < area.kept.size(); ++i) {
    const KeptModule& kept = area.kept[i];
    const Module& module = refitted.modules[i];
    EXPECT_TRUE(std::ranges::any_of(kept.candidates,
                                    [&](const Module& each) { return each.height == module.height && each.cost == module.cost; }))
        << "module " << i << " is none of its candidates";
    cost += module.cost;
    for (int row = refitted.rows[i]; row < refitted.rows[i] + module.height + document::separation_rows; ++row)
      for (int column = kept.column; column < kept.column + kept.width; ++column) {
        ASSERT_TRUE(row >= 0 && row < area.rows) << "module " << i << " leaves the area";
        ++taken[static_cast<std::size_t>(row * area.columns + column)];
      }
  }
  EXPECT_EQ(cost, refitted.cost);
  EXPECT_TRUE(std::ranges::all_of(taken, [](int times) { return times == 1; })) << "a hole, or one module over another";
}

TEST(Refit, MovesAsLittleAsTryingEverythingFinds) {
  RandomNumbers numbers(20'250'205);
  int found = 0, moved = 0, impossible = 0, pinwheels = 0;
  for (int trial = 0; trial < 4'000; ++trial) {
    Area area = random_area(numbers);
    if (Edges(area).count() > 5) continue;
    add_candidates(numbers, area.kept);
    SCOPED_TRACE(trial);
    const auto expected = try_everything(area);
    // So few rows in all that no edge can go further than trying everything does.
    const auto near = refit(area.kept, area.rows, reach);
    const bool possible = expected && expected->moved <= reach;
    ASSERT_EQ(near.has_value(), possible);
    if (near) {
      ASSERT_NO_FATAL_FAILURE(expect_whole(area, *near));
      ASSERT_EQ((Answer{near->moved, near->cost}), *expected);
    }
    const auto far = refit(area.kept, area.rows);
    ASSERT_TRUE(far || !expected);
    if (far) {
      ASSERT_NO_FATAL_FAILURE(expect_whole(area, *far));
      if (expected) {
        ASSERT_LE(far->moved, expected->moved);
      }
    }
    ++(near ? near->moved == 0 ? found : moved : impossible);
    pinwheels += near && area.turns ? 1 : 0;
  }
  // Chance must have brought each case often enough.
  EXPECT_GT(found, 100);
  EXPECT_GT(moved, 300);
  EXPECT_GT(impossible, 300);
  EXPECT_GT(pinwheels, 50);
}

TEST(Refit, NothingMovesWhereEverythingStillFits) {
  RandomNumbers numbers(1);
  for (int trial = 0; trial < 300; ++trial) {
    Area area = random_area(numbers);
    add_candidates(numbers, area.kept);
    // However dear it is to stay.
    for (KeptModule& each : area.kept) each.candidates.push_back(module_of(each.height, 1'000));
    const auto refitted = refit(area.kept, area.rows);
    ASSERT_TRUE(refitted);
    EXPECT_EQ(refitted->moved, 0);
    for (std::size_t i = 0; i < area.kept.size(); ++i) {
      EXPECT_EQ(refitted->rows[i], area.kept[i].row);
      EXPECT_EQ(refitted->modules[i].height + document::separation_rows, area.kept[i].height);
    }
  }
}

/// One story a row shorter: the neighbour that shares its edge takes the row, what stands elsewhere keeps its place.
TEST(Refit, OnlyTheEdgeOfTheShorterStoryMoves) {
  std::vector<KeptModule> kept{kept_at(0, 0, 2, 10), kept_at(0, 10, 2, 10), kept_at(2, 0, 2, 10), kept_at(2, 10, 2, 10)};
  for (KeptModule& each : kept)
    for (const int rows : {9, 10, 11}) each.candidates.push_back(module_of(rows, rows == 10 ? 0 : 10));
  std::erase_if(kept[0].candidates, [](const Module& each) { return each.height != 8; });
  const auto refitted = refit(kept, 20);
  ASSERT_TRUE(refitted);
  EXPECT_EQ(refitted->moved, 1);
  EXPECT_EQ(refitted->rows, (std::vector<int>{0, 9, 0, 10}));
}

TEST(Refit, NothingWhereAModuleHasNoCandidate) {
  std::vector<KeptModule> kept{kept_at(0, 0, 1, 10), kept_at(0, 10, 1, 10)};
  kept[0].candidates.push_back(module_of(10, 0));
  EXPECT_FALSE(refit(kept, 20));
}

}  // namespace
}  // namespace paiban::makeup
