// The search over dissections by single cases: what it pays for, what wishes do, what it says when nothing fits.

#include "makeup/dissection.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace paiban::makeup {
namespace {

/// Items of one shape each, columns by rows, with no head.
Problem problem_of(int columns, int rows, const std::vector<std::pair<int, int>>& sizes) {
  Problem problem{.columns = columns, .rows = rows, .items = {}, .leaves = {}, .fixed = {}, .relations = {}, .prices = {}};
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    problem.items.push_back({.weight = 1, .pins = {}});
    Leaf leaf{ItemSet{1} << i, std::vector<std::vector<Shape>>(static_cast<std::size_t>(columns) + 1)};
    leaf.by_width[static_cast<std::size_t>(sizes[i].first)].push_back(
        {.height = sizes[i].second, .variant = static_cast<int>(i) + 10});
    problem.leaves.push_back(std::move(leaf));
  }
  return problem;
}

std::vector<std::string> structures(const Problem& problem) {
  std::vector<std::string> all;
  for (const Dissection& dissection : dissect(problem, 50)) all.push_back(dissection.structure);
  return all;
}

Placed placed(int leaf, Rectangle at) { return {leaf, 0, at, 0}; }

TEST(Dissection, TheHeavierItemStandsOnTop) {
  Problem problem = problem_of(2, 10, {{2, 4}, {2, 6}});
  problem.items[1].weight = 5;
  const std::vector<Dissection> found = dissect(problem, 5);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].structure, "(1:2/0:2)");
  EXPECT_EQ(found[0].bill.places, 6 * problem.prices.row_lower);
  EXPECT_EQ(found[0].bill.cuts_across, problem.prices.cut_across);
  EXPECT_EQ(found[0].places[0].variant, 11);
  EXPECT_EQ(found[1].bill.places, 5 * 4 * problem.prices.row_lower);
}

TEST(Dissection, APackageTakesOneRectangleInPlaceOfItsItems) {
  Problem problem = problem_of(2, 10, {{1, 6}, {1, 6}, {2, 4}});
  problem.leaves.push_back({.items = 3, .by_width = {{}, {}, {{.height = 6, .cost = 5}}}});
  EXPECT_EQ(dissect(problem, 1).at(0).structure, "(3:2/2:2)");  // it saves no cut, but the second item's column
}

TEST(Dissection, PricesAnyDissectionFromOutside) {
  // Two blocks with heads, side by side at rows 0-2 and 1-3 of their middle: only the geometry tells that they meet.
  Problem problem = problem_of(2, 6, {{1, 2}, {1, 4}, {1, 3}, {1, 3}});
  for (Leaf& leaf : problem.leaves) {
    Shape& shape = leaf.by_width[1][0];
    shape.head_left = shape.head_right = true;
    shape.head_rows = 2;
  }
  const std::vector<Placed> places{placed(0, {0, 0, 1, 2}), placed(1, {0, 2, 1, 4}), placed(2, {1, 0, 1, 3}),
                                   placed(3, {1, 3, 1, 3})};
  const Bill bill = price_of(problem, places);
  EXPECT_EQ(bill.heads_meet, 2 * problem.prices.heads_meet);
  EXPECT_EQ(bill.cuts_down, problem.prices.cut_down);
  EXPECT_EQ(bill.cuts_across, 0);
  EXPECT_EQ(bill.places, (2 + 3) * problem.prices.row_lower + 2 * problem.prices.column_right);
  EXPECT_EQ(structure_of(problem, places), "((0:1/1:1)|(2:1/3:1))");
}

TEST(Dissection, ACrossIsOneStructureHoweverItIsCut) {
  const Problem problem = problem_of(2, 4, {{1, 2}, {1, 2}, {1, 2}, {1, 2}});
  EXPECT_EQ(structures(problem).size(), 24U);
  EXPECT_EQ(structures(problem)[0], "((0:1|1:1)/(2:1|3:1))");
}

TEST(Dissection, WhatNeitherCutsNorAPinwheelExplainIsListed) {
  const std::vector<Rectangle> tiles{{0, 0, 1, 2}, {1, 0, 2, 1}, {3, 0, 1, 3}, {1, 1, 1, 1},
                                     {2, 1, 1, 2}, {0, 2, 2, 2}, {2, 3, 2, 1}};
  std::vector<std::pair<int, int>> sizes;
  std::vector<Placed> places;
  for (const Rectangle& tile : tiles) {
    places.push_back(placed(static_cast<int>(sizes.size()), tile));
    sizes.emplace_back(tile.width, tile.height);
  }
  EXPECT_EQ(structure_of(problem_of(4, 4, sizes), places), "{0:1 1:2 2:1 3:1 4:1 5:2 6:2}");
}

TEST(Dissection, PinsFoldAndColumnsHold) {
  Problem problem = problem_of(2, 10, {{2, 4}, {2, 6}});
  problem.items[1].pins.bottom = true;
  EXPECT_EQ(structures(problem), std::vector<std::string>{"(0:2/1:2)"});
  problem.items[1].last_row = 9;
  EXPECT_TRUE(structures(problem).empty());
  problem.items[1] = {.weight = 1, .pins = {}, .last_row = 6};
  EXPECT_EQ(structures(problem), std::vector<std::string>{"(1:2/0:2)"});
  problem.items[0].most_columns = 1;
  EXPECT_TRUE(structures(problem).empty());
}

TEST(Dissection, RelationsHold) {
  Problem problem = problem_of(1, 6, {{1, 1}, {1, 2}, {1, 3}});
  EXPECT_EQ(structures(problem).size(), 6U);
  problem.relations = {{Relation::Kind::apart, 0, 1}};
  for (const std::string& structure : structures(problem)) EXPECT_EQ(structure.find("/2:1/"), 4U) << structure;
  problem.relations = {{Relation::Kind::touches, 0, 1}};
  EXPECT_EQ(structures(problem).size(), 4U);
  problem.relations = {{Relation::Kind::not_above, 0, 1}, {Relation::Kind::not_above, 1, 0}};
  EXPECT_EQ(structures(problem).size(), 2U);
  Problem row = problem_of(2, 3, {{1, 3}, {1, 3}});
  row.relations = {{Relation::Kind::not_beside, 0, 1}};
  EXPECT_TRUE(structures(row).empty());
}

TEST(Dissection, GoesRoundAFixedCorner) {
  Problem problem = problem_of(3, 6, {{3, 2}, {1, 4}, {2, 1}});
  problem.fixed = {{1, 3, 2, 3}};
  const std::vector<Dissection> found = dissect(problem, 3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].structure, "(0:3/(1:1|(2:2/=0)))");
  EXPECT_EQ(found[0].places[2].at, (Rectangle{1, 2, 2, 1}));
}

TEST(Dissection, ABandOfFixedThingsIsNoPartOfTheArea) {
  Problem problem = problem_of(2, 10, {{1, 5}, {1, 5}});
  problem.fixed = {{0, 7, 1, 3}, {1, 7, 1, 3}, {0, 0, 2, 2}};
  problem.items[1].pins.top = true;
  const std::vector<Dissection> found = dissect(problem, 3);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].structure, "(0:1|1:1)");
  EXPECT_EQ(found[0].places[1].at, (Rectangle{1, 2, 1, 5}));
  EXPECT_EQ(found[0].bill.cuts_down, problem.prices.cut_down);
  EXPECT_TRUE(holds_wishes(problem, found[0].places));
}

TEST(Dissection, SaysWhichHeightsCanBeFilledAndWhatWouldCure) {
  Problem problem = problem_of(2, 10, {{2, 4}, {1, 5}, {1, 5}});
  EXPECT_TRUE(dissect(problem, 1).empty());
  EXPECT_EQ(fillable_heights(problem, 3), std::vector<int>{9});
  const std::vector<Cure> found = cures(problem, 3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item, 0);
  EXPECT_EQ(found[0].rows, 1);
  problem.fixed = {{0, 10, 2, 4}};
  problem.rows = 14;
  EXPECT_EQ(fillable_heights(problem, 3), std::vector<int>{13});
}

TEST(Dissection, AnEmptyAreaOrTooMuchForTheTablesHasNone) {
  EXPECT_TRUE(dissect({}, 3).empty());
  EXPECT_TRUE(dissect(problem_of(1, 17, std::vector<std::pair<int, int>>(17, {1, 1})), 1).empty());
}

}  // namespace
}  // namespace paiban::makeup
