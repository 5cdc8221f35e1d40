// tests/tables/linebreak/*.lines: where lines end; tests/tables/spacing/*.set: where cells stand in a set line.
//
//   text ; measure ; line|line|… ; finding      findings: loose parted lone, of any line; not written: none
//   text ; measure ; advances                   the line is what stands between bars: 昌吉|，日报|州
//
// Measures in em, advances in hundredths of an em. Settings: style; composer: press, best (not set: both); indent in em, or
// `style` for the style's own (not set: 0); tracking in em.

#include <gtest/gtest.h>

#include "page/setting.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/findings.hpp"
#include "paragraph/justify.hpp"
#include "paragraph/ruler.hpp"
#include "support/styled_rows.hpp"

namespace paiban {
namespace {

using paragraph::Composer;
using paragraph::Line;
using paragraph::Setting;

Setting setting_of(const test::Row& row, const document::Style& style, Length em) {
  Setting setting = page::setting_for(style, em, test::in_em(row.fields[1], em).value_or(Length{}));
  const std::string indent = test::setting(row, "indent", "0");
  if (indent != "style") setting.indent = test::in_em(indent, em).value_or(Length{});
  setting.tracking = parse_ratio(test::setting(row, "tracking", "0")).value_or(Ratio{});
  return setting;
}

std::vector<Composer> composers_of(const test::Row& row) {
  const std::string wanted = test::setting(row, "composer", "both");
  if (wanted == "press") return {Composer::press};
  if (wanted == "best") return {Composer::best};
  return {Composer::press, Composer::best};
}

const char* name_of(paragraph::Finding finding) {
  switch (finding) {
    case paragraph::Finding::loose:
      return "loose";
    case paragraph::Finding::parted_in_need:
      return "parted";
    case paragraph::Finding::lone_character:
      return "lone";
  }
  return "";
}

std::string findings_of(const text::ShapedParagraph& p, const std::vector<Line>& lines) {
  std::set<std::string> names;
  for (const Line& line : lines)
    for (const paragraph::Finding finding : findings_in(p, line)) names.insert(name_of(finding));
  return test::joined_words({names.begin(), names.end()});
}

TEST(LineTables, EndLinesWhereTheRulesSay) {
  test::ComposingRoom room(test::table_template);
  const auto rows = test::rows_of("linebreak", ".lines");
  ASSERT_GT(rows.size(), 50U);
  for (const test::Row& row : rows) {
    const auto style = test::style_of(room, row);
    ASSERT_TRUE(style && row.fields.size() >= 3) << row.where;
    const text::ShapedParagraph p = room.shape(row.fields[0], *style);
    for (const Composer composer : composers_of(row)) {
      const auto lines = compose(p, setting_of(row, *style, p.em), composer);
      ASSERT_TRUE(lines) << row.where;
      const char* by = composer == Composer::press ? " press" : " best";
      EXPECT_EQ(test::joined(p, *lines), row.fields[2]) << row.where << by;
      EXPECT_EQ(findings_of(p, *lines), row.fields.size() > 3 ? row.fields[3] : "") << row.where << by << " " << row.fields[2];
    }
  }
}

// ---- lines as set ----

struct Marked {
  std::string text;
  std::uint32_t from = 0, to = 0;  ///< bytes of the line
};

Marked without_bars(const std::string& text) {
  Marked marked;
  std::vector<std::uint32_t> bars;
  for (const char c : text) {
    if (c == '|')
      bars.push_back(static_cast<std::uint32_t>(marked.text.size()));
    else
      marked.text += c;
  }
  const auto end = static_cast<std::uint32_t>(marked.text.size());
  // One bar: it ends the line.
  if (bars.size() == 2) marked.from = bars[0];
  marked.to = bars.empty() ? end : bars.back();
  return marked;
}

std::uint32_t unit_at(const text::ShapedParagraph& p, std::uint32_t byte) {
  const auto found = std::find_if(p.units.begin(), p.units.end(), [byte](const text::Unit& unit) { return unit.start >= byte; });
  return static_cast<std::uint32_t>(found - p.units.begin());
}

std::string advances_of(const text::ShapedParagraph& p, const Line& line) {
  const std::vector<Length> cells = paragraph::cells_as_set(p, line);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < cells.size(); ++i)
    words.push_back(test::hundredths((i + 1 < cells.size() ? cells[i + 1] : line.set) - cells[i], p.em));
  return test::joined_words(words);
}

TEST(LineTables, SetCellsWhereTheRulesSay) {
  test::ComposingRoom room(test::table_template);
  const auto rows = test::rows_of("spacing", ".set");
  ASSERT_GT(rows.size(), 20U);
  for (const test::Row& row : rows) {
    const auto style = test::style_of(room, row);
    ASSERT_TRUE(style && row.fields.size() == 3) << row.where;
    const Marked marked = without_bars(row.fields[0]);
    const text::ShapedParagraph p = room.shape(marked.text, *style);
    const Line line =
        make_line(paragraph::Ruler(p), unit_at(p, marked.from), unit_at(p, marked.to), setting_of(row, *style, p.em));
    EXPECT_EQ(advances_of(p, line), row.fields[2]) << row.where << " " << row.fields[0];
  }
}

}  // namespace
}  // namespace paiban
