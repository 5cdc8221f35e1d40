// 单元表: every module of the copy of 12184 and the samples is full to the line, and within what modules may do.

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
#include "support/free_copy.hpp"

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

std::vector<ModuleChoice> all_choices(const Trial& trial) {
  return module_choices(trial, std::vector<bool>(trial.stories.size(), true));
}

/// How many modules were looked at, and of what kinds.
struct Counted {
  int modules = 0, corners = 0, insets = 0, loose = 0, cropped = 0, other_legs = 0;

  void add(const Module& module) {
    ++modules;
    corners += module.guest ? 1 : 0;
    insets += module.head_columns < module.width ? 1 : 0;
    loose += module.levers.looseness != 0 ? 1 : 0;
    cropped += module.levers.crop.ten_thousandths != 0 ? 1 : 0;
    other_legs += module.levers.other_legs ? 1 : 0;
  }
};

/// Looks at the modules of one page.
class Inspector {
 public:
  Inspector(const document::Template& design, const Trial& trial) : design_(design), trial_(trial), curves_(trial) {}

  /// Height, legs and levers of `module`, and of what stands in its corner.
  void expect_full(const Module& module) {
    SCOPED_TRACE(words(module));
    const document::Pattern& pattern = trial_.area.patterns[trial_.stories[module.story].patterns[module.pattern].pattern];
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

 private:
  [[nodiscard]] const document::PlannedModule& planned(const Module& module) const {
    return trial_.stories[module.story].patterns[module.pattern].module;
  }

  /// The legs take as many lines as the composer makes of the copy at their measure.
  void expect_full_legs(const Module& module) {
    const std::vector<int> legs = module.leg_rows();
    EXPECT_GE(std::ranges::min(legs), module_prices::fewest_rows);
    const int lines = std::accumulate(legs.begin(), legs.end(), 0);
    const Length measure = legs_over(design_.grid, trial_.area, 0, module.width, module.legs).front().width;
    const paragraph::CostCurve& curve = curves_.of(planned(module).flow, measure);
    EXPECT_TRUE(curve.at(lines)) << lines << " lines are out of reach";
    EXPECT_EQ(lines, curve.cheapest() + module.levers.looseness);
  }

  void expect_prices(const Module& module) const {
    EXPECT_LE(std::abs(module.levers.looseness), module_prices::most_looseness);
    EXPECT_GE(module.levers.air, 0);
    EXPECT_LE(module.levers.air, module_prices::most_air);
    const bool whole = trial_.stories[module.story].story.wishes.no_crop;
    const Ratio most = whole ? module_prices::rounding_crop : module_prices::most_crop;
    EXPECT_LE(std::abs(module.levers.crop.ten_thousandths), most.ten_thousandths);
    EXPECT_EQ(module.levers.other_legs, module.legs > 0 && module.legs != module.width);
    EXPECT_GE(module.cost, 0);
  }

  const document::Template& design_;
  const Trial& trial_;
  Curves curves_;
};

/// The modules of every page of one issue.
class Modules : public testing::TestWithParam<std::string> {
 protected:
  const test::FreeCopy copy{GetParam()};
};

TEST_P(Modules, AreFullToTheLine) {
  Counted counted;
  for (const document::Page& page : copy.issue.pages) {
    const Trial trial = copy.trial(page);
    Inspector inspector(copy.design, trial);
    for (const ModuleChoice& choice : all_choices(trial)) {
      ASSERT_EQ(choice.table.size(), trial.area.columns.size() + 1);
      EXPECT_TRUE(choice.table.front().empty());
      for (std::size_t width = 1; width < choice.table.size(); ++width)
        for (const Module& module : choice.table[width]) {
          ASSERT_EQ(module.width, static_cast<int>(width));
          ASSERT_EQ(module.story, choice.stories.front());
          inspector.expect_full(module);
          if (HasFailure()) return;  // one is enough to read
          counted.add(module);
        }
    }
  }
  EXPECT_GT(counted.modules, 50);
  EXPECT_GT(counted.insets, 0);
  EXPECT_GT(counted.loose, 0);
  EXPECT_GT(counted.other_legs, 0);
  if (GetParam() != "12184") return;  // a text with a box in it, a commentary beside the lead, a picture: every kind
  EXPECT_GT(counted.corners, 0);
  EXPECT_GT(counted.cropped, 0);
}

TEST_P(Modules, HaveEachHeightOnce) {
  for (const document::Page& page : copy.issue.pages)
    for (const ModuleChoice& choice : all_choices(copy.trial(page)))
      for (const auto& modules : choice.table) {
        std::set<std::pair<int, bool>> seen;
        for (const Module& module : modules)
          EXPECT_TRUE(seen.insert({module.height, module.head_columns < module.width}).second) << words(module);
      }
}

/// Whether there is a module of `story` alone.
bool can_be_set(const std::vector<ModuleChoice>& choices, std::size_t story) {
  return std::ranges::any_of(choices, [&](const ModuleChoice& choice) {
    return choice.stories == std::vector{story} &&
           std::ranges::any_of(choice.table, [](const auto& modules) { return !modules.empty(); });
  });
}

TEST_P(Modules, EveryStoryCanBeSet) {
  for (const document::Page& page : copy.issue.pages) {
    const Trial trial = copy.trial(page);
    const auto all = all_choices(trial);
    for (std::size_t story = 0; story < trial.stories.size(); ++story)
      EXPECT_TRUE(can_be_set(all, story)) << "page " << page.number << ", " << trial.stories[story].story.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Issues, Modules, testing::ValuesIn(test::free_issues()),
                         [](const auto& tested) { return test::plain_name(tested.param); });

/// What one page is enough for.
class ModulesOfTheFront : public testing::Test {
 protected:
  const test::FreeCopy copy{"12184"};
  const Trial trial = copy.trial(copy.issue.pages.front());
};

TEST_F(ModulesOfTheFront, AreTheSameMadeAgain) {
  const std::string once = words(all_choices(trial));
  EXPECT_EQ(once, words(all_choices(trial)));
  EXPECT_EQ(once, words(all_choices(copy.trial(copy.issue.pages.front()))));
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
