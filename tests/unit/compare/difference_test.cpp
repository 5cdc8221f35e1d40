#include "compare/difference.hpp"

#include <gtest/gtest.h>

#include "compare/alto_reader.hpp"
#include "compare/words.hpp"

namespace paiban::compare {
namespace {

using namespace literals;

/// A page of one story: its headline, and its text in legs, a row each 12 points.
Printed typed(const std::string& headline, const std::vector<std::vector<std::string>>& legs, int first_row = 1) {
  Story story{"lead", "lead", {}};
  const auto add = [&story](Spot spot, const std::string& text, Length x, Length y) {
    story.lines.push_back({std::move(spot), text, "body", {x, y}, 90_pt, 9_pt, {}, false});
  };
  add({1, "headline", 0, 1}, headline, 0_pt, 30_pt);
  int number = 0;
  for (const std::vector<std::string>& leg : legs) {
    ++number;
    int row = 0;
    for (const std::string& text : leg) {
      ++row;
      add({1, "", number, row}, text, points(100 * number), 40_pt + points(12) * (first_row + row));
    }
  }
  Printed printed;
  printed.pages.push_back({1, 300_pt, 400_pt, 12_pt, {story}, {}, {}, {}});
  return printed;
}

std::string told(const Printed& was, const Printed& now, Language language = Language::chinese) {
  return difference_text(compare(was, now), language);
}

TEST(Difference, SaysThatThereIsNone) {
  const Printed page = typed("标题", {{"一二三四", "五六七八"}});
  EXPECT_FALSE(compare(page, page).any());
  EXPECT_EQ(told(page, page), "1 个版，0 行移动\n");
  EXPECT_EQ(told(page, page, Language::english), "1 page, 0 lines moved\n");
}

TEST(Difference, TicksOffWordsWithTheirPlace) {
  const Printed was = typed("标题", {{"一二三四"}, {"会议于2月4日召开", "到会二十人"}});
  const Printed now = typed("标题", {{"一二三四"}, {"会议于2月14日召开", "到会二十人"}});
  EXPECT_EQ(told(was, now),
            "一版　头条《标题》\n"
            "  □ 第2栏第1行：四会议于2月［4→14］日召开到会二\n"
            "1 个版，0 行移动，1 行改字；原位未动：3／4\n");
  const Difference found = compare(was, now);
  ASSERT_EQ(found.stories.size(), 1U);
  ASSERT_EQ(found.stories.front().words.size(), 1U);
  EXPECT_EQ(found.stories.front().words.front().now_at, (Spot{1, "", 2, 1}));
}

TEST(Difference, KeepsWordsOfHeadsApartFromTheText) {
  const Difference found = compare(typed("甲", {{"一二"}}), typed("甲乙", {{"一二"}}));
  ASSERT_EQ(found.stories.front().words.size(), 1U);
  EXPECT_EQ(found.stories.front().words.front().now, "乙");
  EXPECT_EQ(found.stories.front().words.front().was, "");
  EXPECT_EQ(found.stories.front().words.front().now_at.role, "headline");
}

TEST(Difference, TellsMovedLinesFromLinesBrokenAnew) {
  const Printed was = typed("标题", {{"一二三四", "五六七八", "九十"}});
  EXPECT_EQ(told(was, typed("标题", {{"一二三四", "五六七八", "九十"}}, 2), Language::english),
            "page 1 · lead 《标题》\n"
            "    column 1, lines 1–3 down 1 row\n"
            "1 page, 3 lines moved; unchanged in place: 1 of 4\n");
  EXPECT_EQ(told(was, typed("标题", {{"一二三四", "五六七", "八九十"}}), Language::english),
            "page 1 · lead 《标题》\n"
            "    column 1, lines 2–3 broken anew\n"
            "1 page, 2 lines moved; unchanged in place: 2 of 4\n");
}

TEST(Difference, SeesALineSetOtherwise) {
  const Printed was = typed("标题", {{"一二三四"}});
  Printed now = was;
  now.pages.front().stories.front().lines.back().tracking = Ratio{-100};
  EXPECT_EQ(told(was, now, Language::english),
            "page 1 · lead 《标题》\n"
            "    column 1, line 1 set otherwise in its place\n"
            "1 page, 1 line moved; unchanged in place: 1 of 2\n");
}

TEST(Difference, SeesStoriesPicturesAndRulesComeAndGo) {
  const Printed was = typed("标题", {{"一二"}});
  Printed now = was;
  now.pages.front().stories.front().id = "other";
  now.pages.front().pictures.push_back({"photo", {0_pt, 0_pt, 10_pt, 10_pt}});
  now.pages.front().rules.push_back({0_pt, 0_pt, 10_pt, 0_pt});
  EXPECT_EQ(told(was, now, Language::english),
            "page 1 · lead 《标题》: new\n"
            "page 1 · lead 《标题》: gone\n"
            "page 1\n"
            "    picture of photo new\n"
            "    rules moved: 1\n"
            "1 page, 4 lines moved; unchanged in place: 0 of 2\n");
}

constexpr std::string_view alto =
    R"(<alto><Description>engine 1</Description><Layout><Page ID="page" WIDTH="4800" HEIGHT="6000"><PrintSpace HPOS="0">
<TextBlock ID="f1" TAGREFS="furniture"><TextLine ID="f1.1" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="150"><String CONTENT="报" HPOS="10"/></TextLine></TextBlock>
<ComposedBlock ID="a1" TYPE="article" TAGREFS="story.lead kind.lead" HPOS="0">
<TextBlock ID="h1" TAGREFS="role.headline"><TextLine ID="h1.1" HPOS="0" VPOS="100" WIDTH="300" HEIGHT="150"><String CONTENT="Q&amp;A" HPOS="0"/></TextLine></TextBlock>
<ComposedBlock ID="l1" TYPE="leg"><TextBlock ID="p1" TAGREFS="role.p">
<TextLine ID="p1.1" HPOS="0" VPOS="300" WIDTH="300" HEIGHT="150"><String CONTENT="一二" HPOS="0"><Glyph CONTENT="一" HPOS="0"/></String></TextLine></TextBlock>
<TextBlock ID="p2" TAGREFS="role.p"><TextLine ID="p2.1" HPOS="0" VPOS="500" WIDTH="300" HEIGHT="150"><String CONTENT="三" HPOS="0"/></TextLine></TextBlock>
</ComposedBlock></ComposedBlock></PrintSpace></Page></Layout></alto>)";

TEST(Alto, IsReadAsItIsWritten) {
  const Printed page = read_alto(alto, 3);
  ASSERT_EQ(page.pages.size(), 1U);
  ASSERT_EQ(page.pages.front().stories.size(), 1U);
  EXPECT_EQ(page.pages.front().furniture.size(), 1U);
  const Story& story = page.pages.front().stories.front();
  EXPECT_EQ(story.id, "lead");
  EXPECT_EQ(story.headline(), "Q&A");
  ASSERT_EQ(story.lines.size(), 3U);
  EXPECT_EQ(story.lines[1].text, "一二");
  EXPECT_EQ(story.lines[2].spot, (Spot{3, "", 1, 2}));
  EXPECT_EQ(story.lines[2].at.y, 30_pt);  // 500 of 1/1200 inch
}

TEST(Alto, SeesAMovedCharacter) {
  std::string moved(alto);
  moved.replace(moved.find("<Glyph CONTENT=\"一\" HPOS=\"0\""), 27, "<Glyph CONTENT=\"一\" HPOS=\"1\"");
  EXPECT_EQ(compare(read_alto(alto, 1), read_alto(moved, 1)).moved, 1);
  EXPECT_FALSE(compare(read_alto(alto, 1), read_alto(alto, 1)).any());
}

}  // namespace
}  // namespace paiban::compare
