#include "document/issue_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "document/inline_text.hpp"
#include "document/input_file.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

const fs::path root = PAIBAN_SOURCE_DIR;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string all_said(const Report& report) {
  std::string said;
  for (const Diagnostic& each : report.diagnostics()) said += report.text(each, Language::english);
  return said;
}

Issue read_or_fail(const fs::path& file, Report& report) {
  auto issue = read_issue(file, report);
  if (issue) return std::move(*issue);
  ADD_FAILURE() << report.text(issue.error(), Language::english);
  return {};
}

// One story made of `content`, from memory.
Story story_of(const std::string& content, Report& report) {
  const std::string bytes = "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'>\n<story>" + content +
                            "</story></page></issue>";
  auto issue = parse_issue(bytes, "issue.xml", {}, report);
  if (issue) return issue->pages.at(0).stories.at(0);
  ADD_FAILURE() << report.text(issue.error(), Language::english);
  return {};
}

Text text_of(const std::string& paragraph, Report& report) {
  return story_of("<p>" + paragraph + "</p>", report).blocks.at(0).rows.at(0);
}

// ---- the real page ----

TEST(IssueReader, TakesThePageOf12184AsItIs) {
  Report report;
  const Issue issue = read_or_fail(root / "issues/12184/issue.xml", report);
  EXPECT_EQ(all_said(report), "");
  EXPECT_EQ(issue.date, (Date{2025, 2, 5}));
  EXPECT_EQ(issue.number, 12'184);
  EXPECT_EQ(issue.page_count, 8);
  EXPECT_EQ(issue.masthead.at("strip").texts.size(), 5U);
  ASSERT_EQ(issue.pages.size(), 8U);
  ASSERT_EQ(issue.pages[0].stories.size(), 6U);
  const Story& lead = issue.pages[0].stories[0];
  EXPECT_EQ(lead.kind, StoryKind::lead);
  EXPECT_EQ(lead.region, "lead");
  ASSERT_EQ(lead.boxes.size(), 1U);
  EXPECT_EQ(lead.boxes[0].blocks.size(), 21U);
  EXPECT_FALSE(issue.pages[1].held);
}

// ---- text ----

TEST(IssueReader, KnowsWhereEveryCharacterStands) {
  Report report;
  const Text text = text_of("昌吉 &amp;\n  <em>日&#x62A5;</em><![CDATA[<总>]]>第\r\n期", report);
  EXPECT_EQ(text.utf8, "昌吉 &日报<总>第期");
  const auto column = [&](std::string_view what) { return place_of(text, static_cast<std::uint32_t>(text.utf8.find(what))); };
  EXPECT_EQ(column("昌"), (SourcePlace{1, 2, 11}));
  EXPECT_EQ(column("&"), (SourcePlace{1, 2, 14}));
  EXPECT_EQ(column("日"), (SourcePlace{1, 3, 7}));
  EXPECT_EQ(column("报"), (SourcePlace{1, 3, 8}));
  EXPECT_EQ(column("<"), (SourcePlace{1, 3, 30}));
  EXPECT_EQ(column("期"), (SourcePlace{1, 4, 1}));
}

TEST(IssueReader, NestsSpansOuterFirst) {
  Report report;
  const Text text = text_of("<by>记者<name>杨鹤</name>报道</by>，<cut rank='1'><sic>更具</sic></cut>", report);
  ASSERT_EQ(text.spans.size(), 4U);
  EXPECT_EQ(text.spans[0].kind, SpanKind::byline);
  EXPECT_EQ(text.spans[1].kind, SpanKind::name);
  EXPECT_EQ(text.utf8.substr(text.spans[1].start, text.spans[1].end - text.spans[1].start), "杨鹤");
  EXPECT_EQ(text.spans[1].at, (SourcePlace{1, 2, 17}));
  EXPECT_EQ(text.spans[2].value, "1");
  EXPECT_EQ(text.spans[3].kind, SpanKind::sic);
}

TEST(IssueReader, PrintsGapsAndInventsNothing) {
  Report report;
  const Text text = text_of("照护、关<gap lines='2'/>和好<gap/>", report);
  EXPECT_EQ(text.utf8, "照护、关［缺］［缺］和好［缺］");
  ASSERT_EQ(text.spans.size(), 3U);
  EXPECT_EQ(text.spans[1].value, "line");
  EXPECT_EQ(text.spans[2].value, "");
}

TEST(IssueReader, KeepsPrintedLineEnds) {
  Report report;
  const Text text = text_of("\n近日，<lb/>\n自治区<lb/>党委<lb/>\n", report);
  EXPECT_EQ(text.utf8, "近日，自治区党委");
  EXPECT_EQ(text.line_ends, (std::vector<std::uint32_t>{9, 18}));
  EXPECT_EQ(all_said(report), "");
}

TEST(IssueReader, SaysNothingOfTheLayoutOfTheXml) {
  Report report;
  const Story story =
      story_of("\n  <headline>\n    <row>春暖</row>\n    <row>农民工</row>\n  </headline>\n  <p>\n    昌吉\n  </p>\n", report);
  EXPECT_EQ(story.blocks.at(0).rows.size(), 2U);
  EXPECT_EQ(story.blocks.at(1).rows.at(0).utf8, "昌吉");
  EXPECT_EQ(all_said(report), "");
}

TEST(IssueReader, TakesOneParagraphALine) {
  Report report;
  const Story story = story_of("<text style='note'>\n  第一段\n\n  第<name>二</name>段\n</text>", report);
  ASSERT_EQ(story.blocks.size(), 2U);
  EXPECT_EQ(story.blocks[1].rows.at(0).utf8, "第二段");
  EXPECT_EQ(story.blocks[1].rows.at(0).spans.at(0).start, 3U);
  EXPECT_EQ(story.blocks[1].at, (SourcePlace{1, 5, 3}));
  EXPECT_EQ(story.blocks[1].style, "note");
}

TEST(IssueReader, PutsCopyFilesWhereTheyAreNamed) {
  Report report;
  const Issue issue = read_or_fail(root / "tests/tables/issues/everything.xml", report);
  const Story& lead = issue.pages.at(0).stories.at(0);
  const auto found = std::ranges::find_if(lead.blocks, [](const Block& b) { return b.rows.at(0).utf8 == "昌吉日报"; });
  ASSERT_NE(found, lead.blocks.end());
  EXPECT_EQ((found + 1)->rows.at(0).utf8, "第二段");
  EXPECT_EQ((found + 1)->at.line, 3U);
  EXPECT_TRUE(report.path(found->at.file).ends_with("tests/tables/issues/copy/plain.txt"));
}

TEST(IssueReader, KnowsWhatACorrectionPutsRight) {
  Report report;
  const auto issue = parse_issue(
      "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-06'><page number='1'><correction corrects='12184 story-3'/>"
      "<correction corrects='2025-02-05'/><correction/></page></issue>",
      "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  const auto& stories = issue->pages.at(0).stories;
  EXPECT_EQ(stories.at(0).corrects.value().number, 12184);
  EXPECT_EQ(stories.at(0).corrects.value().story, "story-3");
  EXPECT_EQ(stories.at(1).corrects.value().date, (Date{2025, 2, 5}));
  EXPECT_TRUE(stories.at(1).corrects.value().story.empty());
  EXPECT_FALSE(stories.at(2).corrects);
}

TEST(IssueReader, MakesIdsThatNobodyHasGiven) {
  Report report;
  const auto issue = parse_issue(
      "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'>"
      "<story/><story id='page-1-2'/><story><box/></story></page></issue>",
      "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  const auto& stories = issue->pages.at(0).stories;
  EXPECT_EQ(stories.at(0).id, "page-1-1");
  EXPECT_EQ(stories.at(2).id, "page-1-3");
  EXPECT_EQ(stories.at(2).boxes.at(0).id, "page-1-3-1");
}

TEST(IssueReader, SortsPages) {
  Report report;
  const auto issue =
      parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='2'/><page number='1'/></issue>",
                  "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->pages.at(0).number, 1);
}

TEST(IssueReader, TakesAPrefixToo) {
  Report report;
  const auto issue = parse_issue(
      "<i:issue xmlns:i='urn:paiban:issue' version='1' date='2025-02-05'><i:page number='1'><i:story><i:p>昌<i:em>吉</i:em></i:p>"
      "</i:story></i:page></i:issue>",
      "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->pages.at(0).stories.at(0).blocks.at(0).rows.at(0).spans.size(), 1U);
}

// ---- limits ----

TEST(IssueReader, LimitsTheText) {
  const auto read = [](std::size_t characters) {
    std::string paragraph;
    for (std::size_t i = 0; i < characters; ++i) paragraph += "昌";
    Report report;
    const auto issue = parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'><story><p>" +
                                       paragraph + "</p></story></page></issue>",
                                   "issue.xml", {}, report);
    return issue ? std::string() : std::string(code_name(issue.error().code));
  };
  EXPECT_EQ(read(TextBudget::most_characters), "");
  EXPECT_EQ(read(TextBudget::most_characters + 1), "E0213");
}

TEST(IssueReader, GivesUpOnTenThousandFaultsSoon) {
  std::string body;
  for (int i = 0; i < 10'000; ++i) body += "<stroy/>";
  Report report;
  const auto issue =
      parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'>" + body + "</page></issue>",
                  "issue.xml", {}, report);
  ASSERT_FALSE(issue);
  EXPECT_LE(report.diagnostics().size(), Report::most_kept);
}

// ---- paths ----

class Folder {
 public:
  Folder() : path_(fs::path(testing::TempDir()) / "paiban-inside") {
    fs::remove_all(path_);
    fs::create_directories(path_ / "issue/pictures");
    std::ofstream(path_ / "secret.txt") << "secret";
    std::ofstream(path_ / "issue/pictures/a.jpg") << "a";
    fs::create_symlink("../secret.txt", path_ / "issue/link.txt");
    fs::create_symlink("pictures", path_ / "issue/linked");
    fs::create_symlink("..", path_ / "issue/up");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] Inside look(std::string_view name) const { return look_inside(path_ / "issue", name); }

 private:
  fs::path path_;
};

TEST(IssueReader, LooksOnlyInsideTheFolder) {
  const Folder folder;
  EXPECT_EQ(folder.look("pictures/a.jpg"), Inside::usable);
  EXPECT_EQ(folder.look("pictures/b.jpg"), Inside::missing);
  EXPECT_EQ(folder.look("none/a.jpg"), Inside::missing);
  EXPECT_EQ(folder.look("pictures/a.jpg/b"), Inside::missing);
  for (const std::string_view name : {"",
                                      "/",
                                      ".",
                                      "..",
                                      "./pictures/a.jpg",
                                      "../secret.txt",
                                      "pictures/../../secret.txt",
                                      "pictures/..",
                                      "pictures//a.jpg",
                                      "/etc/passwd",
                                      "//etc/passwd",
                                      "pictures",
                                      "pictures/",
                                      "link.txt",
                                      "linked/a.jpg",
                                      "up/secret.txt",
                                      "up/issue/pictures/a.jpg",
                                      "C:/a.jpg",
                                      "a\\b.jpg",
                                      "file:///etc/passwd",
                                      "http://example.org/a.jpg",
                                      "pictures/a.jpg/",
                                      "~/a.jpg/..",
                                      "...//a"}) {
    EXPECT_EQ(folder.look(name), Inside::unsafe) << name;
  }
  EXPECT_EQ(look_inside("/dev", "null"), Inside::unsafe);
  EXPECT_EQ(folder.look(std::string(5'000, 'a')), Inside::missing);
}

// ---- properties ----

TEST(IssueReader, TellsOfEveryCutOffFile) {
  const std::string whole = bytes_of(root / "tests/tables/issues/everything.xml");
  const std::size_t end = whole.find_last_of('>');
  for (std::size_t length = 0; length < end; ++length) {
    Report report;
    const auto issue = parse_issue(whole.substr(0, length), "issue.xml", root / "tests/tables/issues", report);
    ASSERT_FALSE(issue) << length;
    ASSERT_EQ(issue.error().at.file, 1);
    ASSERT_NE(issue.error().at.line, 0U) << length;
  }
}

// Every offset of every text has a place in the file that the text comes from, and spans stand between characters.
void expect_sound(const Text& text) {
  ASSERT_EQ(find_malformed(text.utf8), text.utf8.size());
  ASSERT_FALSE(text.anchors.empty());
  ASSERT_EQ(text.anchors.front().offset, 0U);
  for (std::uint32_t i = 0; i < text.utf8.size(); i = decode_at(text.utf8, i).next) ASSERT_NE(place_of(text, i).line, 0U);
  const auto between = [&](std::uint32_t offset) {
    return offset == text.utf8.size() ||
           (offset < text.utf8.size() && (static_cast<unsigned char>(text.utf8[offset]) & 0xC0U) != 0x80U);
  };
  for (const Span& span : text.spans) ASSERT_TRUE(span.start < span.end && between(span.start) && between(span.end));
  for (const std::uint32_t offset : text.line_ends) ASSERT_TRUE(between(offset));
}

void expect_sound(const Story& story) {
  for (const Block& block : story.blocks)
    for (const Text& row : block.rows) expect_sound(row);
  for (const Story& box : story.boxes) expect_sound(box);
}

TEST(IssueReader, StandsAnyBytes) {
  const std::string whole = bytes_of(root / "tests/tables/issues/everything.xml");
  std::uint32_t state = 1;
  const auto random = [&](std::size_t below) {
    state = state * 1'664'525U + 1'013'904'223U;  // Numerical Recipes' congruence: the same files in every run
    return (state >> 8U) % static_cast<std::uint32_t>(below);
  };
  int read = 0;
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes = whole;
    for (std::uint32_t i = 0; i < 1 + random(3); ++i) {
      const std::size_t at = random(bytes.size());
      if (random(2) == 0)
        bytes[at] = static_cast<char>(random(256));
      else
        bytes.insert(at, bytes.substr(random(bytes.size()), random(40)));
    }
    Report report;
    const auto issue = parse_issue(bytes, "issue.xml", root / "tests/tables/issues", report);
    if (!issue) continue;
    ++read;
    for (const Page& page : issue->pages)
      for (const Story& story : page.stories) expect_sound(story);
  }
  EXPECT_GT(read, 50);
}

// ---- wishes ----

// What no schema can compare; what it can stands in tests/tables/errors.
TEST(IssueReader, WishesForNoMoreThanThereCanBe) {
  for (const std::string wish : {"columns='4-2'", "fixed='6-3 1-10'", "fixed='1-2 20-10'", "rows='401'"}) {
    Report report;
    const auto issue = parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'><story " +
                                       wish + "><p>昌吉</p></story></page></issue>",
                                   "issue.xml", {}, report);
    if (!issue) report.add(issue.error());
    EXPECT_NE(all_said(report).find("E0206"), std::string::npos) << wish;
  }
}

}  // namespace
}  // namespace paiban::document
