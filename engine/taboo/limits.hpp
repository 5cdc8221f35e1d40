#pragma once
// Where a taboo begins, and what those that are only warnings cost. Every number of the checker is here.

#include <cstdint>

#include "base/length.hpp"

namespace paiban::taboo {

/// In rows of the page's grid.
namespace rows {
/// 天窗: a row left over is lost between leading and rules; two are seen across the room.
inline constexpr Ratio hole{15'000};
/// A head takes whole rows, and up to two of them are its white, above as below (占行).
inline constexpr Ratio head_air{20'000};
/// A rule between stories stands in a row or two of white: one on either side is its own.
inline constexpr Ratio rule_air{10'000};
/// A picture stands off what is above and below it by a row; that white is its frame.
inline constexpr Ratio picture_air{10'000};
/// Parts of the masthead that are nearer to each other than this are one design, its white is its own.
inline constexpr Ratio within_masthead{30'000};
/// 顶题: less white than a row above a head looks like the leading of the text above it.
inline constexpr Ratio above_head{10'000};
/// Two stories' texts without a rule are told apart by a row of white at the least.
inline constexpr Ratio between_texts{10'000};
/// 断版: less than a row of white across the page is not seen as a cut.
inline constexpr Ratio band{10'000};
/// 撞图: a row is the least white that a caption or a rule would take.
inline constexpr Ratio between_pictures{10'000};
/// Tops of legs that differ by less are one level: larger type stands a little higher in its row.
inline constexpr Ratio level{5'000};
}  // namespace rows

/// In em of the body.
namespace ems {
/// 天窗: what is narrower is a gutter; the widest one between zones has three em.
inline constexpr Ratio gutter{40'000};
/// 撞图: pictures side by side want at least the body's em between them.
inline constexpr Ratio between_pictures{10'000};
/// 通线: a gap of less than half an em is no gutter.
inline constexpr Ratio straight{5'000};
/// A head may overhang its story by an em: marks and the ink of large type do.
inline constexpr Ratio overhang{10'000};
/// Strokes that touch by less are two edges on one line.
inline constexpr Ratio touch{500};
}  // namespace ems

/// Two heads are level where more than half of the lower one's height is beside the other (typography 2.6, 碰题).
inline constexpr Ratio level_share{5'000};
/// A size half as large again, in another face, tells two heads apart.
inline constexpr Ratio distinct_sizes{15'000};
/// A rule divides what it stands between where it runs along more than half of it.
inline constexpr Ratio dividing_share{5'000};
/// A leg stands under its head where half of it does.
inline constexpr Ratio under_share{5'000};
/// A rule across (down) so much of the page is meant to cut it: no 断版, no 通线.
inline constexpr Ratio whole_rule{9'500};
/// 断版 is worst near the middle: between these shares of the body's height it halves the page.
inline constexpr Ratio middle_from{4'000}, middle_until{6'000};
/// 背题: lines of text that a head wants below it.
inline constexpr int lines_under_head = 2;
/// A newspaper of this height and more is folded across its middle: 对开 is 546 mm and more, 四开 half of it.
inline constexpr Length folded_height = millimetres(500);
/// Nobody mends more holes than these at a time, and a page without text is one.
inline constexpr int most_holes = 12;

/// Points. One is what a row of a story lower than it should stand would cost a page; errors have no price.
namespace prices {
inline constexpr std::int64_t straight_gutter = 30;  ///< modular pages have it daily
inline constexpr std::int64_t band = 30;
inline constexpr std::int64_t band_in_the_middle = 60;
inline constexpr std::int64_t tight_head = 20;  ///< 顶题
inline constexpr std::int64_t broad_head = 20;  ///< a head wider than its story
inline constexpr std::int64_t head_order = 40;  ///< tells the reader what is false about the day's news
inline constexpr std::int64_t head_on_fold = 25;
inline constexpr std::int64_t looking_out = 15;
inline constexpr std::int64_t widow_line = 10;     ///< 孤行
inline constexpr std::int64_t lone_character = 8;  ///< 孤字
}  // namespace prices

}  // namespace paiban::taboo
