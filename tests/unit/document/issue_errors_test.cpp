// tests/tables/errors: one small issue a mistake, and what is said of it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path folder = std::filesystem::path(PAIBAN_SOURCE_DIR) / "tests/tables/errors";

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".xml") found.push_back(entry.path().stem().string());
  std::ranges::sort(found);
  return found;
}

// Paths are spoken of as the caller has written them: here below the tables' folder, which is taken off.
std::string said_of(const std::string& name) {
  Report report;
  auto issue = read_issue(folder / (name + ".xml"), report);
  if (!issue) report.add(issue.error());
  std::string said;
  for (const Diagnostic& each : report.diagnostics()) said += report.text(each, Language::english);
  const std::string prefix = folder.string() + "/";
  for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) said.erase(at, prefix.size());
  return said;
}

class IssueErrors : public testing::TestWithParam<std::string> {};

TEST_P(IssueErrors, AreToldInTheseWords) { EXPECT_EQ(said_of(GetParam()), bytes_of(folder / (GetParam() + ".expected"))); }

INSTANTIATE_TEST_SUITE_P(Tables, IssueErrors, testing::ValuesIn(names()), [](const auto& tested) {
  std::string name = tested.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace paiban::document
