// Stories on several pages: one fit, rows for the jump lines, and what is said of it.

#include "page/flow.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/copy_cuts.hpp"
#include "page/compose_page.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::Role;
using test::small_row;
using test::square_em;

/// A story in a leg of ten em and five rows on page 1, and in another such on page 3.
struct TwoPages {
  test::SmallPlan small;
  std::vector<ComposedPage> pages;

  TwoPages() {
    for (const int number : {1, 3}) {
      document::PlannedModule module;
      module.story = "road";
      module.kind = document::StoryKind::lead;
      module.at = {1, 99, 1};
      module.region.legs.push_back({square_em * 2, square_em * 10, {2, 6}, {}});
      module.continues = number != 1;
      module.chain = document::ChainPart{0, number == 1 ? std::size_t{0} : std::size_t{1}};
      document::PlannedPage page;
      page.number = number;
      page.modules.push_back(module);
      small.plan.pages.push_back(page);
    }
    small.plan.chains.push_back({{0, 0}, {1, 0}});
    module(0).jump_ahead = small.add_text("xxxx", "body", Role::jump);
    module(1).jump_back = small.add_text("xxxx", "body", Role::jump);
  }

  document::PlannedModule& module(std::size_t page) { return small.plan.pages[page].modules.front(); }
  void flow(int characters, Role role = Role::paragraph) {
    module(0).flow.push_back(small.add_text(std::string(static_cast<std::size_t>(characters), 'x'), "body", role));
  }
  void set() { pages = compose_pages(small.plan, small.texts, small.report); }
  [[nodiscard]] const SetStory& story(std::size_t page) const { return pages[page].stories.front(); }
  [[nodiscard]] std::size_t lines(std::size_t page) const { return story(page).legs.front().lines.size(); }
};

TEST(Flow, EachJumpLineTakesARow) {
  TwoPages two;
  two.flow(80);
  two.set();
  EXPECT_TRUE(two.small.codes().empty());
  EXPECT_EQ(two.lines(0), 4U);
  EXPECT_EQ(two.lines(1), 4U);
  ASSERT_TRUE(two.story(0).jump_ahead);
  EXPECT_EQ(two.story(0).jump_ahead->rows.front().at, (Point{square_em * 8, two.small.row_top(6) + square_em / 6}));
  ASSERT_EQ(two.story(1).heads.size(), 1U);
  EXPECT_EQ(two.story(1).heads.front().role, Role::jump);
  EXPECT_EQ(two.story(1).heads.front().rows.front().at, (Point{square_em * 2, two.small.row_top(2) + square_em / 6}));
  EXPECT_EQ(two.story(1).legs.front().box, (Box{square_em * 2, two.small.row_top(3), square_em * 10, small_row * 4}));
}

TEST(Flow, AJumpLineStandsBehindALastLineThatLeavesRoom) {
  TwoPages two;
  two.flow(45);  // ends with page 1, after five em
  two.flow(40);
  two.set();
  EXPECT_TRUE(two.small.codes().empty());
  EXPECT_EQ(two.lines(0), 5U);
  ASSERT_TRUE(two.story(0).jump_ahead);
  EXPECT_EQ(two.story(0).jump_ahead->rows.front().at, (Point{square_em * 8, two.small.row_top(6) + square_em / 6}));
}

TEST(Flow, AJumpLineKeepsAnEmFromTheLastLine) {
  TwoPages two;
  two.flow(46);
  two.flow(40);
  two.set();
  EXPECT_LT(two.lines(0), 5U);
}

TEST(Flow, NoLineStandsAloneWhereThePageEnds) {
  for (int first = 1; first <= 60; ++first) {
    TwoPages two;
    two.flow(first);
    two.flow(30);
    two.set();
    const SetLine& above = two.story(0).legs.front().lines.back();
    if (two.lines(1) == 0) continue;
    const SetLine& below = two.story(1).legs.front().lines.front();
    if (above.text != below.text) continue;
    EXPECT_GT(above.line.first, 0U) << first;
    EXPECT_LT(below.line.last, two.small.texts[below.text].units.size()) << first;
  }
}

TEST(Flow, AHeadGoesWithItsText) {
  TwoPages two;
  two.flow(30);
  two.flow(6, Role::subhead);
  two.flow(40);
  two.set();
  EXPECT_EQ(two.story(0).legs.front().lines.back().text, two.module(0).flow[0]);
  EXPECT_EQ(two.lines(0), 3U);
  ASSERT_TRUE(two.story(0).jump_ahead);
  EXPECT_EQ(two.story(0).jump_ahead->rows.front().at.y, two.small.row_top(6) + square_em / 6) << "at the foot all the same";
}

TEST(Flow, WhatIsOverIsSaidOnceForAllPages) {
  TwoPages two;
  two.flow(98);
  two.set();
  ASSERT_EQ(two.small.codes(), std::vector<Code>{Code::copy_over});
  EXPECT_EQ(two.small.report.diagnostics().front().place, "一版 三版 头条");
  EXPECT_EQ(two.small.report.diagnostics().front().arguments.front(), "2");
  EXPECT_EQ(two.story(0).fit->lines, 4);
  EXPECT_EQ(two.story(0).fit->room, 4);
  EXPECT_EQ(two.story(1).fit->lines, 6);
  EXPECT_EQ(two.story(1).fit->room, 4);
  ASSERT_TRUE(two.story(0).fit->whole);
  EXPECT_EQ(two.story(0).fit->whole->pages, (std::vector<int>{1, 3}));
  EXPECT_EQ(two.story(0).fit->whole->lines, 10);
  EXPECT_TRUE(two.story(0).fit->cures.empty());
  EXPECT_EQ(two.story(1).fit->cures.size(), 1U);
}

TEST(Flow, WhatIsMissingIsSaidOnceForAllPages) {
  TwoPages two;
  two.flow(60);
  two.set();
  ASSERT_EQ(two.small.codes(), std::vector<Code>{Code::copy_under});
  EXPECT_EQ(two.story(0).fit->lines, 4);
  EXPECT_EQ(two.story(1).fit->lines, 2);
}

TEST(Flow, WhatMayGoIsTakenFromTheWhole) {
  TwoPages two;
  two.flow(90);  // a line more than both legs have beside their jump lines
  document::PlannedText& text = two.small.plan.texts[two.module(0).flow.front()];
  text.text.spans.push_back({0, 10, document::SpanKind::cut, "1", {1, 1, 1}});
  document::plan_cuts(two.small.plan, two.small.report);
  for (std::size_t id = two.small.texts.size(); id < two.small.plan.texts.size(); ++id)
    two.small.texts.push_back(test::square_text(two.small.plan.texts[id].text.utf8));
  two.set();
  EXPECT_EQ(two.small.codes(), std::vector<Code>{Code::cut_taken});
  EXPECT_EQ(two.lines(0), 4U);
  EXPECT_EQ(two.lines(1), 4U);
  ASSERT_EQ(two.story(0).levers.size(), 1U);
  EXPECT_EQ(two.story(0).levers.front().characters, 10);
  EXPECT_TRUE(two.story(1).levers.empty());
}

TEST(Flow, NoFillerStandsBelowAStoryOnSeveralPages) {
  TwoPages two;
  two.flow(50);
  const auto spare = two.small.add_text(std::string(20, 'x'), "body", Role::paragraph);
  two.small.plan.fillers.push_back({"spare", 0, {}, {spare}, {}});
  two.set();
  EXPECT_EQ(two.small.codes(), std::vector<Code>{Code::copy_under});
  EXPECT_TRUE(two.story(0).boxes.empty());
  EXPECT_TRUE(two.story(1).boxes.empty());
}

}  // namespace
}  // namespace paiban::page
