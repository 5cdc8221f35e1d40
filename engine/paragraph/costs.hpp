#pragma once
// What the whole-paragraph composer pays for what. One table; every taste of the composer is here.

#include <array>
#include <cstdint>

#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

/// Points. A line whose mean gap leaves zero by g ten-thousandths of an em costs g² points, so that the sum is the
/// unevenness of the grey; everything else is priced as the gap that one would rather have.
using Cost = std::int64_t;

/// The price of a mean gap of so many ten-thousandths of an em.
[[nodiscard]] constexpr Cost as_gap(std::int64_t ten_thousandths) { return ten_thousandths * ten_thousandths; }

/// What is unlawful or hideous is dearer than any sum of gaps in a paragraph, each kind dearer than the one before.
namespace forbidden {
inline constexpr Cost too_loose = 1'000'000'000;          ///< a line above loosest_gap
inline constexpr Cost lone_character = 2'000'000'000;     ///< 孤字成行 (typography F3)
inline constexpr Cost emergency_break = 100'000'000'000;  ///< inside a word, or in a long row of marks
inline constexpr Cost overflow = 10'000'000'000'000;      ///< a unit wider than the measure, or a number parted
}  // namespace forbidden

/// Above this a line is too loose to print without a warning (typography A4).
inline constexpr std::int64_t loosest_gap = 2'500;
/// A last line of fewer characters than this, marks not counted, is 孤字 (typography F3).
inline constexpr int fewest_in_last_line = 2;
/// Within this a line's grey is even to a reader's eye (typography 4.3); a line beyond it pays once more, so that the rest of
/// a paragraph is not spoilt a little everywhere to spare one line a little.
inline constexpr std::int64_t even_gap = 400;
inline constexpr Cost uneven_price = as_gap(300);

[[nodiscard]] constexpr Cost gap_price(std::int64_t gap) {
  return as_gap(gap) + (gap > even_gap || gap < -even_gap ? uneven_price : 0);
}

/// Lines beside each other should be of one grey (typography A5): the difference of their gaps is priced like a gap, but
/// at half the weight, or the composer would rather make both lines loose than one.
inline constexpr Cost neighbour_share = 2;
/// The share of its blank that the press's system lets a mark give: least width 0.55 em of 1 (typography 0.1, measured
/// on 250 printed lines).
inline constexpr std::int64_t press_least_mark = 5'500;
/// Gaps are rounded one by one: what misses the measure by less than a thousandth of an em fits for the press.
inline constexpr std::int64_t press_rounding = 10;
/// Given line ends may be reached by tracking down to this, −6 % (the floor of typography 1.3 ⑧); beyond it they overflow.
inline constexpr std::int64_t tightest_given = -600;

/// A line may be tightened by at most 2 % of an em a place, when all its marks and gaps have given what they can
/// (typography 1.3 ⑧): beyond that a reader sees it.
inline constexpr Ratio tightest{-200};
/// Tightening is the last means: on top of its gap a tightened line pays for what it is tightened by, so many times over. At
/// four, a line without marks that would be opened by 0.05 em is tightened by 0.017 instead, one of 0.03 em is not.
inline constexpr Cost tightening_share = 3;

/// A break that parts what belongs together, by text::Tie.
inline constexpr std::array<Cost, text::ties> tie_costs{
    0,
    as_gap(100),  // number and measure word: print does it in every column, so it costs little
    as_gap(500),  // a range after its connector
    as_gap(300),  // an address
    as_gap(700),  // a hyphenated word: rather than a line as loose as this
    as_gap(400),  // a name
};

}  // namespace paiban::paragraph
