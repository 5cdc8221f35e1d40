// tests/tables/hyphenation/*.words: English words with their hyphenation points.

#include "text/hyphenation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/table_rows.hpp"

namespace paiban::text {
namespace {

std::string without_hyphens(std::string word) {
  std::erase(word, '-');
  return word;
}

std::string with_hyphens(const std::string& word) {
  std::string out = word;
  const auto points = hyphenation_points(word);
  for (auto point = points.rbegin(); point != points.rend(); ++point) out.insert(*point, "-");
  return out;
}

TEST(HyphenationTables, PartWordsAsTexDoes) {
  const auto rows = test::rows_of("hyphenation", ".words");
  ASSERT_GT(rows.size(), 10U);
  for (const test::Row& row : rows) EXPECT_EQ(with_hyphens(without_hyphens(row.fields[0])), row.fields[0]) << row.where;
}

}  // namespace
}  // namespace paiban::text
