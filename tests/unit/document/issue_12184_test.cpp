// issues/12184 against tests/data/issue-12184.md: the text of the page, role by role, one element a line.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "document/issue_reader.hpp"

namespace paiban::document {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;  // (role, text)
const std::string source = PAIBAN_SOURCE_DIR;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// What the page shows of a line: ⟦supplied: …⟧ and ⟦conjectured: …⟧ are read, ⟦lost: …⟧ is ［缺］, ⟦read: …⟧ is a remark.
std::string shown(std::string text) {
  for (auto open = text.find("⟦"); open != std::string::npos; open = text.find("⟦")) {
    const auto colon = text.find(": ", open), close = text.find("⟧", open);
    const std::string kind = text.substr(open + std::string("⟦").size(), colon - open - std::string("⟦").size());
    std::string words = text.substr(colon + 2, close - colon - 2);
    if (kind == "lost") words = "［缺］";
    if (kind == "read") words.clear();
    text.replace(open, close + std::string("⟧").size() - open, words);
  }
  replace_all(text, "**", "");
  const auto end = text.find_last_not_of(' ');
  return text.substr(0, end + 1);
}

/// The sections of the text by their headings' first words.
std::map<std::string, Lines> sections() {
  std::map<std::string, Lines> found;
  std::ifstream file(source + "/tests/data/issue-12184.md");
  std::string line, section;
  while (std::getline(file, line)) {
    if (line.starts_with("## ")) {
      section = line.substr(3);
    } else if (const auto colon = line.find(": "); !section.empty() && colon != std::string::npos) {
      found[section].emplace_back(line.substr(0, colon), shown(line.substr(colon + 2)));
    }
  }
  return found;
}

std::string role_name(const Block& block) {
  static const std::map<Role, std::string> names{
      {Role::label, "column label"},  {Role::headline, "headline"}, {Role::deck, "deck"},     {Role::paragraph, "paragraph"},
      {Role::list_head, "list head"}, {Role::logo, "column logo"},  {Role::byline, "byline"}, {Role::title, "title"},
      {Role::caption, "caption"},     {Role::credit, "credit"}};
  const auto name = names.find(block.role);
  if (name == names.end()) return "?";
  return name->second + (block.rows.size() == 2 ? " (two rows)" : "");
}

Lines lines_of(const Story& story) {
  Lines lines;
  for (const Block& block : story.blocks) {
    std::string text;
    for (const Text& row : block.rows) text += (text.empty() ? "" : " / ") + row.utf8;
    lines.emplace_back(role_name(block), text);
  }
  return lines;
}

Issue issue_named(const std::string& name) {
  Report report;
  auto issue = read_issue(source + "/issues/12184/" + name, report);
  EXPECT_TRUE(issue) << name << ": " << (issue ? "" : message_of(issue.error(), Language::english));
  EXPECT_FALSE(report.any_error());
  return std::move(issue).value_or(Issue{});
}

const Story& story_of(const Issue& issue, std::string_view id) {
  static const Story none;
  for (const Page& page : issue.pages) {
    const auto found = std::ranges::find(page.stories, id, &Story::id);
    if (found != page.stories.end()) return *found;
  }
  ADD_FAILURE() << "no story " << id;
  return none;
}

std::vector<std::pair<SpanKind, std::string>> spans_of(const Story& story, std::initializer_list<SpanKind> kinds) {
  std::vector<std::pair<SpanKind, std::string>> found;
  for (const Block& block : story.blocks)
    for (const Text& text : block.rows)
      for (const Span& span : text.spans)
        if (std::ranges::find(kinds, span.kind) != kinds.end())
          found.emplace_back(span.kind, text.utf8.substr(span.start, span.end - span.start));
  return found;
}

using Spans = std::vector<std::pair<SpanKind, std::string>>;

class Issue12184 : public ::testing::TestWithParam<const char*> {};

TEST_P(Issue12184, HoldsEveryCharacterInItsRole) {
  const Issue issue = issue_named(GetParam());
  auto text = sections();
  EXPECT_EQ(lines_of(story_of(issue, "lead")), text["story 1: the lead (column label over the headline)"]);
  ASSERT_EQ(story_of(issue, "lead").boxes.size(), 1U);
  EXPECT_EQ(lines_of(story_of(issue, "lead").boxes[0]), text["story 1, its list box"]);
  EXPECT_EQ(lines_of(story_of(issue, "story-2")), text["story 2"]);
  EXPECT_EQ(lines_of(story_of(issue, "story-3")), text["story 3"]);
  EXPECT_EQ(lines_of(story_of(issue, "story-4")), text["story 4"]);
  EXPECT_EQ(lines_of(story_of(issue, "commentary")), text["commentary"]);
  EXPECT_EQ(lines_of(story_of(issue, "photo")), text["photograph (lost)"]);
}

TEST_P(Issue12184, HoldsTheMasthead) {
  const Issue issue = issue_named(GetParam());
  Lines masthead = sections()["masthead"];
  const auto said = [&](const std::string& part) { return issue.masthead.at(part).texts.at(0).utf8; };
  Lines found{{"organ", said("organ")},  {"publisher", said("publisher")}, {"nameplate", said("nameplate")},
              {"date", said("weekday")}, {"lunar date", said("lunar")},    {"issue number", said("number")},
              {"pages", said("pages")}};
  for (const Text& item : issue.masthead.at("strip").texts) found.emplace_back("strip item", item.utf8);
  masthead[2].second = masthead[2].second.substr(0, masthead[2].second.find(" ("));  // the remark on the artwork
  masthead[3].second = masthead[3].second.substr(masthead[3].second.rfind(' ') + 1);
  EXPECT_EQ(found, masthead);
  EXPECT_EQ(issue.date, (Date{2025, 2, 5}));
  EXPECT_EQ(issue.number, 12184);
  EXPECT_EQ(issue.page_count, 8);
  EXPECT_EQ(issue.pages.size(), 8U);
  EXPECT_EQ(std::ranges::count(issue.pages, true, &Page::held), 1);
}

TEST_P(Issue12184, SaysHowSureItsWordsAre) {
  const Issue issue = issue_named(GetParam());
  const auto record = {SpanKind::gap, SpanKind::supplied, SpanKind::conjectured, SpanKind::sic};
  const Story& lead = story_of(issue, "lead");
  EXPECT_EQ(spans_of(lead, record), (Spans{{SpanKind::supplied, "内容。"}, {SpanKind::sic, "温暖"}}));
  const Spans gaps(3, {SpanKind::gap, "［缺］"});
  EXPECT_EQ(spans_of(lead.boxes.at(0), record), gaps);
  EXPECT_EQ(spans_of(story_of(issue, "commentary"), record), (Spans{{SpanKind::conjectured, "评。"}}));
  EXPECT_EQ(spans_of(story_of(issue, "story-2"), {SpanKind::sic}).size(), 1U);
  EXPECT_EQ(spans_of(story_of(issue, "story-2"), {SpanKind::name, SpanKind::dateline}),
            (Spans{{SpanKind::dateline, "本报讯"}, {SpanKind::name, "杨鹤"}}));
  EXPECT_TRUE(story_of(issue, "photo").picture.value().stand_in);
}

INSTANTIATE_TEST_SUITE_P(Files, Issue12184, ::testing::Values("issue.xml", "as-printed.xml"),
                         [](const auto& each) { return std::string(each.index == 0 ? "issue" : "as_printed"); });

std::vector<std::string> printed_lines(const Text& text) {
  std::vector<std::string> lines;
  std::uint32_t start = 0;
  for (const std::uint32_t end : text.line_ends) {
    lines.push_back(text.utf8.substr(start, end - start));
    start = end;
  }
  lines.push_back(text.utf8.substr(start));
  return lines;
}

TEST(Issue12184AsPrinted, HasTheLinesOfTheLead) {
  const Issue issue = issue_named("as-printed.xml");
  const Story& lead = story_of(issue, "lead");
  std::vector<std::size_t> counts;
  for (const Block& block : lead.blocks)
    if (block.role == Role::paragraph) counts.push_back(printed_lines(block.rows[0]).size());
  EXPECT_EQ(counts, (std::vector<std::size_t>{7, 9, 15, 18, 3}));  // 43 + 3 + 3 + 3
  const auto first = std::ranges::find(lead.blocks, Role::paragraph, &Block::role);
  EXPECT_EQ(printed_lines(first->rows[0]),
            (std::vector<std::string>{"本报讯　记者杨鹤报道：在近日召", "开的昌吉州第十六届人民代表大会第",
                                      "五次会议上，公布了昌吉州2025年“十", "件惠民实事”清单。此份清单涵盖教育",
                                      "医疗、交通物流、就业促进、社会服务、", "城市更新、文体活动、农业农村等10类", "内容。"}));
  std::size_t story_2 = 0;
  for (const Block& block : story_of(issue, "story-2").blocks)
    if (block.role == Role::paragraph) story_2 += printed_lines(block.rows[0]).size();
  EXPECT_EQ(story_2, 44U);  // 22 + 22
}

}  // namespace
}  // namespace paiban::document
