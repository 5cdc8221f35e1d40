// The structure that a page of an issue brings with it; tests/tables/layouts: what it is refused for.

#include "document/issue_layouts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/issue_reader.hpp"
#include "document/plan.hpp"
#include "document/template_reader.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

const fs::path source = PAIBAN_SOURCE_DIR;
const fs::path tables = source / "tests/tables/layouts";

Template plain() {
  Report report;
  return read_template(source / "tests/data/templates/plain.xml", "", report).value();
}

/// An issue, read as the engine does, and bound to the template `plain`.
struct Bound {
  explicit Bound(const fs::path& path) {
    auto file = IssueFile::read(path, report);
    auto issue = file.and_then([&](const IssueFile& read) { return read_issue(read, report); });
    auto read = issue.and_then([&](const Issue&) { return read_layouts(*file, plain(), report); });
    if (read) {
      layouts = *read;
      Report of_the_page;
      plan = bind(std::move(*issue), plain(), of_the_page, std::move(*read));
    } else {
      report.add(read.error());
    }
  }
  /// What was said, the tables' folder taken off the names of files.
  [[nodiscard]] std::string said() const {
    std::string said;
    for (const Diagnostic& each : report.diagnostics()) said += report.text(each, Language::english);
    const std::string prefix = tables.string() + "/";
    for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) said.erase(at, prefix.size());
    return said;
  }

  Report report;
  Layouts layouts;
  Plan plan;
};

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(tables))
    if (entry.path().extension() == ".xml") found.push_back(entry.path().stem().string());
  std::ranges::sort(found);
  return found;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

class LayoutRefusals : public testing::TestWithParam<std::string> {};

TEST_P(LayoutRefusals, AreToldInTheseWords) {
  EXPECT_EQ(Bound(tables / (GetParam() + ".xml")).said(), bytes_of(tables / (GetParam() + ".expected")));
}

INSTANTIATE_TEST_SUITE_P(Tables, LayoutRefusals, testing::ValuesIn(names()), [](const auto& tested) {
  std::string name = tested.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(Layouts, TakeThePlaceOfTheTemplatesZones) {
  const Bound own(tables / "right.xml");
  ASSERT_EQ(own.plan.pages.size(), 1U);
  const PlannedPage& page = own.plan.pages[0];
  ASSERT_EQ(page.zones.size(), 2U);
  EXPECT_EQ(page.zones[1].id, "all");
  ASSERT_EQ(page.modules.size(), 1U);
  const Template design = plain();
  EXPECT_EQ(page.modules[0].region.outline.width, design.grid.em * 26);
  EXPECT_EQ(page.modules[0].region.slots[0].top, design.grid.row_top(3) + points(6));  // counted from the zone
  EXPECT_EQ(page.rules.size(), design.rules.size()) << "the furniture stays";
}

TEST(Layouts, ARegionThatOnlyTheTemplateHasIsNone) {
  const Bound own(source / "tests/tables/issues/layout.xml");
  ASSERT_EQ(own.layouts.size(), 1U);
  Report report;
  auto issue = parse_issue(
      "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'><page number='1'>"
      "<story region='side'><p>昌吉</p></story></page></issue>",
      "issue.xml", {}, report);
  ASSERT_TRUE(issue);
  static_cast<void>(bind(std::move(*issue), plain(), report, own.layouts));
  const auto& all = report.diagnostics();
  const auto said = std::ranges::find(all, Code::region_not_in_layout, &Diagnostic::code);
  ASSERT_NE(said, all.end());
  EXPECT_EQ(said->arguments, (std::vector<std::string>{"side", "1", "", "lead, photo"}));
}

}  // namespace
}  // namespace paiban::document
