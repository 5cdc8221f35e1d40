// 版面结构: the plans of the copy of 12184 and the samples close, seat every story, and can be written down.

#include "makeup/regions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/template_closing.hpp"
#include "makeup/plan_page.hpp"
#include "support/free_copy.hpp"
#include "support/written_layout.hpp"

namespace paiban::makeup {
namespace {

void count_ids(const std::vector<document::Region>& regions, std::map<std::string, int>& ids) {
  for (const document::Region& region : regions) {
    ++ids[region.id];
    count_ids(region.regions, ids);
  }
}

/// The plans of one page, with what they are made from.
struct Planned {
  Trial trial;
  std::vector<PagePlan> plans;
};

/// Every page of one issue.
class Plans : public testing::TestWithParam<std::string> {
 protected:
  static constexpr int proposals = 9;
  const test::FreeCopy copy{GetParam()};
  std::vector<Planned> pages;

  void SetUp() override {
    for (const document::Page& page : copy.issue.pages) {
      Trial trial = copy.trial(page);
      std::vector<PagePlan> plans = plan_page(trial, copy.design, proposals).plans;
      pages.push_back({std::move(trial), std::move(plans)});
    }
    for (const Planned& page : pages) ASSERT_FALSE(page.plans.empty()) << "page " << page.trial.page;
  }
};

TEST_P(Plans, Close) {
  Report report;
  for (const Planned& page : pages)
    for (const PagePlan& plan : page.plans)
      for (const Diagnostic& each : document::find_unclosed(copy.design, plan.structure.zones))
        ADD_FAILURE() << "page " << page.trial.page << ", " << plan.shape << ": " << report.text(each, Language::english);
}

TEST_P(Plans, SeatEveryStoryOnce) {
  for (const auto& [trial, plans] : pages)
    for (const PagePlan& plan : plans) {
      SCOPED_TRACE(plan.shape);
      std::map<std::string, int> ids;
      for (const document::Zone& zone : plan.structure.zones) count_ids(zone.regions, ids);
      std::set<std::size_t> seated;
      for (const Seat& seat : plan.structure.seats) {
        EXPECT_TRUE(seated.insert(seat.story).second) << trial.stories[seat.story].story.id << " has two seats";
        EXPECT_EQ(ids[seat.region], 1) << seat.region;
      }
      EXPECT_EQ(seated.size(), trial.stories.size());
      EXPECT_EQ(ids.size(), trial.stories.size()) << "a region without a story";
    }
}

TEST_P(Plans, AreTheSameReadAgain) {
  for (const Planned& page : pages)
    for (const PagePlan& plan : page.plans) {
      SCOPED_TRACE(plan.shape);
      EXPECT_EQ(test::placeless(test::there_and_back(plan.structure.zones, copy.design)), test::placeless(plan.structure.zones));
    }
}

TEST_P(Plans, AreOfManyShapesAndCheapestFirst) {
  for (const Planned& page : pages) {
    std::set<std::string> shapes;
    for (const PagePlan& plan : page.plans) EXPECT_TRUE(shapes.insert(plan.shape).second) << plan.shape;
    EXPECT_TRUE(std::ranges::is_sorted(page.plans, {}, &PagePlan::cost));
  }
}

INSTANTIATE_TEST_SUITE_P(Issues, Plans, testing::ValuesIn(test::free_issues()),
                         [](const auto& tested) { return test::plain_name(tested.param); });

}  // namespace
}  // namespace paiban::makeup
