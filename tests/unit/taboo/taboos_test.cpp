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

/// Gives everything on the page another x: `place(x, width)`.
template <typename Place>
class Moved {
 public:
  explicit Moved(Place place) : place_(place) {}

  [[nodiscard]] page::ComposedPage operator()(page::ComposedPage page) const {
    for (page::SetStory& story : page.stories) move(story);
    for (page::SetRule& rule : page.rules) {
      const Length width = rule.to.x - rule.from.x;
      rule.from.x = place_(rule.from.x, width);
      rule.to.x = rule.from.x + width;
    }
    return page;
  }

 private:
  void move(Box& box) const { box.x = place_(box.x, box.width); }
  void move(page::SetLine& line) const { line.at.x = place_(line.at.x, line.line.set); }
  void move(page::SetStory& story) const {
    for (page::Head& head : story.heads) {
      move(head.box);
      for (page::SetLine& row : head.rows) move(row);
    }
    for (page::Leg& leg : story.legs) {
      move(leg.box);
      for (page::SetLine& line : leg.lines) move(line);
    }
    for (page::SetPicture& picture : story.pictures) move(picture.box);
    for (page::SetStory& box : story.boxes) move(box);
  }

  Place place_;
};

TEST_P(Taboos, DoNotDependOnWhereThePageLies) {
  test::TypedPage typed;
  for (const std::string& line : GetParam().lines) typed.read(line);
  const auto before = found_in(typed, GetParam());
  const Length by = millimetres(7);
  document::Plan plan = typed.plan();
  plan.design.grid.x += by;
  typed.page() = Moved([by](Length x, Length) { return x + by; })(typed.page());
  std::vector<std::string> after;
  for (const Finding& finding : find_taboos(plan, typed.texts(), typed.page()))
    if (GetParam().only.empty() || GetParam().only.contains(code_name(finding.code))) after.push_back(words_of(finding));
  EXPECT_EQ(before, after) << GetParam().name;
}

/// What does not hang upon the way of reading is the same in a mirror; who stands at the left changes sides.
TEST_P(Taboos, AreTheSameInAMirror) {
  const std::set<std::string_view> read_from_the_left{"E1105", "E1106", "E1107", "E1108", "E1111", "W0704", "W1126"};
  test::TypedPage typed;
  for (const std::string& line : GetParam().lines) typed.read(line);
  const document::Grid& grid = typed.plan().design.grid;
  const Length both = grid.x + grid.right();
  const page::ComposedPage mirrored = Moved([both](Length x, Length width) { return both - x - width; })(typed.page());
  const auto codes = [&](const page::ComposedPage& page) {
    std::multiset<std::pair<std::string_view, int>> found;
    for (const Finding& finding : find_taboos(typed.plan(), typed.texts(), page))
      if (!read_from_the_left.contains(code_name(finding.code))) found.emplace(code_name(finding.code), finding.row);
    return found;
  };
  EXPECT_EQ(codes(typed.page()), codes(mirrored)) << GetParam().name;
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
