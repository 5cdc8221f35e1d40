// Issue and template brought together.

#include "document/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path source = PAIBAN_SOURCE_DIR;

/// What came of an issue whose page 1 is `page`, in the masthead's default dress or with `masthead`.
struct Bound {
  Plan plan;
  Report report;

  [[nodiscard]] std::vector<Code> codes() const {
    std::vector<Code> codes;
    for (const Diagnostic& each : report.diagnostics()) codes.push_back(each.code);
    return codes;
  }
  [[nodiscard]] const PlannedPage& page() const { return plan.pages.at(0); }
  [[nodiscard]] std::string text(TextId id) const { return plan.texts.at(id).text.utf8; }
  [[nodiscard]] std::string style(TextId id) const { return plan.style_of(id).name; }
};

constexpr const char* usual_masthead = "<nameplate>样报</nameplate><strip><item>甲</item><item>乙</item></strip>";

Bound bound(const std::string& page, const std::string& masthead = usual_masthead) {
  Bound result;
  const std::string bytes =
      "<issue xmlns=\"urn:paiban:issue\" version=\"1\" date=\"2025-02-05\" number=\"1\" pages=\"1\" paper=\"样报\" "
      "template=\"plain\">\n<masthead>" +
      masthead + "</masthead>\n<page number=\"1\">\n" + page + "\n</page></issue>";
  auto issue = parse_issue(bytes, "issue.xml", source / "tests/data", result.report);
  EXPECT_TRUE(issue) << (issue ? "" : result.report.text(issue.error(), Language::english));
  auto design = read_template(source / "tests/data/templates/plain.xml", "", result.report);
  EXPECT_TRUE(design);
  if (issue && design) result.plan = bind(std::move(*issue), std::move(*design), result.report);
  return result;
}

TEST(Plan, BlocksGoIntoTheirSlotsAndTheRestRunsInTheFlow) {
  const Bound b = bound(R"(<story id="a" region="lead"><headline><row>一行</row><row>二行</row></headline>
    <p>第一段</p><list-head>一、小题</list-head><subhead>小标题</subhead><p>第二段</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  ASSERT_EQ(b.page().modules.size(), 1U);
  const PlannedModule& module = b.page().modules[0];
  EXPECT_EQ(module.story, "a");
  EXPECT_TRUE(module.region.regions.empty());
  ASSERT_EQ(module.slots.size(), 1U);
  ASSERT_EQ(module.slots[0].rows.size(), 2U);
  EXPECT_EQ(b.text(module.slots[0].rows[1]), "二行");
  EXPECT_EQ(b.style(module.slots[0].rows[0]), "head");
  ASSERT_EQ(module.flow.size(), 4U);
  EXPECT_EQ(b.text(module.flow[3]), "第二段");
  EXPECT_EQ(b.style(module.flow[0]), "body");
  EXPECT_EQ(b.style(module.flow[1]), "list-head");
  EXPECT_EQ(b.style(module.flow[2]), "body");  // the template has no style for subheads
  EXPECT_EQ(b.plan.texts[module.flow[1]].role, Role::list_head);
  EXPECT_EQ(b.plan.texts[module.flow[1]].story, "a");
}

TEST(Plan, TheSecondBlockOfARoleTakesTheSecondSlot) {
  const Bound b = bound(R"(<story region="side"><kicker>上</kicker><kicker>下</kicker><headline>题</headline><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  const auto& slots = b.page().modules.at(0).slots;
  ASSERT_EQ(slots.size(), 3U);
  EXPECT_EQ(b.style(slots[0].rows[0]), "kicker");
  EXPECT_EQ(b.style(slots[1].rows[0]), "head-small");
  EXPECT_LT(slots[0].slot.top, slots[1].slot.top);
}

TEST(Plan, AStyleAskedForByNameWins) {
  const Bound b = bound(R"(<story region="side"><headline style="head">题</headline><p style="caption">文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  EXPECT_EQ(b.style(b.page().modules.at(0).slots[0].rows[0]), "head");
  EXPECT_EQ(b.style(b.page().modules.at(0).flow[0]), "caption");
}

TEST(Plan, AnUnknownStyleIsReportedAndTheUsualOneUsed) {
  const Bound b = bound(R"(<story id="a" region="side"><headline style="heda">题</headline><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::unknown_style});
  EXPECT_EQ(b.report.diagnostics()[0].story, "a");
  EXPECT_EQ(b.style(b.page().modules.at(0).slots[0].rows[0]), "head-small");
}

TEST(Plan, BoxesGoIntoTheInnerRegionsOfTheirStory) {
  const Bound b = bound(
      R"(<story id="a" region="lead"><p>文</p><box id="b" region="box"><headline>围框</headline><p>框内</p></box></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  ASSERT_EQ(b.page().modules.at(0).boxes.size(), 1U);
  const PlannedModule& box = b.page().modules[0].boxes[0];
  EXPECT_EQ(box.story, "b");
  EXPECT_EQ(box.region.id, "box");
  EXPECT_EQ(b.text(box.flow.at(0)), "框内");
}

TEST(Plan, TheLeadIsReadFirstThenAsTheTemplateGoes) {
  const Bound b = bound(R"(<picture id="p" region="photo" alt="图"><caption>说明</caption></picture>
    <story id="l" kind="lead" region="lead"><p>文</p></story><story id="s" region="side"><p>文</p></story>)");
  std::vector<std::string> order;
  for (const PlannedModule& module : b.page().modules) order.push_back(module.story);
  EXPECT_EQ(order, (std::vector<std::string>{"l", "s", "p"}));
}

// ---- what has no place ----

TEST(Plan, AStoryWithoutARegionIsLeftOutAndTheFreeOnesNamed) {
  const Bound b = bound(R"(<story id="a"><p>文</p></story><story id="b" region="side"><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::story_without_region});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, std::vector<std::string>{"lead, photo"});
  EXPECT_EQ(b.report.diagnostics()[0].story, "a");
  EXPECT_EQ(b.report.diagnostics()[0].at.line, 4U);
  EXPECT_EQ(b.page().modules.size(), 1U);
}

TEST(Plan, AnUnknownRegionGetsTheNearestOneAsHint) {
  const Bound b = bound(R"(<story region="leda"><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::unknown_region});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"leda", "plain", "lead? ", "side, lead, photo"}));
  EXPECT_TRUE(b.page().modules.empty());
}

TEST(Plan, ARegionTakesOneStory) {
  const Bound b = bound(R"(<story id="a" region="side"><p>文</p></story><story id="b" region="side"><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::region_taken});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"side", "a"}));
  EXPECT_EQ(b.report.diagnostics()[0].story, "b");
  ASSERT_EQ(b.page().modules.size(), 1U);
  EXPECT_EQ(b.page().modules[0].story, "a");
}

TEST(Plan, AnInnerRegionIsForBoxesAlone) {
  const Bound b = bound(R"(<story region="box"><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::region_elsewhere});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"box", "lead"}));
}

TEST(Plan, ABoxNeedsARegionInsideItsStory) {
  const Bound b = bound(R"(<story region="lead"><p>文</p><box id="b" region="side"><p>框内</p></box></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::box_without_region});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"side", "lead", "box"}));
  EXPECT_TRUE(b.page().modules.at(0).boxes.empty());
}

TEST(Plan, ABlockWithoutAPlaceIsLeftOutAndTheStoryKept) {
  const Bound b = bound(R"(<story id="a" region="lead"><headline>题</headline><deck>副题</deck><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::block_without_place});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"deck", "lead"}));
  EXPECT_EQ(b.page().modules.at(0).slots.size(), 1U);
  EXPECT_EQ(b.page().modules.at(0).flow.size(), 1U);
}

TEST(Plan, RunningTextNeedsLegs) {
  const Bound b = bound(R"(<story region="photo"><p>文</p></story>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::block_without_place});
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"p", "photo"}));
}

TEST(Plan, APictureNeedsAPlaceForIt) {
  const Bound b = bound(R"(<picture region="side" alt="图"/><picture id="p" region="photo" alt="图"/>)");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::picture_without_place});
  for (const PlannedModule& module : b.page().modules) EXPECT_EQ(module.picture.has_value(), module.story == "p");
}

// ---- furniture ----

// [G8] The style spreads a name of two Han; the text says it without the blank that copy has.
TEST(Plan, NamesThatTheStyleSpreadsAreOneWord) {
  const Bound b = bound(R"(<story id="a" region="photo"><picture src="none.png"/>
    <caption>□<name>何　龙</name>、<name>常谊谊</name>　摄</caption></story>)");
  ASSERT_EQ(b.page().modules[0].slots.size(), 1U);
  const Text& text = b.plan.texts.at(b.page().modules[0].slots[0].rows[0]).text;
  EXPECT_EQ(text.utf8, "□何龙、常谊谊　摄");
  ASSERT_EQ(text.spans.size(), 2U);
  EXPECT_EQ(text.utf8.substr(text.spans[0].start, text.spans[0].end - text.spans[0].start), "何龙");
}

TEST(Plan, FurnitureSaysWhatTheMastheadAndTheDateSay) {
  const Bound b = bound("");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  const auto& furniture = b.page().furniture;
  ASSERT_EQ(furniture.size(), 3U);
  EXPECT_EQ(b.text(furniture[0].texts.at(0)), "样报");
  EXPECT_EQ(b.style(furniture[0].texts.at(0)), "head");
  EXPECT_EQ(b.text(furniture[1].texts.at(0)), "2025年2月5日　星期三");
  ASSERT_EQ(furniture[2].texts.size(), 2U);
  EXPECT_EQ(b.text(furniture[2].texts[1]), "乙");
}

TEST(Plan, MastheadPartsOneSideDoesNotHaveAreReported) {
  const Bound b = bound("", "<nameplate>样报</nameplate><organ>主办</organ>");
  EXPECT_EQ(b.codes(), (std::vector<Code>{Code::masthead_not_shown, Code::masthead_lacks}));
  EXPECT_EQ(b.report.diagnostics()[0].arguments.at(0), "organ");
  EXPECT_EQ(b.report.diagnostics()[1].arguments.at(0), "strip");
  EXPECT_TRUE(b.page().furniture.at(2).texts.empty());
}

TEST(Plan, AFieldOfAPatternShowsThatPartOfTheMasthead) {
  const Bound b = bound("", std::string(usual_masthead) + "<weekday>星期三</weekday>");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
}

// ---- the real page ----

class PlanOf12184 : public testing::TestWithParam<const char*> {};

TEST_P(PlanOf12184, EveryStoryAndEveryWordHasItsPlace) {
  Report report;
  auto issue = read_issue(source / "issues/12184/issue.xml", report);
  ASSERT_TRUE(issue);
  std::size_t bytes = 0;
  const std::function<void(const Story&)> weigh = [&](const Story& story) {
    for (const Block& block : story.blocks)
      for (const Text& row : block.rows) bytes += row.utf8.size();
    for (const Story& box : story.boxes) weigh(box);
  };
  for (const Story& story : issue->pages.at(0).stories) weigh(story);
  auto design = read_template(source / "templates" / (std::string(GetParam()) + ".xml"), "", report);
  ASSERT_TRUE(design);
  const auto before = report.diagnostics().size();
  const Plan plan = bind(std::move(*issue), std::move(*design), report);
  EXPECT_EQ(report.diagnostics().size(), before);
  ASSERT_EQ(plan.pages.size(), 1U);  // the others are not held
  EXPECT_EQ(plan.pages[0].modules.size(), 6U);
  EXPECT_EQ(plan.pages[0].modules[0].boxes.size(), 1U);
  for (const PlannedText& text : plan.texts)
    if (!text.story.empty()) bytes -= text.text.utf8.size();
  EXPECT_EQ(bytes, std::string_view("　").size());  // of 何　龙, whose style spreads the name itself
  EXPECT_TRUE(plan.issue.pages.at(0).stories.empty());
}

INSTANTIATE_TEST_SUITE_P(Templates, PlanOf12184, testing::Values("changji-front", "changji-tabloid"),
                         [](const auto& tested) { return std::string(tested.param).substr(8); });

// ---- sheets ----

TEST(Sheets, InnerPagesHaveTheirOwnAndAskForNoMasthead) {
  Report report;
  auto issue = parse_issue(
      "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05' number='1' paper='样报'>"
      "<page number='12' title='要闻'><story region='first'><p>文</p></story></page>"
      "<page number='13'><story region='lead'><p>文</p></story></page></issue>",
      "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  auto design = read_template(source / "tests/data/templates/sheets.xml", "", report);
  ASSERT_TRUE(design);
  const Plan plan = bind(std::move(*issue), std::move(*design), report);
  ASSERT_EQ(plan.pages.size(), 2U);
  EXPECT_EQ(plan.texts.at(plan.pages[0].furniture.at(0).texts.at(0)).text.utf8, "12　第十二版");
  EXPECT_EQ(plan.texts.at(plan.pages[1].furniture.at(0).texts.at(0)).text.utf8, "样报　2月5日");
  EXPECT_TRUE(plan.pages[1].furniture.at(2).texts.empty()) << "a page without a title shows none";
  EXPECT_EQ(plan.pages[0].modules.size(), 1U);
  ASSERT_EQ(report.diagnostics().size(), 1U);
  EXPECT_EQ(report.diagnostics()[0].code, Code::unknown_region) << "lead is on the front page alone";
}

}  // namespace
}  // namespace paiban::document
