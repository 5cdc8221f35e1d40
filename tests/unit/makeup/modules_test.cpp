// 单元表: every module of the copy of 12184 is full to the line, and within what modules may do.

#include "makeup/modules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "makeup/curves.hpp"
#include "makeup/head_bands.hpp"
#include "support/front_copy.hpp"

namespace paiban::makeup {
namespace {

std::string words(const Module& module) {
  std::string text;
  const auto say = [&](auto number) { text += std::to_string(number) + " "; };
  say(module.story);
  say(module.pattern);
  say(module.width);
  say(module.height);
  for (const int band : module.bands) say(band);
  say(module.head_columns);
  say(module.picture);
  say(module.legs);
  say(module.text);
  say(static_cast<int>(module.guest));
  say(module.levers.air);
  say(module.levers.looseness);
  say(module.levers.crop.ten_thousandths);
  say(static_cast<int>(module.levers.other_legs));
  say(module.cost);
  for (const Module& corner : module.corner) text += "(" + words(corner) + ") ";
  return text;
}

std::string words(const std::vector<ModuleChoice>& choices) {
  std::string text;
  for (const ModuleChoice& choice : choices)
    for (const auto& modules : choice.table)
      for (const Module& module : modules) text += words(module) + "\n";
  return text;
}

/// All modules of the front page.
class ModulesOfTheFront : public testing::Test {
 protected:
  const test::FrontCopy copy;
  const Trial trial = copy.trial();
  Curves curves{trial};

  [[nodiscard]] std::vector<ModuleChoice> choices() const {
    return module_choices(trial, std::vector<bool>(trial.stories.size(), true));
  }

  [[nodiscard]] const document::PlannedModule& planned(const Module& module) const {
    return trial.stories[module.story].patterns[module.pattern].module;
  }

  void expect_full(const Module& module) {
    SCOPED_TRACE(words(module));
    const document::Pattern& pattern = trial.area.patterns[trial.stories[module.story].patterns[module.pattern].pattern];
    EXPECT_EQ(module.bands.size(), bands_of(pattern).size());
    EXPECT_GE(module.head_columns, 1);
    EXPECT_LE(module.head_columns, module.width);
    EXPECT_GE(module.height, module_prices::fewest_rows);
    const bool corner_below = !module.corner.empty() && !module.has_corner_beside();
    EXPECT_EQ(module.height,
              module.picture + module.head_rows() + module.text + (corner_below ? module.corner.front().height : 0));
    EXPECT_EQ(module.legs > 0, !planned(module).flow.empty());
    if (module.legs > 0) expect_full_legs(module);
    expect_prices(module);
    for (const Module& corner : module.corner) {
      EXPECT_LE(corner.width, module.width);
      EXPECT_FALSE(corner.levers.other_legs) << "its zone has no such columns";
      expect_full(corner);
    }
  }

  /// The legs take as many lines as the composer makes of the copy at their measure.
  void expect_full_legs(const Module& module) {
    const std::vector<int> legs = module.leg_rows();
    EXPECT_GE(std::ranges::min(legs), module_prices::fewest_rows);
    const int lines = std::accumulate(legs.begin(), legs.end(), 0);
    const Length measure = legs_over(copy.design.grid, trial.area, 0, module.width, module.legs).front().width;
    const paragraph::CostCurve& curve = curves.of(planned(module).flow, measure);
    EXPECT_TRUE(curve.at(lines)) << lines << " lines are out of reach";
    EXPECT_EQ(lines, curve.cheapest() + module.levers.looseness);
  }

  static void expect_prices(const Module& module) {
    EXPECT_LE(std::abs(module.levers.looseness), module_prices::most_looseness);
    EXPECT_GE(module.levers.air, 0);
    EXPECT_LE(module.levers.air, module_prices::most_air);
    EXPECT_LE(std::abs(module.levers.crop.ten_thousandths), module_prices::most_crop.ten_thousandths);
    EXPECT_EQ(module.levers.other_legs, module.legs > 0 && module.legs != module.width);
    EXPECT_GE(module.cost, 0);
  }
};

TEST_F(ModulesOfTheFront, AreFullToTheLine) {
  int modules = 0, corners = 0, insets = 0, loose = 0, cropped = 0;
  for (const ModuleChoice& choice : choices()) {
    ASSERT_EQ(choice.table.size(), trial.area.columns.size() + 1);
    EXPECT_TRUE(choice.table.front().empty());
    for (std::size_t width = 1; width < choice.table.size(); ++width)
      for (const Module& module : choice.table[width]) {
        ASSERT_EQ(module.width, static_cast<int>(width));
        ASSERT_EQ(module.story, choice.stories.front());
        expect_full(module);
        if (HasFailure()) return;  // one is enough to read
        ++modules;
        corners += module.guest ? 1 : 0;
        insets += module.head_columns < module.width ? 1 : 0;
        loose += module.levers.looseness != 0 ? 1 : 0;
        cropped += module.levers.crop.ten_thousandths != 0 ? 1 : 0;
      }
  }
  // Every kind of module is among them.
  EXPECT_GT(modules, 100);
  EXPECT_GT(corners, 0);
  EXPECT_GT(insets, 0);
  EXPECT_GT(loose, 0);
  EXPECT_GT(cropped, 0);
}

TEST_F(ModulesOfTheFront, HaveEachHeightOnce) {
  for (const ModuleChoice& choice : choices())
    for (const auto& modules : choice.table) {
      std::set<std::pair<int, bool>> seen;
      for (const Module& module : modules)
        EXPECT_TRUE(seen.insert({module.height, module.head_columns < module.width}).second) << words(module);
    }
}

TEST_F(ModulesOfTheFront, EveryStoryCanBeSet) {
  const auto all = choices();
  for (std::size_t story = 0; story < trial.stories.size(); ++story)
    EXPECT_TRUE(std::ranges::any_of(all, [&](const ModuleChoice& choice) {
      return choice.stories == std::vector{story} &&
             std::ranges::any_of(choice.table, [](const auto& row) { return !row.empty(); });
    })) << trial.stories[story].story.id;
}

TEST_F(ModulesOfTheFront, AreTheSameMadeAgain) {
  const std::string once = words(choices());
  EXPECT_EQ(once, words(choices()));
  EXPECT_EQ(once, words(module_choices(copy.trial(), std::vector<bool>(trial.stories.size(), true))));
}

TEST_F(ModulesOfTheFront, AreNotMadeOfStoriesThatNobodyWants) {
  std::vector<bool> wanted(trial.stories.size(), true);
  wanted[2] = false;
  for (const ModuleChoice& choice : module_choices(trial, wanted)) EXPECT_EQ(std::ranges::count(choice.stories, 2U), 0);
}

/// Legs of any number cover the same columns, in whole twentieths of an em.
TEST_F(ModulesOfTheFront, LegsCoverTheirColumns) {
  for (int width = 1; width <= static_cast<int>(trial.area.columns.size()); ++width)
    for (int count = std::max(1, width - 1); count <= width + 1; ++count) {
      const auto legs = legs_over(copy.design.grid, trial.area, 0, width, count);
      ASSERT_EQ(static_cast<int>(legs.size()), count);
      const document::Column& last = trial.area.columns[static_cast<std::size_t>(width) - 1];
      EXPECT_EQ(legs.front().x, trial.area.columns.front().x);
      EXPECT_EQ(legs.back().x + legs.back().width, last.x + last.width) << count << " legs over " << width;
      for (const document::Column& leg : legs) EXPECT_EQ(leg.width, legs.front().width);
    }
}

}  // namespace
}  // namespace paiban::makeup
