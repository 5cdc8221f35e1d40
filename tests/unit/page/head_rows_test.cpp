// tests/tables/heads/*.rows: how heads in one text are cut into rows by their meaning (typography H4).
// A row is: head ; the width of its place in em ; rows, "/" between. "-": it cannot be cut.

#include <gtest/gtest.h>

#include "document/term_marks.hpp"
#include "document/terms.hpp"
#include "page/head_fit.hpp"
#include "support/composing_room.hpp"
#include "support/table_rows.hpp"
#include "text/seams.hpp"

namespace paiban::page {
namespace {

using test::ComposingRoom;

constexpr int rows_of_place = 3;

document::Text marked(const std::string& head, const document::Terms& terms) {
  document::Issue issue;
  document::Story& story = issue.pages.emplace_back().stories.emplace_back();
  story.blocks.push_back({document::Role::headline, {test::marked_text(head)}, {}, {}, {}});
  document::mark_terms(issue, terms);
  return story.blocks.front().rows.front();
}

class HeadRows : public testing::TestWithParam<test::Row> {};

TEST_P(HeadRows, EndWhereTheWordsDo) {
  ComposingRoom room;
  Report report;
  const auto terms = document::read_terms(PAIBAN_SOURCE_DIR "/templates/terms.xml", report);
  ASSERT_TRUE(terms);
  text::WordBreaker words;
  const auto& row = GetParam();
  ASSERT_EQ(row.fields.size(), 3U) << row.where;
  const document::Text head = marked(row.fields[0], *terms);
  document::Style style = room.style("headline-song");
  if (row.settings.contains("rows")) style.rows = std::stoi(row.settings.at("rows"));
  text::ShapedParagraph shaped = room.shape(head, style);
  text::mark_seams(shaped, head.spans, words);
  const Length width = test::in_em(row.fields[1], shaped.em).value_or(Length{});
  const HeadSetting setting = fit_head({{&shaped}, style, width, document::Align::center, rows_of_place, style.rows});
  std::string rows;
  for (const HeadRow& each : setting.rows)
    rows += (rows.empty() ? "" : "/") + std::string(test::text_of(shaped, each.row.line.first, each.row.line.last));
  if (setting.rows.size() == 1 && setting.rows.front().row.too_wide) rows = "-";
  EXPECT_EQ(rows, row.fields[2]) << row.where;
}

INSTANTIATE_TEST_SUITE_P(Tables, HeadRows, testing::ValuesIn(test::rows_of("heads", ".rows")), [](const auto& tested) {
  std::string name = tested.param.where;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
});

}  // namespace
}  // namespace paiban::page
