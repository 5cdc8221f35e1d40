#pragma once
// What a head's setter pays for what. One table; every taste about rows and looks of heads is here.

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/length.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// Points: one is what a head pays for tracking tightened, or opened, by a hundredth of an em.
using Price = std::int64_t;

namespace head_prices {

// ---- the look: the least departure from the style's own first ----

/// By so much at the most a style that says nothing else is tightened (typography H5); tighter, the strokes of neighbours touch.
inline constexpr Ratio tightest{-500};
/// Prices are counted in hundredths of a point, so that ten-thousandths of an em need no fractions.
inline constexpr Price point = 100;
/// Tracking, a hundredth of an em: nobody sees the first two, and H5 asks for them.
inline constexpr Price tracking = 1 * point;
/// Width, one per cent: 长体 changes the strokes, so it comes after tracking is spent.
inline constexpr Price width = 3 * point;
/// Size, one per cent: it changes the order of sizes on the page, so it comes last.
inline constexpr Price size = 4 * point;
/// The steps in which sizes are cut and widths are asked for in the trade.
inline constexpr Length size_step = Length::units(Length::units_per_point / 2);
inline constexpr Ratio width_step{100};

// ---- rows ----

/// Another row: ten per cent narrower type is dearer than it, five per cent is not.
inline constexpr Price another_row = 18 * point;
/// A head in more rows is no head.
inline constexpr int most_rows = 3;

/// A row that ends at a seam, by text::Seam; from `lean` on, what is before it is forbidden (typography H4).
inline constexpr std::array<Price, static_cast<std::size_t>(text::Seam::clause) + 1> seams{
    0,          0, 0, 0, 0, 0,  // never
    60 * point,                 // lean: reads badly, but is lawful
    20 * point,                 // words
    10 * point,                 // predicate
    14 * point,                 // item: a list goes on in the next row
    8 * point,                  // edge
    0,                          // clause: what an editor would choose
};
/// 长短: rows of even length are the last wish. For each row, the square of what it misses the mean by, in em.
inline constexpr Price uneven = point / 2;

}  // namespace head_prices
}  // namespace paiban::page
