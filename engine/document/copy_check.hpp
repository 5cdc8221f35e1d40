#pragma once
// What is odd in the copy or in the type that it is to be set in: a warning, never a change. <sic> quiets it where a page is
// re-set as it was printed.

#include "base/diagnostic.hpp"
#include "document/plan.hpp"

namespace paiban::document {

/// 六号, the smallest size that running text is set in (typography G6; the trade's lists have it at 7.5 to 8 pt).
inline constexpr Length smallest_type = Length::units(95'250);  // 7.5 pt

/// Reports, each with its place: two ellipses in a line with text (GB/T 15834 5.1.5; typography P5), dates that mix Arabic and
/// Han numerals and Arabic digits where GB/T 15835 has Han (G7), and styles in use below smallest_type (G6).
void check_copy(const Plan& plan, Report& report);

}  // namespace paiban::document
