#pragma once
// Text with its glyphs, the places where a line may end, and what each place can give or take.
// Made once for a paragraph and style, whatever the measure; everything after this is arithmetic.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/length.hpp"

namespace paiban::text {

/// What a character does in a line (clreq 3.1.2, GB/T 15834; typography 1.0).
enum class CharClass : std::uint8_t {
  han,
  opening,    ///< 开始夹注: “ ‘ （ 《 〈 【 …
  closing,    ///< 结束夹注: ” ’ ） 》 〉 】 …
  pause,      ///< 句内点号: 、 ， ； ：
  stop,       ///< 句末点号: 。 ． ！ ？
  middle,     ///< 间隔号 ·
  connector,  ///< 连接号 – — ～ -
  solidus,    ///< 分隔号 / ／
  dash,       ///< 破折号 ——
  ellipsis,   ///< 省略号 ……
  digit,
  latin,       ///< letters, and what belongs to their word
  wide_space,  ///< U+3000
  prefix,      ///< ¥ № …: not last in a line
  postfix,     ///< % ℃ …: not first in a line
  bullet,      ///< □ ■ ● ▲ ◆: no break after
  symbol,      ///< any other
};
[[nodiscard]] const char* name_of(CharClass cls);

/// A glyph's origin, from the start of its unit's cell at natural width. Horizontal: x along the line, y downwards
/// from the line's baseline. Vertical: x along the line (downwards), y to the right of the line's centre.
struct Glyph {
  std::uint16_t face = 0;  ///< font::FontId
  std::uint32_t id = 0;
  Length x, y;
  bool rotated = false;        ///< 90° clockwise (Latin in vertical lines)
  Ratio scale = Ratio::one();  ///< of the glyph's width, beside the style's scale_x (digits side by side in one vertical cell)
};

/// Which step of the reduction order a unit's blanks belong to (clreq 3.1.6.2; typography 1.3). They are spent in this order.
enum class Squeeze : std::uint8_t { none, word_space, middle, bracket, pause, han_latin, stop };
inline constexpr std::size_t squeeze_steps = static_cast<std::size_t>(Squeeze::stop) + 1;

/// The smallest thing that a line moves as a whole.
struct Unit {
  std::uint32_t start = 0, end = 0;               ///< bytes of the text
  std::uint32_t first_glyph = 0, last_glyph = 0;  ///< [first, last)
  CharClass cls{};
  Squeeze squeeze = Squeeze::none;
  std::uint8_t characters = 1;  ///< as a reader counts them
  bool hidden = false;          ///< has no width and no glyphs: the 《》 of a title with a wavy line
  Length width;                 ///< after the pair rule (W1) and the style's mark width
  Length give_start, give_end;  ///< blank that squeezing may take at either side
  Length trim_start, trim_end;  ///< blank that falls away at a line's start, end
  /// Blank between the cell's sides and the ink, below 0 where it overhangs. Measured for styles that fit by ink, else 0.
  Length ink_start, ink_end, ink_top, ink_bottom;
};

enum class Break : std::uint8_t {
  never,
  emergency,  ///< inside a word, or in a row of three marks and more: only where no legal break fits
  allowed,
  forced,  ///< a given line end: the line before it fills the measure
  closed,  ///< a line ends here and stays as short as it is: the line of a gap
};

/// What a break would part, though it may: the breaker's cost table prices it.
enum class Tie : std::uint8_t {
  none,
  measure_word,  ///< 30|个, 2025|年
  range,         ///< 2024—|2025
  address,       ///< inside a URL or a mail address
  hyphen,        ///< a word at a hyphenation point
  name,          ///< a person's name
};
inline constexpr std::size_t ties = static_cast<std::size_t>(Tie::name) + 1;

/// What a row of a head that ended here would part (标题转行; typography H4). Up to `enclosure` no row ends, from `lean` on
/// one may, the later the rather.
enum class Seam : std::uint8_t {
  word,         ///< inside a word
  term,         ///< inside a name, a place, a term of the house; between a name and its title
  number,       ///< 9|项, 20万|欧元
  particle,     ///< before 的 了 着 得
  conjunction,  ///< after 和 与 在 对 及
  enclosure,    ///< inside 《》 “”
  lean,  ///< two that lean on each other: 将|推进, 春节|等, 十件|惠民实事, 走进|昌吉市, or a word for all one knows
  words,      ///< between two words
  predicate,  ///< before a verb that terms.xml has: the subject in one row, what it does in the next
  item,       ///< after 、
  edge,       ///< outside a quotation or a title: ”|走进, 打造|“
  clause,     ///< after a mark, or at an em of white
};

/// What has more characters is a paragraph and no head: it has no seams, and no search runs away with it.
inline constexpr std::size_t longest_head = 80;
/// A row of one word of more characters than these, a body's full name, says enough to stand alone.
inline constexpr std::size_t longest_lone_word = 4;

/// What lies between a unit and the next.
struct Joint {
  Break rule = Break::never;
  Squeeze gap_kind = Squeeze::none;  ///< word_space or han_latin, where there is a gap
  bool opens = false;                ///< may be stretched and tracked: not inside words, numbers, dashes
  bool avoid = false;                ///< stretched last: beside connectors and solidi
  Length gap, gap_least, gap_most;
  Length hyphen;  ///< width of the hyphen that a break here shows; zero: none
  Tie tie = Tie::none;
  Seam seam = Seam::word;  ///< known for heads alone
};

/// The hyphen of a face, which a parted word shows at its line's end.
struct Hyphen {
  Glyph glyph;  ///< from the end of the last unit's cell
  Length width;
};

/// What stands between the lines beside units [first, last) (行间标点, 注音; typography R1 to R4). Dots and lines stand below a
/// horizontal line, a reading above it; dots and a reading stand to the right of a vertical line, lines to its left.
struct SideMark {
  enum class Kind : std::uint8_t {
    dots,  ///< 着重号, one beside each character that is no mark
    line,  ///< 专名号
    wave,  ///< 浪线
    ruby,  ///< 注音
  };
  Kind kind{};
  std::uint32_t first = 0, last = 0;
  Length size;  ///< a dot's diameter, a line's thickness, the size of a reading's type
  Length off;   ///< of its middle (a reading's baseline) from the side of the line's em box
  // Of a reading alone.
  Length width;
  std::string text;
  std::vector<Glyph> glyphs;  ///< x along the reading, y downwards from its baseline
};

struct ShapedParagraph {
  std::string text;  ///< the planned text's bytes, unchanged
  std::vector<Unit> units;
  std::vector<Joint> joints;  ///< one less than units; empty where there are none
  std::vector<Glyph> glyphs;
  std::vector<SideMark> side_marks;  ///< those that the gap between the lines has room for, by their first unit
  Length size;                       ///< of the type
  Length em;                         ///< one em along the line: size × scale_x
  std::vector<Hyphen> hyphens;       ///< one for each face that sets words which may be parted
  Length baseline;                   ///< of the principal face, below the em box's top; horizontal only
  bool vertical = false;
};

/// The hyphen that a line which ends after `unit` shows, or nullptr where the joint there has none.
[[nodiscard]] const Hyphen* hyphen_after(const ShapedParagraph& paragraph, std::uint32_t unit);

/// Characters, as a reader counts them, from unit `first` on.
[[nodiscard]] int characters_from(const ShapedParagraph& paragraph, std::uint32_t first);

}  // namespace paiban::text
