// What is odd in the copy, row by row of tests/tables/copy.

#include "document/copy_check.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/message_table.hpp"
#include "support/table_rows.hpp"

namespace paiban::document {
namespace {

/// The text of a row: what stands in {} is marked as printed so.
Text text_of(const std::string& marked) {
  Text text;
  text.anchors.push_back({0, {1, 1, 1}});
  for (const char c : marked) {
    const auto here = static_cast<std::uint32_t>(text.utf8.size());
    if (c == '{')
      text.spans.push_back({here, here, SpanKind::sic, {}, {1, 1, 1}});
    else if (c == '}')
      text.spans.back().end = here;
    else
      text.utf8 += c;
  }
  return text;
}

Plan plan_of(const std::string& marked, Length size) {
  Plan plan;
  plan.design.styles.emplace_back();
  plan.design.styles.front().name = "body";
  plan.design.styles.front().size = size;
  plan.texts.push_back({text_of(marked), 0, Role::paragraph, "lead"});
  return plan;
}

std::string codes_of(const Report& report) {
  std::string codes;
  for (const Diagnostic& each : report.diagnostics())
    codes += (codes.empty() ? "" : " ") + std::string(messages[static_cast<std::size_t>(each.code)].name);
  return codes;
}

TEST(CopyCheck, SaysWhatItsTableSays) {
  const auto rows = test::rows_of("copy", ".copy");
  ASSERT_GT(rows.size(), 20U);
  for (const test::Row& row : rows) {
    Report report;
    check_copy(plan_of(row.fields[0], points(9)), report);
    EXPECT_EQ(codes_of(report), row.fields.size() > 1 ? row.fields[1] : "") << row.where << " " << row.fields[0];
  }
}

TEST(CopyCheck, TellsWhereAndWhat) {
  Report report;
  check_copy(plan_of("于2025年二月5日", points(9)), report);
  ASSERT_EQ(report.diagnostics().size(), 1U);
  const Diagnostic& said = report.diagnostics().front();
  EXPECT_EQ(said.arguments, std::vector<std::string>{"2025年二月5日"});
  EXPECT_EQ(said.at.column, 2U);
  EXPECT_EQ(said.story, "lead");
}

// [G6] W0429
TEST(CopyCheck, WarnsOfTypeBelowSixHao) {
  Report small, enough;
  check_copy(plan_of("昌吉", points(7)), small);
  EXPECT_EQ(codes_of(small), "W0429");
  check_copy(plan_of("昌吉", smallest_type), enough);
  EXPECT_TRUE(enough.diagnostics().empty());
}

}  // namespace
}  // namespace paiban::document
