// Small pages as dumps of their display lists: <area>/<case>.xml, an issue set with a template of tests/data/templates, and
// <case>.dump beside it, what `paiban render --format dump` says of it. With PAIBAN_UPDATE set the dumps are written anew.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine.hpp"
#include "render/dump.hpp"

namespace paiban {
namespace {

namespace fs = std::filesystem;

const fs::path tests = fs::path(PAIBAN_SOURCE_DIR) / "tests";

std::vector<fs::path> golden_issues() {
  std::vector<fs::path> issues;
  for (const auto& entry : fs::recursive_directory_iterator(tests / "golden"))
    if (entry.path().extension() == ".xml") issues.push_back(entry.path());
  std::ranges::sort(issues);
  return issues;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string dump_of(const fs::path& issue, const font::FontCatalogue& fonts) {
  Report report;
  const auto edition = typeset({issue, tests / "data", {}, Language::english}, fonts, report);
  if (!edition) return report.text(edition.error(), Language::english);
  return render::dump(edition->lists, fonts);
}

// One test for all: a new case is found without a new build.
TEST(GoldenPages, AreAsExpected) {
  Report report;
  const auto fonts = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report);
  ASSERT_TRUE(fonts);
  const std::vector<fs::path> issues = golden_issues();
  ASSERT_FALSE(issues.empty());
  for (const fs::path& issue : issues) {
    const std::string dump = dump_of(issue, *fonts);
    const fs::path expected = fs::path(issue).replace_extension("dump");
    if (std::getenv("PAIBAN_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << dump;
    EXPECT_EQ(dump, bytes_of(expected)) << fs::relative(issue, tests);
  }
}

/// Names of the elements that `xml` opens.
std::set<std::string> elements_in(std::string_view xml) {
  std::set<std::string> names;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    std::string name;
    for (std::size_t i = at + 1; i < xml.size() && (std::islower(static_cast<unsigned char>(xml[i])) != 0 || xml[i] == '-'); ++i)
      name += xml[i];
    if (!name.empty()) names.insert(name);
  }
  return names;
}

TEST(GoldenPages, UseEveryElementOfTheVocabulary) {
  std::set<std::string> used;
  for (const fs::path& issue : golden_issues()) used.merge(elements_in(bytes_of(issue)));
  for (const std::string& name : elements_in(bytes_of(tests / "tables/issues/everything.xml")))
    EXPECT_TRUE(used.contains(name)) << "<" << name << "> stands on no golden page";
}

}  // namespace
}  // namespace paiban
