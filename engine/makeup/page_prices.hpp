#pragma once
// What a page pays for how its modules stand. One table; in the points of module_prices.hpp.

#include <array>

#include "makeup/module_prices.hpp"

namespace paiban::makeup::page_prices {

/// 碰题: two headlines that meet at one level, only the gutter's rule between them.
inline constexpr Cost heads_meet = 60;
/// 断版: a cut through the whole width; the page falls in two.
inline constexpr Cost band = 45;
/// 通线: a gutter through the whole height.
inline constexpr Cost gutter = 45;
/// 视线: a picture whose people look out of the page.
inline constexpr Cost looks_out = 40;
/// A column to the right is as far from a reader's first glance as so many rows down.
inline constexpr Cost column_rows = 6;
/// Weights are given in these parts of a point a row, so that small differences of priority tell.
inline constexpr Cost weight_parts = 100;
/// What a story pays for each row that it stands lower, by priority: in parts of a point. The lead half a page down has lost as
/// much as two taboos cost.
inline constexpr std::array<Cost, 10> weights{0, 300, 160, 110, 80, 60, 45, 30, 20, 10};

}  // namespace paiban::makeup::page_prices
