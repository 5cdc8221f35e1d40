#pragma once
// What a module pays for how it is set. One table; every taste about single modules is here. What a page pays for how its
// modules stand is in prices.hpp, in tenths of these points.

#include <array>
#include <cstdint>

#include "base/length.hpp"
#include "makeup/prices.hpp"

namespace paiban::makeup {

namespace module_prices {

/// Points here: ten are what a row of air above a head is worth, which a reader hardly sees.
inline constexpr Cost tenths = 10;  ///< of prices.hpp in a point

/// 空行: rows of white added to a head block, none to `most_air`; one is not seen, two look given away.
inline constexpr std::array<Cost, 3> air{0, 10, 30};
inline constexpr int most_air = static_cast<int>(air.size()) - 1;

/// 松紧: lines more or fewer than a story's copy would take by itself, up to two (make-up.md: beyond them headlines are better
/// changed). The grey's own price comes on top.
inline constexpr std::array<Cost, 3> looseness{0, 12, 45};
inline constexpr int most_looseness = static_cast<int>(looseness.size()) - 1;

/// The grey: what a story's lines cost more than at their best, a line, in squares of a hundredth of an em. At ten points a
/// mean gap of 0.03 em is ninety: a story so grey is worth a proposal less.
inline constexpr Cost grey = 10;

/// 孤行, 背题: what the composer finds wrong where a leg ends, in its prices (page/copyfit.cpp: a last line alone on top of a leg
/// is a gap of half an em), and what a page pays for it: with heads in the copy it may be a head without text, which is an error.
inline constexpr std::int64_t wrong_leg_end = 25'000'000;
inline constexpr Cost lone_line = 40, bare_head = 300;

/// 裁切: a per cent of a picture's height cut away or of its width, up to `most_crop`.
inline constexpr Cost crop = 4;
inline constexpr Ratio most_crop{800};
/// A picture that may not be cropped still has whole rows: half a row of a picture of 20 is this share.
inline constexpr Ratio rounding_crop{250};

/// 破栏, 合栏: legs that are not as wide as the page's columns: it brings life into a page once, unrest when often.
inline constexpr Cost other_legs = 35;

/// 文包题: heads over some of the legs, the others beside them: lively, and keeps headlines of neighbours apart; never needed.
inline constexpr Cost inset_head = 25;

/// 备用标题: the headline as it is given has the first say.
inline constexpr Cost other_headline = 25;

/// A head set smaller, larger, narrower than its style has it, a per cent.
inline constexpr Cost head_size = 2, head_width = 1;

/// Legs shorter than this look like strips: each row missing. 背题: shorter than `fewest_rows` there are none.
inline constexpr int short_leg = 6, fewest_rows = 3;
inline constexpr Cost row_of_short_leg = 8;

/// A module of text higher than this many times its width is a strip; each tenth more.
inline constexpr std::int64_t slim_tenths = 22;
inline constexpr Cost tenth_slimmer = 4;

/// What a story pays for each row that it stands lower, by priority, in tenths: the lead half a page down has lost as much as two
/// taboos cost.
inline constexpr std::array<Cost, 10> weights{0, 40, 22, 16, 12, 9, 7, 5, 3, 2};

/// 视线: a picture whose people look out of the page, in tenths.
inline constexpr Cost looks_out = 400;

/// A corner (L shape) makes a page livelier and binds what belongs together, but is harder to follow.
inline constexpr Cost corner = 15;

}  // namespace module_prices
}  // namespace paiban::makeup
