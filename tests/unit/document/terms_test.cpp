// terms.xml: what it says, what it is refused for, and what is found in an issue with it.

#include "document/terms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/term_check.hpp"
#include "document/term_marks.hpp"
#include "document/word_finder.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

const fs::path source = PAIBAN_SOURCE_DIR;
const fs::path refusals = source / "tests/tables/terms";
const fs::path findings = source / "tests/tables/findings";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The cases of `folder`, by their files' names; terms.xml is none.
std::vector<fs::path> cases_of(const fs::path& folder) {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".xml" && entry.path().stem() != "terms") cases.push_back(entry.path());
  std::ranges::sort(cases);
  return cases;
}

std::string words_of(const Report& report, const fs::path& folder) {
  std::string said;
  for (const Diagnostic& each : report.diagnostics())
    for (const Language language : {Language::english, Language::chinese}) said += report.text(each, language);
  const std::string prefix = folder.string() + "/";
  for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) said.erase(at, prefix.size());
  return said;
}

void expect(const std::string& said, const fs::path& file) {
  const fs::path expected = fs::path(file).replace_extension("expected");
  if (std::getenv("PAIBAN_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << said;
  EXPECT_EQ(said, bytes_of(expected)) << file;
}

TEST(Terms, AreRefusedInTheseWords) {
  for (const fs::path& file : cases_of(refusals)) {
    Report report;
    const auto terms = read_terms(file, report);
    if (!terms) report.add(terms.error());
    expect(words_of(report, refusals), file);
  }
}

TEST(Terms, FindTheseThingsInIssues) {
  Report report;
  const auto terms = read_terms(findings / "terms.xml", report);
  ASSERT_TRUE(terms);
  for (const fs::path& file : cases_of(findings)) {
    Report found;
    const auto issue = read_issue(file, found);
    ASSERT_TRUE(issue) << file << found.text(issue.error(), Language::english);
    check_words(*issue, *terms, found);
    expect(words_of(found, findings), file);
  }
}

Terms read(const fs::path& file) {
  Report report;
  auto terms = read_terms(file, report);
  EXPECT_TRUE(terms) << file;
  return terms.value_or(Terms{});
}

TEST(Terms, SayWhatTheHouseKnows) {
  const Terms terms = read(refusals / "good.xml");
  ASSERT_EQ(terms.people.size(), 2U);
  EXPECT_EQ(terms.people[0].titles, (std::vector<std::string>{"州长", "昌吉州州长"}));
  EXPECT_TRUE(terms.people[1].titles.empty());
  EXPECT_EQ(terms.words, (std::vector<std::string>{"昌吉回族自治州", "昌吉州", "昌吉州党委", "州党委", "党委", "惠民实事"}));
  EXPECT_EQ(terms.verbs, std::vector<std::string>{"走进"});
  EXPECT_EQ(terms.titles, std::vector<std::string>{"书记"});
  ASSERT_EQ(terms.orders.size(), 1U);
  EXPECT_EQ(terms.orders[0].names.front(), "党委");
  ASSERT_EQ(terms.wrong_forms.size(), 1U);
  EXPECT_EQ(terms.wrong_forms[0].why, "州是行政区划");
}

TEST(Terms, AreNoneWhereThereIsNoFile) { EXPECT_TRUE(read(refusals / "nowhere.xml").words.empty()); }

TEST(Terms, OfAnIssueAddToTheHousesAndReplacePeople) {
  Terms house = read(refusals / "good.xml"), own;
  own.people.push_back({"张三", {"州委书记"}});
  own.words.emplace_back("八戒产业园");
  own.wrong_forms.push_back({"昌吉洲", "昌吉市", ""});
  const Terms both = joined_terms(std::move(house), std::move(own));
  ASSERT_EQ(both.people.size(), 2U);
  EXPECT_EQ(both.people.back().titles, std::vector<std::string>{"州委书记"});
  EXPECT_EQ(both.words.back(), "八戒产业园");
  ASSERT_EQ(both.wrong_forms.size(), 1U);
  EXPECT_EQ(both.wrong_forms[0].right, "昌吉市");
}

TEST(Terms, OfTheHouseAreRight) { EXPECT_FALSE(read(source / "templates/terms.xml").words.empty()); }

TEST(WordFinder, TakesTheLongestAndGoesOnBehindIt) {
  const WordFinder finder({"昌吉", "昌吉州", "州党委", ""});
  const auto found = finder.find("在昌吉州党委和昌吉");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].index, 1U);
  EXPECT_EQ(found[0].start, 3U);
  EXPECT_EQ(found[0].end, 12U);
  EXPECT_EQ(found[1].index, 0U);
}

/// The spans that terms.xml of the findings puts on a text.
std::vector<std::string> marks_on(Role role, const std::string& words) {
  Issue issue;
  Story& story = issue.pages.emplace_back().stories.emplace_back();
  Block block;
  block.role = role;
  block.rows.push_back({words, {}, {}, {{0, {1, 1, 1}}}});
  story.blocks.push_back(block);
  mark_terms(issue, read(findings / "terms.xml"));
  std::vector<std::string> marks;
  const Text& text = story.blocks.front().rows.front();
  for (const Span& span : text.spans)
    marks.push_back((span.kind == SpanKind::person ? "person " : "term ") + text.utf8.substr(span.start, span.end - span.start));
  return marks;
}

TEST(TermMarks, KeepANameWithItsTitleInHeads) {
  EXPECT_EQ(marks_on(Role::headline, "州长张三在昌吉州调研"),
            (std::vector<std::string>{"term 州长张三", "person 张三", "term 昌吉州"}));
  EXPECT_EQ(marks_on(Role::headline, "张三州长"), (std::vector<std::string>{"term 张三州长", "person 张三"}));
}

TEST(TermMarks, KnowPeopleAloneInRunningText) {
  EXPECT_EQ(marks_on(Role::paragraph, "州长张三在昌吉州调研"), std::vector<std::string>{"person 张三"});
}

}  // namespace
}  // namespace paiban::document
