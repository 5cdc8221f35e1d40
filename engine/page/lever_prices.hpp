#pragma once
// What an editor's own levers cost beside the grey of a page, and in which order cures are told. One table.

#include <cstddef>
#include <cstdint>

#include "base/length.hpp"
#include "paragraph/costs.hpp"

namespace paiban::page {

/// To leave words out is dearer than any grey that may be printed: where make-up can fill a page without, it does.
namespace cut_prices {
inline constexpr paragraph::Cost any = paragraph::as_gap(10'000);
/// A step of rank: a cut of the next rank is dearer than a hundred characters of this one.
inline constexpr paragraph::Cost rank = paragraph::as_gap(10'000);
/// A character: of two stories the one that loses fewer.
inline constexpr paragraph::Cost character = paragraph::as_gap(1'000);
}  // namespace cut_prices

/// Cures, in characters that an editor would as soon cut.
namespace cure_prices {
inline constexpr std::int64_t character = 1;
/// White around a head that could as well be text.
inline constexpr std::int64_t head_slot_row = 8;
/// A point of a headline's size; a headline in one row fewer.
inline constexpr std::int64_t head_point = 10;
inline constexpr std::int64_t head_row = 25;
/// A row of a picture: it is cropped, or scaled.
inline constexpr std::int64_t picture_row = 30;
/// A row of the region, where there is white beside it; where a neighbour must give it.
inline constexpr std::int64_t white_row = 15, region_row = 100;
}  // namespace cure_prices

/// A headline whose style names no least size is not proposed below this share of it: the order of sizes would break.
inline constexpr Ratio least_head_share{8'000};
/// Of a row, left white between a headline that gives rows and the text below it.
inline constexpr Ratio air_below_head{5'000};
/// A cure that moves more rows than this is a new page; one that crops more of a picture, another picture.
inline constexpr int most_cure_rows = 4;
inline constexpr Ratio most_of_picture{1'500};
/// So many ways out are told: nobody reads on.
inline constexpr std::size_t most_cures = 4;

}  // namespace paiban::page
