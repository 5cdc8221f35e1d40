// Stories in several regions and on several pages: what is bound, and what is said of what cannot be.

#include "document/continuation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/han_number.hpp"
#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path source = PAIBAN_SOURCE_DIR;

struct Bound {
  Plan plan;
  Report report;

  [[nodiscard]] std::vector<Code> codes() const {
    std::vector<Code> codes;
    for (const Diagnostic& each : report.diagnostics()) codes.push_back(each.code);
    return codes;
  }
  [[nodiscard]] const PlannedModule& module(std::size_t page, std::size_t index = 0) const {
    return plan.pages.at(page).modules.at(index);
  }
  [[nodiscard]] std::string text(std::optional<TextId> id) const { return id ? plan.texts.at(*id).text.utf8 : ""; }
};

Bound bound(const std::string& pages) {
  Bound result;
  auto issue = parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'>\n" + pages + "</issue>", "issue.xml",
                           {}, result.report);
  EXPECT_TRUE(issue) << (issue ? "" : result.report.text(issue.error(), Language::english));
  auto design = read_template(source / "tests/data/templates/chain.xml", "", result.report);
  EXPECT_TRUE(design);
  if (issue && design) result.plan = bind(std::move(*issue), std::move(*design), result.report);
  return result;
}

TEST(RegionChain, HasTheLegsOfAllAndTheFirstPlaceForAHead) {
  const Bound b =
      bound("<page number='1'><story id='a' region='lower middle photo'><headline>题</headline><p>文</p></story></page>");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  const PlannedModule& module = b.module(0);
  EXPECT_EQ(module.region.id, "lower");
  ASSERT_EQ(module.region.legs.size(), 2U);
  EXPECT_EQ(module.region.legs[0].rows, (Rows{13, 20}));
  EXPECT_EQ(module.region.legs[1].rows, (Rows{3, 14}));
  ASSERT_EQ(module.slots.size(), 1U) << "in the second region: the first has no place for it";
  EXPECT_TRUE(module.region.picture) << "in the third";
  EXPECT_EQ(module.further.size(), 2U);
  EXPECT_EQ(module.flow.size(), 1U);
  EXPECT_FALSE(module.chain);
}

TEST(RegionChain, TakesEachOfItsRegions) {
  EXPECT_EQ(bound("<page number='1'><story id='a' region='upper lower'/><story id='b' region='lower'/></page>").codes(),
            std::vector<Code>{Code::region_taken});
  EXPECT_EQ(bound("<page number='1'><story id='a' region='upper upper'/></page>").codes(), std::vector<Code>{Code::region_taken});
  EXPECT_EQ(bound("<page number='1'><story id='a' region='upper none'/></page>").codes(),
            std::vector<Code>{Code::unknown_region});
}

TEST(RegionChain, TellsWhereLinesDoNotGoOn) {
  const Bound b = bound("<page number='1'><story id='a' region='upper wide tall lower'><p>文</p></story></page>");
  EXPECT_EQ(b.codes(), (std::vector<Code>{Code::chain_measures, Code::chain_writings}));
  EXPECT_EQ(b.report.diagnostics()[0].arguments, (std::vector<std::string>{"wide", "28", "upper", "13"}));
  EXPECT_EQ(b.module(0).region.legs.size(), 2U) << "the others are on the page";
}

TEST(RegionChain, ALineOfIdsIsReadAsOne) {
  Report report;
  for (const char* region : {"", " ", "a,b", "a 1b"})
    EXPECT_FALSE(parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'><story region='" +
                                 std::string(region) + "'/></page></issue>",
                             "issue.xml", {}, report))
        << region;
}

TEST(Continuation, IsTiedToItsStoryWithItsJumpLines) {
  const Bound b = bound(
      "<page number='1'><story id='a' kind='lead' region='upper'><p>文</p></story></page>"
      "<page number='3'><continuation of='a' region='middle'><headline>题</headline></continuation></page>"
      "<page number='12'><continuation of='a' region='slotted'/></page>");
  EXPECT_EQ(b.codes(), std::vector<Code>{});
  ASSERT_EQ(b.plan.chains.size(), 1U);
  ASSERT_EQ(b.plan.chains[0].size(), 3U);
  EXPECT_EQ(b.text(b.module(0).jump_ahead), "（下转第三版）");
  EXPECT_FALSE(b.module(0).jump_back);
  EXPECT_EQ(b.text(b.module(1).jump_back), "（上接第1版）");
  EXPECT_EQ(b.text(b.module(1).jump_ahead), "（下转第十二版）");
  EXPECT_TRUE(b.module(1).continues);
  EXPECT_EQ(b.module(1).kind, StoryKind::lead);
  EXPECT_FALSE(b.module(2).jump_back) << "it has a slot";
  ASSERT_EQ(b.module(2).slots.size(), 1U);
  EXPECT_EQ(b.text(b.module(2).slots[0].rows.front()), "（上接第3版）");
}

/// A mistake, and all that is said of it.
struct Mistake {
  const char* pages;
  Code code;
  std::vector<std::string> arguments;
};

TEST(Continuation, ThatCannotBeIsSaidAndLeftOut) {
  const std::string first =
      "<page number='2'><story id='road' region='upper'><p>文</p></story><story region='slotted'><p>文</p></story>";
  const std::vector<Mistake> mistakes{
      {"</page><page number='3'><continuation of='raod' region='middle'/></page>", Code::continuation_unknown, {"raod", "road?"}},
      {"</page><page number='1'><continuation of='road' region='middle'/></page>", Code::continuation_before, {"road", "1", "2"}},
      {"<continuation of='road' region='middle'/></page>", Code::continuation_same_page, {"road", "2", "middle"}},
      {"</page><page number='3'><continuation of='road' region='middle'/><continuation of='road' region='lower'/></page>",
       Code::continuation_twice,
       {"road", "3", "2"}},
      {"</page><page number='3'><continuation of='road' region='middle'><p>一</p><p>二</p></continuation></page>",
       Code::continuation_text,
       {"road"}},
      {"</page><page number='3'><continuation of='road' region='photo'/></page>", Code::continuation_without_legs, {"photo"}},
      {"</page><page number='3'><continuation of='road' region='wide'/></page>",
       Code::chain_measures,
       {"wide", "28", "upper", "13"}},
      {"</page><page number='3'><continuation of='road' region='tall'/></page>", Code::chain_writings, {"tall", "upper"}},
      {"<story id='s' region='middle'><p>文</p><box id='b'/></story></page><page number='3'><continuation of='b' "
       "region='middle'/></page>",
       Code::continuation_of_box,
       {"b", "s"}},
  };
  for (const Mistake& mistake : mistakes) {
    const Bound b = bound(first + mistake.pages);
    std::vector<Diagnostic> said = b.report.diagnostics();
    std::erase_if(said, [](const Diagnostic& each) { return each.code == Code::box_without_region; });
    ASSERT_EQ(said.size(), 1U) << mistake.pages;
    EXPECT_EQ(said[0].code, mistake.code) << mistake.pages;
    EXPECT_EQ(said[0].arguments, mistake.arguments) << mistake.pages;
    EXPECT_FALSE(b.plan.pages.empty());
  }
}

TEST(Continuation, OfAStoryThatHasNoPlaceIsLeftOut) {
  const Bound b = bound(
      "<page number='1'><story id='a'><p>文</p></story></page>"
      "<page number='2'><continuation of='a' region='upper'/></page>");
  EXPECT_EQ(b.codes(), std::vector<Code>{Code::story_without_region});
  EXPECT_TRUE(b.plan.pages.at(1).modules.empty());
}

TEST(Continuation, SaysWhoseItIs) {
  Report report;
  const auto issue = parse_issue(
      "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'><continuation region='a'/></page></issue>",
      "issue.xml", {}, report);
  ASSERT_FALSE(issue);
  EXPECT_EQ(issue.error().code, Code::issue_missing);
}

TEST(PageNumber, IsWrittenInHan) {
  EXPECT_EQ(han_number(1), "一");
  EXPECT_EQ(han_number(10), "十");
  EXPECT_EQ(han_number(12), "十二");
  EXPECT_EQ(han_number(20), "二十");
  EXPECT_EQ(han_number(96), "九十六");
  EXPECT_EQ(han_number(100), "100");
}

}  // namespace
}  // namespace paiban::document
