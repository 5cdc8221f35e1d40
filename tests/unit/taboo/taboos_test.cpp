// tests/tables/taboos/*.pages: pages typed in from print and what is wrong with them. "== name" begins a page; "find CODE FIRST
// SECOND ROW" says what is found ("-": none), any number of them, in order; "none" that nothing is. "only CODE …" looks at these
// codes alone, so that a small page need not be filled to its foot.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/message_table.hpp"
#include "support/typed_page.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::taboo {
namespace {

struct Case {
  std::string name;
  std::vector<std::string> lines;
  std::vector<std::string> expected;
  std::set<std::string, std::less<>> only;
};

void read_line(const std::string& line, Case& into) {
  std::istringstream in(line);
  std::string word;
  in >> word;
  if (word == "find") into.expected.push_back(line.substr(5));
  if (word == "only")
    while (in >> word) into.only.insert(word);
  if (word != "find" && word != "only") into.lines.push_back(line);
}

std::vector<Case> cases() {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PAIBAN_SOURCE_DIR "/tests/tables/taboos"))
    if (entry.path().extension() == ".pages") files.insert(entry.path());
  std::vector<Case> all;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.starts_with('#')) continue;
      if (line.starts_with("== "))
        all.push_back({file.stem().string() + " " + line.substr(3), {}, {}, {}});
      else
        read_line(line, all.back());
    }
  }
  return all;
}

std::string words_of(const Finding& finding) {
  const auto named = [](const std::string& id) { return id.empty() ? std::string("-") : id; };
  return std::string(code_name(finding.code)) + " " + named(finding.first) + " " + named(finding.second) + " " +
         std::to_string(finding.row);
}

std::vector<std::string> found_in(test::TypedPage& typed, const Case& tested) {
  std::vector<std::string> found;
  for (const Finding& finding : find_taboos(typed.plan(), typed.texts(), typed.page()))
    if (tested.only.empty() || tested.only.contains(code_name(finding.code))) found.push_back(words_of(finding));
  return found;
}

class Taboos : public testing::TestWithParam<Case> {};

TEST_P(Taboos, AreFoundAndNothingElse) {
  test::TypedPage typed;
  for (const std::string& line : GetParam().lines) typed.read(line);
  EXPECT_EQ(found_in(typed, GetParam()), GetParam().expected) << GetParam().name;
}

/// Moved as a whole on its paper, a page has the same faults in the same rows.
TEST_P(Taboos, DoNotDependOnWhereThePageLies) {
  test::TypedPage typed;
  for (const std::string& line : GetParam().lines) typed.read(line);
  document::Plan plan = typed.plan();
  page::ComposedPage page = typed.page();
  const Length by = millimetres(7);
  plan.design.grid.x += by;
  const auto move = [by](Box& box) { box.x += by; };
  const auto move_story = [&](auto& self, page::SetStory& story) -> void {
    for (page::Head& head : story.heads) {
      move(head.box);
      for (page::SetLine& row : head.rows) row.at.x += by;
    }
    for (page::Leg& leg : story.legs) {
      move(leg.box);
      for (page::SetLine& line : leg.lines) line.at.x += by;
    }
    for (page::SetPicture& picture : story.pictures) move(picture.box);
    for (page::SetStory& box : story.boxes) self(self, box);
  };
  for (page::SetStory& story : page.stories) move_story(move_story, story);
  for (page::SetRule& rule : page.rules) rule.from.x += by, rule.to.x += by;
  const auto before = find_taboos(typed.plan(), typed.texts(), typed.page());
  const auto after = find_taboos(plan, typed.texts(), page);
  ASSERT_EQ(before.size(), after.size()) << GetParam().name;
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(words_of(before[i]), words_of(after[i])) << GetParam().name;
}

/// An error has no price, a warning has one.
TEST_P(Taboos, HavePricesWhereTheyAreNoErrors) {
  test::TypedPage typed;
  for (const std::string& line : GetParam().lines) typed.read(line);
  for (const Finding& finding : find_taboos(typed.plan(), typed.texts(), typed.page()))
    EXPECT_EQ(gravity_of(finding.code) == Gravity::warning, finding.price > 0) << words_of(finding);
}

INSTANTIATE_TEST_SUITE_P(Tables, Taboos, testing::ValuesIn(cases()), [](const auto& tested) {
  std::string name = tested.param.name;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
});

TEST(ReportTaboos, SaysTheStoriesTheRowAndTheWayOut) {
  test::TypedPage typed;
  for (const char* line : {"story a", "head 0 29 1 2", "leg 0 29 4-60", "story b", "head 31 29 1 2", "leg 31 29 4-60"})
    typed.read(line);
  Report report;
  report_taboos(typed.plan(), typed.texts(), typed.page(), report);
  ASSERT_FALSE(report.diagnostics().empty());
  const Diagnostic& said = report.diagnostics().front();
  EXPECT_EQ(said.code, Code::heads_butting);
  EXPECT_EQ(said.arguments, (std::vector<std::string>{"a", "b", "1"}));
  EXPECT_FALSE(hint_of(said, Language::chinese).empty());
}

}  // namespace
}  // namespace paiban::taboo
