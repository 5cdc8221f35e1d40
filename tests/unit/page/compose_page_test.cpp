// Stories in their regions: lines on rows, leg after leg, and what is said of them.

#include "page/compose_page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::Role;
using test::small_row;
using test::square_em;

/// A lead in two legs of ten em: 3 rows from row 2 on, and 2 rows.
struct LeadPage {
  test::SmallPlan small;

  LeadPage() {
    document::PlannedPage page;
    page.number = 1;
    page.modules.push_back(story("lead", {{2, 4}, {2, 3}}));
    page.modules.front().kind = document::StoryKind::lead;
    small.plan.pages.push_back(page);
  }

  [[nodiscard]] document::PlannedModule story(std::string id, const std::vector<document::Rows>& legs) const {
    document::PlannedModule module;
    module.story = std::move(id);
    module.at = {1, 99, 1};
    module.region.outline = {square_em * 2, small.row_top(2), square_em * 22, small_row * 3};
    Length x = square_em * 2;
    for (const document::Rows& rows : legs) {
      module.region.legs.push_back({x, square_em * 10, rows, {}});
      x += square_em * 12;
    }
    return module;
  }

  document::PlannedModule& lead() { return small.plan.pages.front().modules.front(); }
  void flow(int characters, std::string_view style = "body", Role role = Role::paragraph) {
    lead().flow.push_back(small.add_text(std::string(static_cast<std::size_t>(characters), 'x'), style, role));
  }
  SetStory set() { return compose_pages(small.plan, small.texts, small.report).front().stories.front(); }
};

TEST(ComposePage, SetsLinesOnRowsLegAfterLeg) {
  LeadPage page;
  page.flow(44);
  const SetStory story = page.set();
  ASSERT_EQ(story.legs.size(), 2U);
  EXPECT_EQ(story.legs[0].box, (Box{square_em * 2, page.small.row_top(2), square_em * 10, small_row * 3}));
  ASSERT_EQ(story.legs[0].lines.size(), 3U);
  ASSERT_EQ(story.legs[1].lines.size(), 2U);
  EXPECT_EQ(story.legs[0].lines[2].at, (Point{square_em * 2, page.small.row_top(4) + square_em / 6}));
  EXPECT_EQ(story.legs[1].lines[0].at, (Point{square_em * 14, page.small.row_top(2) + square_em / 6}));
  EXPECT_EQ(story.legs[1].lines[0].line.first, 30U);
  EXPECT_TRUE(page.small.codes().empty());
}

TEST(ComposePage, LeavesOutWhatIsOverAndSaysSo) {
  LeadPage page;
  page.flow(70);
  const SetStory story = page.set();
  EXPECT_EQ(story.legs[1].lines.size(), 2U);
  EXPECT_EQ(story.fit->lines, 7);
  ASSERT_EQ(page.small.codes(), (std::vector<Code>{Code::copy_over}));
  const Diagnostic& said = page.small.report.diagnostics().front();
  EXPECT_EQ(said.arguments, (std::vector<std::string>{"2", "cut about 20 characters in paragraph 1, or the region 1 row longer",
                                                      "删去约 20 字（第 1 段），或版块加长 1 行"}));
  EXPECT_EQ(said.at, (SourcePlace{1, 99, 1}));
  EXPECT_EQ(said.place, "一版 头条");
}

TEST(ComposePage, SaysWhatIsMissing) {
  LeadPage page;
  page.flow(24);
  page.set();
  EXPECT_EQ(page.small.codes(), (std::vector<Code>{Code::copy_under}));
}

TEST(ComposePage, TypeOfAnotherSizeStandsOnTheMiddleOfItsRow) {
  LeadPage page;
  page.small.add_style("large").size = square_em * 2;
  page.flow(50, "large");
  const Length row = page.small.row_top(2) + square_em / 6;
  EXPECT_EQ(page.set().legs[0].lines[0].at.y, row - square_em / 2);
}

TEST(ComposePage, AlignsLinesThatDoNotFillTheLeg) {
  LeadPage page;
  page.small.add_style("end").align = document::Align::end;
  page.flow(43);
  page.flow(4, "end", Role::staff);
  page.lead().region.legs.back().rows = {2, 4};
  EXPECT_EQ(page.set().legs[1].lines[2].at.x, square_em * (14 + 6));
}

TEST(ComposePage, SaysWhereALineIsLoose) {
  LeadPage page;
  const std::string number(18, '9');  // is never parted: the line before it is left short of it
  page.lead().flow = {page.small.add_text(std::string(33, 'x') + number + std::string(10, 'x'))};
  page.lead().region.legs.back().rows = {2, 5};
  const SetStory story = page.set();
  const auto& said = page.small.report.diagnostics();
  const auto loose = std::ranges::find(said, Code::loose_line, &Diagnostic::code);
  ASSERT_NE(loose, said.end());
  EXPECT_EQ(loose->place, "一版 头条 第2栏 第1行");
  EXPECT_EQ(loose->at, (SourcePlace{1, 1, story.legs[1].lines[0].line.first + 1})) << "where the line begins in the source";
  EXPECT_EQ(loose->story, "lead");
}

TEST(ComposePage, SaysWhereALastLineOpensALeg) {
  LeadPage page;
  page.flow(34);
  page.flow(7);
  page.set();
  const auto codes = page.small.codes();
  ASSERT_EQ(codes, (std::vector<Code>{Code::widow_line}));
  EXPECT_EQ(page.small.report.diagnostics().front().place, "一版 头条 第2栏 第1行");
}

TEST(ComposePage, SetsBoxesWithinTheirStory) {
  LeadPage page;
  page.flow(44);
  document::PlannedModule box = page.story("list", {{10, 10}});
  box.kind = document::StoryKind::box;
  box.flow = {page.small.add_text("xxxxx")};
  page.lead().boxes.push_back(box);
  const SetStory story = page.set();
  ASSERT_EQ(story.boxes.size(), 1U);
  EXPECT_EQ(story.boxes[0].within, "lead");
  EXPECT_EQ(story.boxes[0].fit->lines, 1);
  EXPECT_EQ(story.within, "");
}

TEST(ComposePage, TakesRulesPicturesAndOutlineOfTheRegion) {
  LeadPage page;
  document::RuleSpec rule;
  rule.weight = "hairline";
  page.lead().region.rules = {rule};
  page.lead().region.picture = Box{square_em, square_em, square_em, square_em};
  page.lead().region.legs.clear();
  const SetStory without = page.set();
  EXPECT_TRUE(without.pictures.empty()) << "a place alone is no picture";
  EXPECT_FALSE(without.fit) << "no legs, no copy to fit";
  page.lead().picture = document::Picture{};
  const SetStory story = page.set();
  ASSERT_EQ(story.pictures.size(), 1U);
  EXPECT_EQ(story.pictures[0].story, "lead");
  ASSERT_EQ(story.rules.size(), 1U);
  EXPECT_EQ(story.rules[0].width, square_em / 20);
  ASSERT_EQ(story.outline.size(), 4U);
  EXPECT_EQ(story.outline[2], (Point{square_em * 24, page.small.row_top(5)}));
}

}  // namespace
}  // namespace paiban::page
