// What a stretch of a paragraph becomes as a line: trimmed edges, indents, given ends, last lines.

#include <gtest/gtest.h>

#include "paragraph/ruler.hpp"
#include "support/square_paragraph.hpp"

namespace paiban::paragraph {
namespace {

using text::Break;

Setting setting(std::int64_t tenths, std::int64_t indent_em = 0) {
  return {square_em * tenths / 10, square_em * indent_em, {}, false};
}

TEST(MakeLine, HalvesTheMarkAtTheEnd) {
  const auto p = square_paragraph("xxx,xxx");
  const Line line = make_line(Ruler(p), 0, 4, setting(35));
  EXPECT_EQ(line.natural, square_em * 35 / 10);
  EXPECT_EQ(line.trim_end, square_em / 2);
}

TEST(MakeLine, HalvesTheMarkAtTheEndOfTheLastLineToo) {
  const auto p = square_paragraph("xxx,");
  EXPECT_EQ(make_line(Ruler(p), 0, 4, setting(100)).natural, square_em * 35 / 10);
}

TEST(MakeLine, TrimsTheOpeningMarkAtTheStart) {
  const auto p = square_paragraph("xxx(xx)x");
  const Line line = make_line(Ruler(p), 3, 8, setting(50));
  EXPECT_EQ(line.trim_start, square_em / 2);
  EXPECT_EQ(line.natural, square_em * 45 / 10);
}

TEST(MakeLine, KeepsTheOpeningMarkWholeAfterTheIndent) {
  const auto p = square_paragraph("(xxxxxxx");
  Setting indented = setting(60, 2);
  EXPECT_EQ(make_line(Ruler(p), 0, 4, indented).trim_start, Length{});
  EXPECT_EQ(Ruler(p).extent(0, 4, true).give, Length{});
  indented.trim_after_indent = true;
  EXPECT_EQ(make_line(Ruler(p), 0, 4, indented).trim_start, square_em / 2);
}

TEST(MakeLine, IndentsTheFirstLineAlone) {
  const auto p = square_paragraph("xxxxxxx");
  const Line first = make_line(Ruler(p), 0, 4, setting(60, 2)), second = make_line(Ruler(p), 4, 7, setting(60, 2));
  EXPECT_EQ(first.indent, square_em * 2);
  EXPECT_EQ(first.measure, square_em * 4);
  EXPECT_EQ(second.indent, Length{});
  EXPECT_EQ(second.measure, square_em * 6);
}

TEST(MakeLine, FillsTheMeasureButForTheLastLine) {
  const auto p = square_paragraph("xxxxxxx");
  const Line first = make_line(Ruler(p), 0, 5, setting(52)), last = make_line(Ruler(p), 5, 7, setting(52));
  EXPECT_TRUE(first.justified);
  EXPECT_EQ(first.set, square_em * 52 / 10);
  EXPECT_FALSE(last.justified);
  EXPECT_EQ(last.set, square_em * 2);
}

TEST(MakeLine, SqueezesALastLineThatIsTooWide) {
  const auto p = square_paragraph("xx,xxx");
  const Line line = make_line(Ruler(p), 0, 6, setting(57));
  EXPECT_EQ(line.natural, square_em * 6);
  EXPECT_EQ(line.set, square_em * 57 / 10);
}

TEST(MakeLine, LeavesTheGapAtItsEndsOut) {
  const auto p = square_paragraph("xx99xx");
  EXPECT_EQ(make_line(Ruler(p), 0, 2, setting(20)).natural, square_em * 2);
  EXPECT_EQ(make_line(Ruler(p), 2, 4, setting(20)).natural, square_em);
}

TEST(MakeLine, ReachesAGivenEndByTracking) {
  auto p = square_paragraph("xxxxxxxxxxxxxxxxxxxxxx");
  p.joints[16].rule = Break::forced;
  const Line line = make_line(Ruler(p), 0, 17, setting(162));
  EXPECT_TRUE(line.justified);
  EXPECT_EQ(line.set, square_em * 162 / 10);  // -5 % at each of 16 places
}

TEST(MakeLine, TracksToAGivenEndSixPerCentAndNoMore) {
  auto p = square_paragraph("xxxxxxxxxxxxxxxxxxxxxx");
  p.joints[16].rule = Break::forced;
  const Line line = make_line(Ruler(p), 0, 17, setting(150));
  EXPECT_EQ(line.set, square_em * 17 - square_em * 16 * 6 / 100);
}

TEST(MakeLine, LeavesTheLineOfALostLineShort) {
  auto p = square_paragraph("xxxxxxxx");
  p.joints[3].rule = Break::closed;
  const Line line = make_line(Ruler(p), 0, 4, setting(45));
  EXPECT_FALSE(line.justified);
  EXPECT_EQ(line.set, square_em * 4);
}

TEST(MakeLine, SetsANumberWiderThanTheMeasureAsWideAsItIs) {
  const auto p = square_paragraph("x9999999999x");
  const Line line = make_line(Ruler(p), 1, 11, setting(40));
  EXPECT_FALSE(line.justified);
  EXPECT_EQ(line.set, square_em * 5);
}

TEST(MakeLine, CountsPlacesAsAReaderDoes) {
  auto p = square_paragraph("xxx a");
  p.units[1].characters = 2;                                      // a dash
  EXPECT_EQ(make_line(Ruler(p), 0, 4, setting(100)).places, 5U);  // 3 + 1 inside the dash + the space's own
}

TEST(MakeLine, TracksAtPlacesThatOpen) {
  const auto p = square_paragraph("xx99xx");
  Setting tracked = setting(100);
  tracked.tracking = Ratio{200};
  const Line line = make_line(Ruler(p), 0, 6, tracked);
  EXPECT_EQ(line.set - line.natural, square_em * 4 * 2 / 100);
}

TEST(SingleLine, IsAsWideAsItsTextAndTracking) {
  const auto p = square_paragraph("(xx,xx.");
  const Line line = single_line(p, {square_em * 3, {}, Ratio{1'000}, false});
  EXPECT_EQ(line.natural, square_em * 6);
  EXPECT_EQ(line.set, square_em * 66 / 10);
  EXPECT_FALSE(line.justified);
  EXPECT_EQ(single_line(text::ShapedParagraph{}, {}).last, 0U);
}

}  // namespace
}  // namespace paiban::paragraph
