// What is kept of small pages of square characters.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive/alto.hpp"
#include "archive/identity.hpp"
#include "archive/mets.hpp"
#include "archive/payload.hpp"
#include "archive/plain_text.hpp"
#include "archive/reading.hpp"
#include "paragraph/compose.hpp"
#include "support/small_plan.hpp"

namespace paiban::archive {
namespace {

using document::Role;
using test::square_em;

/// Stories whose lines are typed in, one text a line unless it goes on.
struct SmallEdition {
  test::SmallPlan small;
  Edition edition;

  SmallEdition() {
    edition.faces = {"song"};
    small.plan.issue.date = {2025, 2, 5};
  }

  page::ComposedPage& page(int number) {
    page::ComposedPage& page = edition.pages.emplace_back();
    page.number = number;
    page.width = page.height = square_em * 30;
    return page;
  }

  [[nodiscard]] page::SetLine line(document::TextId text, Point at) const {
    return {text, paragraph::single_line(small.texts[text], {}), at};
  }
  /// Units [first, last) of a text.
  [[nodiscard]] page::SetLine part(document::TextId text, Point at, std::uint32_t first, std::uint32_t last) const {
    page::SetLine set = line(text, at);
    set.line.first = first;
    set.line.last = last;
    set.line.measure = set.line.set = set.line.natural = square_em * (last - first);
    return set;
  }

  std::vector<ReadPage> read() {
    edition.plan = small.plan;
    edition.texts = small.texts;
    return read_pages(edition);
  }
};

page::SetStory story_of(std::string id, std::vector<page::SetLine> lines) {
  page::SetStory story;
  story.id = std::move(id);
  story.legs = {{{}, static_cast<int>(lines.size()), std::move(lines)}};
  return story;
}

/// The ALTO of a page with one line of these signs.
std::string alto_of(const std::string& signs) {
  SmallEdition small;
  small.page(1).stories = {story_of("a", {small.line(small.small.add_text(signs), {square_em, square_em})})};
  return alto(small.read().front(), "page.png", "paiban");
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// ---- reading ----

TEST(Reading, PlacesEveryCharacterOfALine) {
  SmallEdition small;
  page::SetLine line = small.line(small.small.add_text("x,(xx)"), {square_em, square_em * 3});
  line.line.indent = square_em * 2;
  small.page(1).stories = {story_of("a", {line})};
  const std::vector<ReadPage> pages = small.read();
  const ReadLine& read = pages[0].articles.at(0).legs.at(0).paragraphs.at(0).lines.at(0);
  EXPECT_EQ(read.text, "x,(xx)");
  EXPECT_EQ(read.box, (Box{square_em * 3, square_em * 3, line.line.set, square_em}));
  EXPECT_EQ(read.from, (Point{square_em * 3, square_em * 3 + test::square_baseline}));
  ASSERT_EQ(read.cells.size(), 6U);
  EXPECT_EQ(read.cells[0].box, (Box{square_em * 3, square_em * 3, square_em, square_em}));
  EXPECT_EQ(read.cells.back().box.right(), read.box.right());
}

TEST(Reading, ASpaceOfTheCopyIsACellAndALineEndBetweenWordsTakesOneBack) {
  SmallEdition small;
  const document::TextId text = small.small.add_text("aa xx");
  small.page(1).stories = {story_of("a", {small.line(text, {})})};
  const std::vector<ReadPage> whole = small.read();
  EXPECT_EQ(whole[0].articles[0].legs[0].paragraphs[0].lines[0].text, "aa xx");
  EXPECT_TRUE(whole[0].articles[0].legs[0].paragraphs[0].lines[0].cells[2].space);
  small.edition.pages.front().stories = {story_of("a", {small.part(text, {}, 0, 2), small.part(text, {}, 2, 4)})};
  const std::vector<ReadPage> parted = small.read();
  EXPECT_EQ(text_of(parted[0].articles[0].legs[0].paragraphs[0]), "aa xx");
}

TEST(Reading, PartsParagraphsAndKnowsWhichIsResumed) {
  SmallEdition small;
  const document::TextId one = small.small.add_text("xxxx"), two = small.small.add_text("yy");
  page::SetStory story = story_of("a", {small.part(one, {}, 0, 2)});
  story.legs.push_back(story_of("", {small.part(one, {}, 2, 4), small.line(two, {})}).legs.front());
  small.page(1).stories = {story};
  const std::vector<ReadPage> pages = small.read();
  const std::vector<ReadLeg>& legs = pages[0].articles[0].legs;
  EXPECT_FALSE(legs[0].paragraphs[0].resumed);
  EXPECT_TRUE(legs[1].paragraphs[0].resumed);
  ASSERT_EQ(legs[1].paragraphs.size(), 2U);
  EXPECT_EQ(plain_text(pages[0]), "xxxx\nyy\n");
}

TEST(Reading, AStandInSaysNothing) {
  SmallEdition small;
  const document::TextId promised = small.small.add_text("xxxx");
  small.small.plan.texts[promised].promised = true;
  small.page(1).stories = {story_of("a", {small.line(promised, {})})};
  EXPECT_TRUE(small.read()[0].articles[0].legs.empty());
}

TEST(Reading, RowsThatTheEditorMadeArePartedAndThoseOfTheEngineNot) {
  SmallEdition small;
  const document::TextId one = small.small.add_text("xx", "body", Role::headline),
                         two = small.small.add_text("yy", "body", Role::headline);
  page::SetStory story;
  story.heads = {{Role::headline, {}, {small.line(one, {}), small.line(two, {})}},
                 {Role::deck, {}, {small.part(one, {}, 0, 1), small.part(one, {}, 1, 2)}, true}};
  small.page(1).stories = {story};
  const std::vector<ReadPage> pages = small.read();
  EXPECT_EQ(head_of(pages[0].articles[0], Role::headline), "xx\u3000yy");
  EXPECT_EQ(head_of(pages[0].articles[0], Role::deck), "xx");
  EXPECT_EQ(head_of(pages[0].articles[0], Role::kicker), "");
}

// ---- ALTO ----

TEST(Alto, AStringEndsAfterAMarkBeforeABracketAndAtASpace) {
  const std::string read = alto_of("xx,x(xx).x aa");
  EXPECT_EQ(count(read, "<String "), 5U);
  for (const char* said : {"\"xx,\"", "\"x\"", "\"(xx).\"", "\"aa\""})
    EXPECT_EQ(count(read, std::string("<String CONTENT=") + said), std::string(said) == "\"x\"" ? 2U : 1U) << said;
  EXPECT_EQ(count(read, "<SP "), 1U);
  EXPECT_EQ(count(read, "<Glyph "), 12U);
}

TEST(Alto, AWordThatALineEndPartsIsToldWhole) {
  SmallEdition small;
  const document::TextId text = small.small.add_text("xaaaax");
  for (text::Unit& unit : small.small.texts[text].units) unit.width = square_em;
  small.small.texts[text].hyphens.push_back({{}, square_em / 2});
  for (text::Joint& joint : small.small.texts[text].joints) joint.hyphen = square_em / 2;
  page::SetLine first = small.part(text, {}, 0, 3);
  first.line.hyphenated = true;
  first.line.set = first.line.natural = square_em * 7 / 2;
  small.page(1).stories = {story_of("a", {first, small.part(text, {}, 3, 6)})};
  const std::string read = alto(small.read().front(), "", "");
  EXPECT_EQ(count(read, "<String CONTENT=\"aa\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"aaaa\""), 1U);
  EXPECT_EQ(count(read, "<String CONTENT=\"aa\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"aaaa\""), 1U);
  EXPECT_EQ(count(read, "<HYP CONTENT=\"-\""), 1U);
}

TEST(Alto, MeasuresIn1200thsOfAnInchFromTheEdges) {
  EXPECT_EQ(in_1200ths(points(72)), 1200);
  EXPECT_EQ(in_1200ths(points(-72)), -1200);
  // An em of 12 000 units is 15.75 of ALTO's: neighbours share their edge all the same.
  EXPECT_NE(alto_of("xx").find("<Glyph CONTENT=\"x\" HPOS=\"16\" VPOS=\"16\" WIDTH=\"15\" HEIGHT=\"15\"/>"), std::string::npos);
  EXPECT_NE(alto_of("xx").find("<Glyph CONTENT=\"x\" HPOS=\"31\" VPOS=\"16\" WIDTH=\"16\" HEIGHT=\"15\"/>"), std::string::npos);
}

TEST(Alto, SaysThatALineRunsDown) {
  SmallEdition small;
  const document::TextId text = small.small.add_text("xx");
  small.small.texts[text].vertical = true;
  small.page(1).stories = {story_of("a", {small.line(text, {square_em * 5, square_em})})};
  const std::string read = alto(small.read().front(), "", "");
  EXPECT_EQ(count(read, "BASEDIRECTION=\"ttb\""), 1U);
  const std::string x = std::to_string(in_1200ths(square_em * 9 / 2));  // the centre line
  EXPECT_EQ(count(read, "BASELINE=\"" + x + "," + std::to_string(in_1200ths(square_em)) + " " + x), 1U);
}

// ---- METS ----

std::string mets_of(SmallEdition& small, std::map<std::string, document::Corrected> corrections = {}) {
  const std::vector<ReadPage> pages = small.read();
  std::vector<KeptFile> files;
  for (const ReadPage& page : pages) {
    small.edition.plan.issue.pages.push_back({page.number, true, "要闻", {}, {}, {}});
    files.push_back({"alto-" + std::to_string(page.number), Use::alto, page.number, "application/xml", "alto/1.xml", "00", 1});
  }
  Making making;
  making.identity = identity_of(small.edition.plan.issue);
  return mets({small.edition.plan.issue, pages, making, std::move(corrections)}, files);
}

TEST(Mets, AStoryOverTwoPagesIsOneArticleWithItsTextOnBoth) {
  SmallEdition small;
  const document::TextId text = small.small.add_text("xxxx");
  small.page(1).stories = {story_of("road", {small.part(text, {}, 0, 2)})};
  page::SetStory rest = story_of("road", {small.part(text, {}, 2, 4)});
  rest.continues = true;
  small.page(2).stories = {rest};
  const std::string read = mets_of(small);
  EXPECT_EQ(count(read, "TYPE=\"article\""), 1U);
  EXPECT_EQ(count(read, "<area FILEID=\"alto-1\" BETYPE=\"IDREF\" BEGIN=\"l1\"/>"), 1U);
  EXPECT_EQ(count(read, "<area FILEID=\"alto-2\" BETYPE=\"IDREF\" BEGIN=\"l1\"/>"), 1U);
  EXPECT_EQ(count(read, "<smLink xlink:from=\"story.1.a1\" xlink:to=\"page.1\"/>"), 1U);
  EXPECT_EQ(count(read, "<smLink xlink:from=\"story.1.a1\" xlink:to=\"page.2\"/>"), 1U);
}

TEST(Mets, ACorrectionNamesWhatItPutsRight) {
  SmallEdition small;
  small.page(1).stories = {story_of("note", {small.line(small.small.add_text("xx"), {})})};
  const std::string read = mets_of(small, {{"note", {12'184, {}, "story-3"}}});
  EXPECT_EQ(count(read, "<mods:relatedItem otherType=\"corrects\">"), 1U);
  EXPECT_EQ(count(read, "<mods:identifier type=\"local\">story-3</mods:identifier>"), 1U);
  EXPECT_EQ(count(read, "<mods:number>12184</mods:number>"), 1U);
  const std::string dated = mets_of(small, {{"note", {0, document::Date{2025, 2, 4}, {}}}});
  EXPECT_EQ(count(dated, "<mods:date encoding=\"w3cdtf\">2025-02-04</mods:date>"), 1U);
}

// ---- names ----

document::Issue issue_with(const std::string& strip) {
  document::Issue issue;
  issue.date = {2025, 2, 5};
  issue.masthead["strip"].texts.push_back({strip, {}, {}, {}});
  return issue;
}

TEST(Identity, FindsTheSerialNumberHoweverItIsSpaced) {
  EXPECT_EQ(identity_of(issue_with("□国内统一刊号　CN 65—0010")).serial, "CN65-0010");
  EXPECT_EQ(identity_of(issue_with("CN65-0010")).key, "CN65-0010_2025-02-05");
  EXPECT_EQ(identity_of(issue_with("www.CNN.com")).key, "2025-02-05");
  EXPECT_EQ(identity_of(issue_with("CN 650—0010")).serial, "");
}

TEST(Payload, NamesBecomeUris) {
  EXPECT_EQ(uri_of("source/pictures/a b%.jpg"), "source/pictures/a%20b%25.jpg");
  EXPECT_EQ(uri_of("昌"), "%E6%98%8C");
  EXPECT_EQ(mime_of("a.tiff"), "image/tiff");
  EXPECT_EQ(mime_of("catalogue"), "application/octet-stream");
}

}  // namespace
}  // namespace paiban::archive
