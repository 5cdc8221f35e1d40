// tests/tables/spacing/*.pairs: what neighbours make of each other's widths.
//
//   text ; advances ; least
//
// In hundredths of an em: the cells in order, "+12.5" for a gap between two; then the width of it all when squeezed as far
// as it goes.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/styled_rows.hpp"

namespace paiban::text {
namespace {

std::string advances_of(const ShapedParagraph& p) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < p.units.size(); ++i) {
    words.push_back(test::hundredths(p.units[i].width, p.em));
    if (i < p.joints.size() && p.joints[i].gap != Length{}) words.push_back("+" + test::hundredths(p.joints[i].gap, p.em));
  }
  return test::joined_words(words);
}

std::string least_of(const ShapedParagraph& p) {
  Length least;
  for (const Unit& unit : p.units) least += unit.width - unit.give_start - unit.give_end;
  for (const Joint& joint : p.joints) least += joint.gap_least;
  return test::hundredths(least, p.em);
}

TEST(SpacingTables, HoldForNeighbours) {
  test::ComposingRoom room(test::table_template);
  const auto rows = test::rows_of("spacing", ".pairs");
  ASSERT_GT(rows.size(), 50U);
  for (const test::Row& row : rows) {
    const auto style = test::style_of(room, row);
    ASSERT_TRUE(style && row.fields.size() == 3) << row.where;
    const ShapedParagraph p = room.shape(row.fields[0], *style);
    EXPECT_EQ(advances_of(p), row.fields[1]) << row.where << " " << row.fields[0];
    EXPECT_EQ(least_of(p), row.fields[2]) << row.where << " " << row.fields[0];
  }
}

}  // namespace
}  // namespace paiban::text
