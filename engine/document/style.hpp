#pragma once
// How text looks: the style sheet's vocabulary. Every choice a template can make about text is a member here.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"
#include "document/text.hpp"

namespace paiban::document {

/// 避头尾 level (clreq 3.1.6; typography P1): which marks may not begin or end a line.
enum class Prohibition : std::uint8_t { none, basic, gb, strict };

/// 标点: how wide a mark is, and what it may give when a line is squeezed (clreq 3.1.6). In every one of them a mark is half an
/// em at the line's end (GB/T 15834 5.1.10), and two that touch are one em and a half at the most.
enum class MarkWidth : std::uint8_t {
  flexible,  ///< 对开, a newspaper's: one em, and each may give up half
  full,      ///< 全角: one em; brackets and pauses may give half, a stop that ends a sentence keeps its em
  line_end,  ///< 行末半角: one em, and none gives within the line
  kaiming,   ///< 开明: a stop that ends a sentence one em, all others half; none gives
  half,      ///< 半角: every mark half an em, as in headlines
};
inline constexpr std::size_t mark_widths = static_cast<std::size_t>(MarkWidth::half) + 1;

/// 标点悬挂 (clreq 3.1.7; typography W10).
enum class Hanging : std::uint8_t {
  none,
  stops,  ///< a pause or stop at the line's end stands outside the measure, unless another mark stands before it
};

enum class Digits : std::uint8_t {
  half_em,       ///< each exactly half an em
  proportional,  ///< as the face has them
  tabular,       ///< all as wide as the widest
};

enum class Align : std::uint8_t {
  justify,  ///< 两端对齐, the last line natural
  start,
  center,
  end,
  spread,  ///< 均排: opened to the measure, the last line too
};

/// How a single row is made to fit its width.
enum class Fit : std::uint8_t {
  none,
  box,  ///< by tracking within [fit_least, fit_most], em box to em box
  ink,  ///< the same, ink flush at both ends
};

/// 短题: a head of two to four Han.
enum class ShortHeads : std::uint8_t {
  natural,
  spread,  ///< 拉开, the more the shorter it is (typography H3)
};

enum class Writing : std::uint8_t { horizontal, vertical };

/// Arabic numerals in vertical lines (typography V4).
enum class VerticalDigits : std::uint8_t {
  upright_group,  ///< one upright, two (three where they fit) side by side in one cell, more of them rotated (clreq 3.5.4)
  rotate,         ///< always rotated (GB/T 15835)
  han_advised,    ///< as upright_group; for each a warning says how it reads in Han numerals
};

/// Words of capital letters in vertical lines.
enum class Acronyms : std::uint8_t {
  rotate,
  upright,  ///< letter below letter
};

/// 书名号.
enum class Titles : std::uint8_t {
  marks,  ///< 《》
  wavy,   ///< 浪线 beside the title, its 《》 not shown
};

/// 行间标点: what stands between the lines beside a stretch of text (clreq 3.2; typography R1).
enum class Interlinear : std::uint8_t {
  none,
  dots,  ///< 着重号, one a character
  line,  ///< 专名号
  wave,  ///< 浪线
};

/// What each kind of span has where its style does not say: a name's line, a title's wave.
[[nodiscard]] constexpr std::array<Interlinear, span_kinds> usual_interlinears() {
  std::array<Interlinear, span_kinds> usual{};
  usual[static_cast<std::size_t>(SpanKind::proper)] = Interlinear::line;
  usual[static_cast<std::size_t>(SpanKind::work)] = Interlinear::wave;
  return usual;
}

struct Style {
  std::string name;
  std::string face;                                   ///< 字体: role in the catalogue, "报宋"
  std::string latin_face;                             ///< role for digits and Latin; empty: the same as `face`
  std::array<std::string, span_kinds> span_faces;     ///< role for spans of a kind; empty: as the rest
  std::array<std::string, span_kinds> span_swatches;  ///< swatch for spans of a kind; empty: the style's own
  std::array<Interlinear, span_kinds> span_interlinears = usual_interlinears();
  Length size;                     ///< 字号
  Ratio scale_x = Ratio::one();    ///< 长扁: width of every glyph; below one is 长体
  Ratio tracking;                  ///< 字距 in em, at every place that may open
  Length pitch;                    ///< 行距, baseline to baseline; zero: the grid's row
  Ratio indent;                    ///< first line, em
  Ratio indent_rest;               ///< 凸排: every other line, em
  bool trim_after_indent = false;  ///< an opening mark loses its blank after the indent too (typography W5)
  Ratio margin_start, margin_end;  ///< every line, em
  std::string swatch = "black";
  Align align = Align::justify;
  Writing writing = Writing::horizontal;
  MarkWidth marks = MarkWidth::flexible;
  Hanging hanging = Hanging::none;
  Digits digits = Digits::half_em;
  bool spread_names = false;  ///< 何　龙: names of two Han as wide as three (typography G8)
  VerticalDigits vertical_digits = VerticalDigits::upright_group;
  Acronyms acronyms = Acronyms::rotate;
  Titles titles = Titles::marks;
  Prohibition prohibition = Prohibition::gb;
  Ratio gap{1'250}, gap_least{625}, gap_most{2'500};  ///< Han–Latin gap: as set, squeezed, stretched; em
  Fit fit = Fit::none;
  Ratio fit_least, fit_most;  ///< tracking that `fit` may use, em
  // What a head may depart from `size` and `scale_x` by to fit its place; zero: not at all.
  Length size_least, size_most;
  Ratio scale_least, scale_most;
  int rows = 0;  ///< that a head in one text is cut into; 0: as many as it takes
  ShortHeads short_heads = ShortHeads::natural;
  SourcePlace at;
};

}  // namespace paiban::document
