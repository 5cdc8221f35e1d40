// Exactly so many lines: reached wherever the curve says so, with what it spent; else the way out is right.

#include "paragraph/exact_lines.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/square_paragraph.hpp"

namespace paiban::paragraph {
namespace {

using text::ShapedParagraph;

Setting tightened(Length measure) { return {measure, {}, {}, false, tightest}; }

/// The first `units` of `p`.
ShapedParagraph cut_after(const ShapedParagraph& p, std::size_t units) {
  ShapedParagraph cut = p;
  cut.units.resize(units);
  cut.joints.resize(units - 1);
  return cut;
}

std::string copy(SquareNumbers& numbers) {
  constexpr std::string_view signs = "xxxxxxxxxx,,.()99";
  std::string text = "xx";
  for (std::uint32_t i = 0, length = 40 + numbers.below(60); i < length; ++i)
    text += signs[numbers.below(static_cast<std::uint32_t>(signs.size()))];
  return text + "xx.";
}

TEST(ExactLines, ReachesWhatTheCurveReaches) {
  SquareNumbers numbers(21);
  for (int trial = 0; trial < 300; ++trial) {
    const auto p = square_paragraph(copy(numbers));
    const Setting setting = tightened(square_em * 8);
    const CostCurve curve = BestFit(Ruler(p), setting).curve();
    for (int count = curve.least - 2; count <= curve.most() + 2; ++count) {
      const auto exact = set_exactly(p, setting, count);
      ASSERT_EQ(exact.has_value(), curve.at(count).has_value()) << p.text << " in " << count;
      if (exact) {
        EXPECT_EQ(exact->lines.size(), static_cast<std::size_t>(count));
        EXPECT_EQ(exact->spent.looseness, count - curve.cheapest());
      }
    }
  }
}

TEST(ExactLines, SaysHowMuchToCut) {
  SquareNumbers numbers(22);
  for (int trial = 0; trial < 300; ++trial) {
    const auto p = square_paragraph(copy(numbers));
    const Setting setting = tightened(square_em * 8);
    const int least = BestFit(Ruler(p), setting).curve().least;
    const auto exact = set_exactly(p, setting, least - 1);
    ASSERT_FALSE(exact);
    EXPECT_EQ(exact.error().least, least);
    const auto cut = static_cast<std::size_t>(exact.error().characters);
    ASSERT_LT(cut, p.units.size());
    EXPECT_TRUE(set_exactly(cut_after(p, p.units.size() - cut), setting, least - 1)) << p.text << " less " << cut;
    EXPECT_LE(cut, 16U) << "a line of eight em holds no more";
  }
}

TEST(ExactLines, SaysHowMuchToAdd) {
  const auto p = square_paragraph(std::string(45, 'x'));
  const Setting setting = tightened(square_em * 10);
  const int most = BestFit(Ruler(p), setting).curve().most();
  const auto exact = set_exactly(p, setting, most + 1);
  ASSERT_FALSE(exact);
  const auto longer = square_paragraph(std::string(45 + static_cast<std::size_t>(exact.error().characters), 'x'));
  EXPECT_TRUE(set_exactly(longer, setting, most + 1));
}

TEST(CostCurve, AddsUpToTheCheapestShares) {
  const CostCurve first{3, {Cost{10}, std::nullopt, Cost{1}}}, second{2, {Cost{4}, Cost{0}}};
  const CostCurve sum = first + second;
  EXPECT_EQ(sum.least, 5);
  EXPECT_EQ(sum.most(), 8);
  EXPECT_EQ(sum.at(5), Cost{14});
  EXPECT_EQ(sum.at(6), Cost{10});
  EXPECT_EQ(sum.at(7), Cost{5}) << "five lines and two";
  EXPECT_EQ(sum.at(8), Cost{1});
  EXPECT_FALSE((first + CostCurve{}).at(3));
}

TEST(Spending, CountsEachMeansByItself) {
  // The first line gives half an em of its comma and tightens twenty-one places by 0.0096; the second stays natural.
  const auto p = square_paragraph("xxxxxxxxxx,xxxxxxxxxxx" + std::string(21, 'x'));
  const Spending tight = set_exactly(p, tightened(square_em * 213 / 10), 2)->spent;
  EXPECT_NEAR(static_cast<double>(tight.squeezed.count()), 0.5 * static_cast<double>(square_em.count()), 30);
  EXPECT_EQ(tight.opened, Length{});
  EXPECT_EQ(tight.tightest, Ratio{-96});
  // Nineteen and eight characters in ten em: the first line of nine opens by one em over eight places.
  const auto loose = set_exactly(square_paragraph(std::string(27, 'x')), tightened(square_em * 10), 3)->spent;
  EXPECT_EQ(loose.squeezed, Length{});
  EXPECT_EQ(loose.looseness, 0);
  EXPECT_EQ(loose.tightest, Ratio{});
}

}  // namespace
}  // namespace paiban::paragraph
