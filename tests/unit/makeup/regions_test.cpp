// 版面结构: the plans of the copy of 12184 close, seat every story, and can be written down.

#include "makeup/regions.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/template_closing.hpp"
#include "makeup/plan_page.hpp"
#include "support/front_copy.hpp"
#include "support/written_layout.hpp"

namespace paiban::makeup {
namespace {

void count_ids(const std::vector<document::Region>& regions, std::map<std::string, int>& ids) {
  for (const document::Region& region : regions) {
    ++ids[region.id];
    count_ids(region.regions, ids);
  }
}

class PlansOfTheFront : public testing::Test {
 protected:
  static constexpr int proposals = 12;
  const test::FrontCopy copy;
  const Trial trial = copy.trial();
  const std::vector<PagePlan> plans = plan_page(trial, copy.design, proposals).plans;

  void SetUp() override { ASSERT_EQ(plans.size(), static_cast<std::size_t>(proposals)); }
};

TEST_F(PlansOfTheFront, Close) {
  Report report;
  for (const PagePlan& plan : plans)
    for (const Diagnostic& each : document::find_unclosed(copy.design, plan.structure.zones))
      ADD_FAILURE() << plan.shape << ": " << report.text(each, Language::english);
}

TEST_F(PlansOfTheFront, SeatEveryStoryOnce) {
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

TEST_F(PlansOfTheFront, AreTheSameReadAgain) {
  for (const PagePlan& plan : plans) {
    SCOPED_TRACE(plan.shape);
    EXPECT_EQ(test::placeless(test::there_and_back(plan.structure.zones, copy.design)), test::placeless(plan.structure.zones));
  }
}

TEST_F(PlansOfTheFront, AreOfManyShapesAndCheapestFirst) {
  std::set<std::string> shapes;
  for (const PagePlan& plan : plans) EXPECT_TRUE(shapes.insert(plan.shape).second) << plan.shape;
  for (std::size_t i = 1; i < plans.size(); ++i) EXPECT_LE(plans[i - 1].cost, plans[i].cost);
}

}  // namespace
}  // namespace paiban::makeup
