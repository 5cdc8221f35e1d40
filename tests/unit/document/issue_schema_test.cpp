// issues/issue.rng, for XML editors, and the engine's reader must take the same issues. xmllint reads the schema.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

const fs::path root = PAIBAN_SOURCE_DIR;

bool has_xmllint() { return std::system("command -v xmllint >/dev/null 2>&1") == 0; }

// The names (without ending) of the XML files in `folder` that the schema refuses.
/// A path that no other process uses: tests run side by side.
fs::path temporary(const std::string& name) {
  return fs::path(testing::TempDir()) / ("paiban-schema-" + name + "-" + std::to_string(::getpid()));
}

std::set<std::string> refused_by_schema(const fs::path& folder, const char* schema = "issues/issue.rng") {
  const fs::path words = temporary("words");
  const std::string command = "cd '" + folder.string() + "' && ls | grep '\\.xml$' | xargs xmllint --nonet --noout --relaxng '" +
                              (root / schema).string() + "' >'" + words.string() + "' 2>&1";
  (void)!std::system(command.c_str());  // its exit code tells of the last file only
  constexpr std::string_view verdict = ".xml fails to validate";
  std::set<std::string> refused;
  std::ifstream in(words);
  for (std::string line; std::getline(in, line);)
    if (line.ends_with(verdict)) refused.insert(line.substr(0, line.size() - verdict.size()));
  fs::remove(words);
  return refused;
}

enum class Judged { right, wrong, beyond_the_schema };

// A schema cannot know the calendar, compare ids and numbers, or open files.
Judged judged(const fs::path& file) {
  Report report;
  auto issue = read_issue(file, report);
  if (!issue) report.add(issue.error());
  constexpr std::array<std::string_view, 8> beyond{"E0301", "E0207", "E0208", "E0212", "E0213", "E0214", "E0103", "E0104"};
  Judged verdict = Judged::right;
  for (const Diagnostic& each : report.diagnostics()) {
    if (gravity_of(each.code) != Gravity::broken) continue;
    const bool schema_knows = std::ranges::find(beyond, code_name(each.code)) == beyond.end();
    if (schema_knows) return Judged::wrong;
    verdict = Judged::beyond_the_schema;
  }
  return verdict;
}

void expect_agreement(const fs::path& folder) {
  const std::set<std::string> refused = refused_by_schema(folder);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".xml" || entry.path().stem().string().starts_with("xml-")) continue;
    const Judged verdict = judged(entry.path());
    if (verdict == Judged::beyond_the_schema) continue;
    std::ifstream in(entry.path());
    EXPECT_EQ(refused.contains(entry.path().stem().string()), verdict == Judged::wrong)
        << entry.path() << "\n"
        << std::string(std::istreambuf_iterator<char>(in), {});
  }
}

TEST(IssueSchema, AgreesOnTheTables) {
  if (!has_xmllint()) GTEST_SKIP() << "no xmllint here";
  expect_agreement(root / "tests/tables/errors");
  expect_agreement(root / "tests/tables/issues");
  EXPECT_TRUE(refused_by_schema(root / "tests/tables/issues").empty());
  EXPECT_TRUE(refused_by_schema(root / "issues/12184").empty());
}

TEST(TemplateSchema, TakesTheTemplatesThatTheReaderTakes) {
  if (!has_xmllint()) GTEST_SKIP() << "no xmllint here";
  const std::set<std::string> none{"anchors", "terms"};  // are no templates
  EXPECT_EQ(refused_by_schema(root / "templates", "templates/template.rng"), none);
  EXPECT_EQ(refused_by_schema(root / "tests/data/templates", "templates/template.rng"), std::set<std::string>{"terms"});
  EXPECT_FALSE(refused_by_schema(root / "templates", "templates/terms.rng").contains("terms"));
  EXPECT_FALSE(refused_by_schema(root / "tests/data/templates", "templates/terms.rng").contains("terms"));
}

// ---- issues broken at random ----

class Breaker {
 public:
  explicit Breaker(std::uint32_t seed) : state_(seed) {}

  void spoil(pugi::xml_document& issue) {
    for (std::uint32_t i = 0; i < 1 + random(2); ++i) once(issue);
  }

 private:
  static constexpr std::array<const char*, 30> names{
      "proper", "work",   "story", "p",        "row",  "box",   "picture", "headline", "em",    "name",
      "gap",    "lb",     "page",  "masthead", "item", "strip", "text",    "byline",   "ear",   "lunar",
      "pages",  "number", "title", "sic",      "a",    "cut",   "ruby",    "supplied", "issue", "b"};
  static constexpr std::array<const char*, 24> attributes{"id",        "region",  "kind",     "src",      "alt",    "stand-in",
                                                          "focus",     "style",   "role",     "held",     "number", "rank",
                                                          "certainty", "lines",   "source",   "note",     "href",   "value",
                                                          "normalise", "variant", "template", "expected", "aspect", "x"};
  static constexpr std::array<const char*, 37> values{"",
                                                      "yes",
                                                      "no",
                                                      "1",
                                                      "0",
                                                      "99",
                                                      "100",
                                                      "01",
                                                      "lead",
                                                      "news",
                                                      "1.0",
                                                      "0.8",
                                                      "0.80001",
                                                      "1.5",
                                                      ".5",
                                                      "-1",
                                                      "50% 50%",
                                                      "100% 0%",
                                                      "100.1% 0%",
                                                      "50%  50%",
                                                      "050% 1%",
                                                      "a b",
                                                      "昌吉",
                                                      "-marks",
                                                      "none -marks",
                                                      "marks",
                                                      "copy/plain.txt",
                                                      "1.",
                                                      "+1",
                                                      "00.5",
                                                      "100.0000% 5.00000%",
                                                      "festive",
                                                      "9字",
                                                      "620字",
                                                      "09字",
                                                      "10000字",
                                                      "3:2"};

  std::uint32_t random(std::size_t below) {
    state_ = state_ * 1'664'525U + 1'013'904'223U;  // Numerical Recipes' congruence: the same issues in every run
    return (state_ >> 12U) % static_cast<std::uint32_t>(below);
  }
  pugi::xml_node any_element(pugi::xml_document& issue) {
    std::vector<pugi::xml_node> all;
    for (const auto& found : issue.select_nodes("//*")) all.push_back(found.node());
    return all[random(all.size())];
  }
  void once(pugi::xml_document& issue) {
    pugi::xml_node element = any_element(issue);
    switch (random(7)) {
      case 0:
        element.set_name(names[random(names.size())]);
        break;
      case 1:
        element.append_child(pugi::node_pcdata).set_value("昌吉");
        break;
      case 2:
        element.append_child(names[random(names.size())]);
        break;
      case 3:
        set(element, attributes[random(attributes.size())]);
        break;
      case 4:
        if (element.first_attribute()) set(element, element.first_attribute().name());
        break;
      case 5:
        element.remove_attribute(element.last_attribute());
        break;
      default:
        if (element != issue.document_element()) any_element(issue).append_copy(element), element.parent().remove_child(element);
    }
  }
  void set(pugi::xml_node element, const char* name) {
    if (!element.attribute(name)) element.append_attribute(name);
    element.attribute(name).set_value(values[random(values.size())]);
  }

  std::uint32_t state_;
};

TEST(IssueSchema, AgreesOnBrokenIssues) {
  if (!has_xmllint()) GTEST_SKIP() << "no xmllint here";
  const fs::path folder = temporary("issue-schema");
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(root / "tests/tables/issues/copy", folder / "copy");
  Breaker breaker(12'184);
  for (int i = 0; i < 600; ++i) {
    pugi::xml_document issue;
    ASSERT_TRUE(issue.load_file((root / "tests/tables/issues/everything.xml").c_str(), pugi::parse_full | pugi::parse_ws_pcdata));
    breaker.spoil(issue);
    ASSERT_TRUE(issue.save_file((folder / (std::to_string(i) + ".xml")).c_str(), "", pugi::format_raw));
  }
  expect_agreement(folder);
  const std::size_t refused = refused_by_schema(folder).size();
  EXPECT_GT(refused, 100U);
  EXPECT_LT(refused, 550U);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace paiban::document
