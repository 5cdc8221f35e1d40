// Single rows in their boxes.

#include "page/rows.hpp"

#include <gtest/gtest.h>

#include "support/square_paragraph.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::Fit;
using document::Style;
using paragraph::square_em;
using paragraph::square_paragraph;

constexpr Length tenths(int count) { return square_em * count / 10; }

/// Tracked by -5 % to 6 %.
Style fitting(Fit fit) {
  Style style;
  style.fit = fit;
  style.fit_least = Ratio{-500};
  style.fit_most = Ratio{600};
  return style;
}

TEST(SetRow, FitsEmBoxesToTheBox) {
  for (const int width : {48, 50, 52}) {
    const Row row = set_row(square_paragraph("xxxxx"), fitting(Fit::box), tenths(width), Align::center);
    EXPECT_EQ(row.line.set, tenths(width));
    EXPECT_EQ(row.x, Length{});
    EXPECT_FALSE(row.too_wide || row.too_short);
  }
}

TEST(SetRow, FitsInkToTheBox) {
  auto text = square_paragraph("(xx)");
  text.units.front().ink_start = tenths(6);  // half an em of it falls away at the start
  text.units.back().ink_end = tenths(7);     // and at the end
  const Length width = tenths(28);
  const Row row = set_row(text, fitting(Fit::ink), width, Align::center);
  EXPECT_EQ(row.x, -tenths(1)) << "the ink begins at the edge";
  EXPECT_EQ(row.x + row.line.set - tenths(2), width) << "and ends at the other";
  EXPECT_FALSE(row.too_wide || row.too_short);
}

TEST(SetRow, TellsWhatIsTooWideToFit) {
  const Row row = set_row(square_paragraph("xxxxx"), fitting(Fit::box), tenths(45), Align::start);
  EXPECT_TRUE(row.too_wide);
  EXPECT_FALSE(row.too_short);
  EXPECT_EQ(row.line.set, tenths(48)) << "five per cent at four places";
  EXPECT_EQ(row.x, (tenths(45) - tenths(48)) / 2) << "centred";
}

TEST(SetRow, TellsWhatIsTooShortToFit) {
  const Row row = set_row(square_paragraph("xxxxx"), fitting(Fit::box), tenths(60), Align::start);
  EXPECT_TRUE(row.too_short);
  EXPECT_FALSE(row.too_wide);
  EXPECT_EQ(row.line.set, square_em * 524 / 100) << "six per cent at four places";
  EXPECT_EQ(row.x, (tenths(60) - row.line.set) / 2);
}

TEST(SetRow, StandsNaturalAtItsEdge) {
  const auto x = [](Align align) { return set_row(square_paragraph("xxxxx"), {}, tenths(90), align).x; };
  EXPECT_EQ(x(Align::justify), Length{});
  EXPECT_EQ(x(Align::start), Length{});
  EXPECT_EQ(x(Align::center), tenths(20));
  EXPECT_EQ(x(Align::end), tenths(40));
  EXPECT_EQ(set_row(square_paragraph("xxxxx"), {}, tenths(90), Align::end).line.set, tenths(50));
}

TEST(SetRow, SpreadsOverItsBox) {
  const Row row = set_row(square_paragraph("xxx"), {}, tenths(90), Align::spread);
  EXPECT_EQ(row.line.set, tenths(90));
  EXPECT_TRUE(row.line.justified);
  EXPECT_EQ(row.x, Length{});
  EXPECT_FALSE(set_row(square_paragraph("x"), {}, tenths(90), Align::spread).line.justified) << "one cannot be spread";
}

TEST(SetRow, TightensAHeadByFivePerCentAndNoMore) {
  const auto text = square_paragraph("xxxxx");
  const Row fits = set_row(text, {}, tenths(49), Align::start), wide = set_row(text, {}, tenths(47), Align::start);
  EXPECT_EQ(fits.line.set, tenths(49));
  EXPECT_FALSE(fits.too_wide);
  EXPECT_EQ(wide.line.set, tenths(48));
  EXPECT_TRUE(wide.too_wide);
}

TEST(SetRow, AWordCannotBeTightened) {
  const Row row = set_row(square_paragraph("aaaa"), {}, tenths(19), Align::start);
  EXPECT_EQ(row.line.set, tenths(20));
  EXPECT_TRUE(row.too_wide);
}

// [F6]
TEST(SetRow, StandsBetweenTheMarginsOfItsStyle) {
  Style style;
  style.margin_start = Ratio{20'000};
  style.margin_end = Ratio{10'000};
  EXPECT_EQ(set_row(square_paragraph("xxxx"), style, tenths(100), Align::start).x, tenths(20));
  EXPECT_EQ(set_row(square_paragraph("xxxx"), style, tenths(100), Align::end).x, tenths(50));
  EXPECT_EQ(set_row(square_paragraph("xxxx"), style, tenths(100), Align::center).x, tenths(35));
  EXPECT_EQ(set_row(square_paragraph("xxxx"), style, tenths(100), Align::spread).line.set, tenths(70));
}

}  // namespace
}  // namespace paiban::page
