#include "base/length.hpp"

#include <gtest/gtest.h>

namespace paiban {
namespace {

using namespace literals;

TEST(Length, MillimetrePointAndQAreWhole) {
  EXPECT_EQ(254_mm, 720_pt);
  EXPECT_EQ(Length::units(4 * Length::units_per_q), 1_mm);
}

TEST(Length, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(scale_rounded(5, 1, 2), 3);
  EXPECT_EQ(scale_rounded(-5, 1, 2), -3);
  EXPECT_EQ(scale_rounded(7, 1, 3), 2);
  EXPECT_EQ(9_pt * Ratio{165'000}, Length::units(9 * 12'700 * 33 / 2));
  EXPECT_EQ((1_pt).per(3_pt), Ratio{3'333});
}

struct ParseRow {
  std::string_view text;
  std::optional<std::int64_t> units;
};
class ParseLength : public ::testing::TestWithParam<ParseRow> {};
TEST_P(ParseLength, Reads) {
  const auto length = parse_length(GetParam().text, 9_pt);
  EXPECT_EQ(length.has_value(), GetParam().units.has_value());
  if (length && GetParam().units) {
    EXPECT_EQ(length->count(), *GetParam().units);
  }
}
INSTANTIATE_TEST_SUITE_P(Length, ParseLength,
                         ::testing::Values(ParseRow{"9pt", 114'300}, ParseRow{"390mm", 14'040'000}, ParseRow{"36q", 324'000},
                                           ParseRow{"36Q", 324'000}, ParseRow{"16.5em", 1'885'950}, ParseRow{"-0.5em", -57'150},
                                           ParseRow{"+1pt", 12'700}, ParseRow{"0em", 0}, ParseRow{".5pt", 6'350},
                                           ParseRow{"9", std::nullopt}, ParseRow{"pt", std::nullopt}, ParseRow{"", std::nullopt},
                                           ParseRow{"9 pt", std::nullopt}, ParseRow{"9px", std::nullopt},
                                           ParseRow{"9ptx", std::nullopt}, ParseRow{"1e3pt", std::nullopt},
                                           ParseRow{"0x9pt", std::nullopt}, ParseRow{"nanpt", std::nullopt},
                                           ParseRow{"1.23456pt", std::nullopt}, ParseRow{"1.2.3pt", std::nullopt},
                                           ParseRow{"--1pt", std::nullopt}, ParseRow{"100001mm", std::nullopt},
                                           ParseRow{"99999999999999pt", std::nullopt}));

TEST(Ratio, ReadsUpToFourDecimals) {
  EXPECT_EQ(parse_ratio("16.5"), Ratio{165'000});
  EXPECT_EQ(parse_ratio("-0.0455"), Ratio{-455});
  EXPECT_EQ(parse_ratio("1"), Ratio::one());
  for (const auto* bad : {"", ".", "-", "1,5", "1.23456", "１", " 1", "1 "}) EXPECT_EQ(parse_ratio(bad), std::nullopt) << bad;
}

TEST(Decimal, DropsTrailingZerosOnly) {
  EXPECT_EQ(decimal(33, 2, 4), "16.5");
  EXPECT_EQ(decimal(100, 1, 2), "100");
  EXPECT_EQ(decimal(1, 3, 4), "0.3333");
  EXPECT_EQ(decimal(-1, 3, 2), "-0.33");
  EXPECT_EQ(decimal(-1, 1'000, 2), "0");
  EXPECT_EQ(decimal(1'001, 1'000, 2), "1");
  EXPECT_EQ(decimal(105, 100, 1), "1.1");
  EXPECT_EQ(decimal(5, 100, 2), "0.05");
  EXPECT_EQ(to_points(390_mm), "1105.5118");
}

}  // namespace
}  // namespace paiban
