#include "text/joints.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "text/char_class.hpp"

namespace paiban::text {
namespace {

using enum CharClass;

// A word space between Western words (clreq 3.1.6.2 ②, expansion ①): a quarter of an em at the least, half at the most.
constexpr Ratio word_space{2'500}, word_space_least{2'500}, word_space_most{5'000};
// A unit of measure in Latin letters has no more characters than these: kg, km², km/h, mmHg. What is longer is a word.
constexpr std::uint32_t longest_latin_unit = 4;
// Three marks in a row and more may be parted when nothing else fits (typography P3).
constexpr std::size_t long_mark_row = 3;
// ASCII marks in western words keep to their sides as their full-width kin do (UAX 14 LB13 to LB15, LB25).
constexpr std::string_view never_first = ")]},.;:!?%/\"", never_last = "([{$\"";

bool western(const Character& c) { return c.word != 0; }
// ± × ÷ − ∶ ≈ ≤ ≥ belong to the numbers beside them.
constexpr auto signs =
    std::to_array<char32_t>({U'\u00B1', U'\u00D7', U'\u00F7', U'\u2212', U'\u2236', U'\u2248', U'\u2264', U'\u2265'});
bool is_sign(char32_t c) { return std::binary_search(signs.begin(), signs.end(), c); }
bool is_angle(char32_t c) { return c == U'\u00B0' || c == U'\u2032' || c == U'\u2033'; }  // ° ′ ″

bool is_among(char32_t c, std::string_view set) { return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos; }
bool is_wide_digit(char32_t c) { return c >= U'\uFF10' && c <= U'\uFF19'; }  // ０…９, where the copy keeps them
bool is_capital(const Character& c) { return c.cls == latin && u_isupper(static_cast<UChar32>(c.code_point)) != 0; }

/// Words are parted at hyphenation points only where lines are filled; a headline's rows are not.
bool hyphenates(const document::Style& style) {
  return style.align == document::Align::justify && style.fit == document::Fit::none;
}

Break rule_in_word(const Character& before, const document::Style& style) {
  switch (before.parting) {
    case Parting::never:
      return Break::never;
    case Parting::need:
    case Parting::need_hyphen:
      return Break::emergency;
    case Parting::plain:
      return Break::allowed;
    case Parting::hyphen:
      return hyphenates(style) ? Break::allowed : Break::emergency;
  }
  return Break::never;
}

/// A number and what belongs to it (typography P7, P8).
bool tied_number(const Character& before, const Character& after, bool space) {
  if (is_sign(before.code_point) && after.cls == digit) return true;
  if (before.cls == digit && is_sign(after.code_point)) return true;
  if ((before.cls == prefix || before.in_number) && western(after)) return true;
  if (after.cls == postfix || after.in_number) return true;
  if (is_angle(before.code_point) && western(after) && !space) return true;  // 25°C, 43°49′
  if (is_wide_digit(before.code_point) && is_wide_digit(after.code_point)) return true;
  if (western(before) && after.cls == connector && !space) return true;  // a range goes on after its connector alone
  if (!space || before.cls != digit) return false;
  return after.cls == digit || (is_letter(after) && after.word_size <= longest_latin_unit);
}

/// ASCII marks are characters of their words; where they stand at a word's edge they keep to their side all the same (P1, P8).
bool barred_sign(const Character& before, const Character& after, bool space, document::Prohibition level) {
  if (level == document::Prohibition::none) return false;
  const bool after_keeps = western(after) && is_among(after.code_point, never_first) && !(space && after.code_point == U'"');
  const bool before_keeps = western(before) && is_among(before.code_point, never_last) && !(space && before.code_point == U'"');
  return after_keeps || before_keeps;
}

/// 2024—2025, 1～3: a range goes on in the next line only after its — (house rule: – and ～ never end a line there).
bool ends_range_badly(const Character& before) { return before.cls == connector && before.code_point != U'\u2014'; }

/// J. K. Rowling: a line ends before initials or after the surname.
bool tied_name(const Character& before, const Character& after) {
  return before.initials && (after.initials || is_capital(after));
}

Break rule_between(const Character& before, const Character& after, bool space, const document::Style& style) {
  if (western(before) && before.word == after.word) return rule_in_word(before, style);
  if (is_unseen(before.code_point)) return Break::never;
  const document::Prohibition level = style.prohibition;
  if (barred_from_end(before.cls, level) || barred_from_start(after.cls, level)) return Break::never;
  if (tied_number(before, after, space) || tied_name(before, after)) return Break::never;
  if (barred_sign(before, after, space, level)) return Break::never;
  if (before.cls == connector && western(after) && !space && ends_range_badly(before)) return Break::never;
  if (after.cls == wide_space) return Break::never;  // it would stand first in the line, like an indent
  return Break::allowed;
}

Tie tie_between(const Character& before, const Character& after) {
  if (western(before) && before.word == after.word) {
    if (before.address) return Tie::address;
    return before.parting == Parting::hyphen ? Tie::hyphen : Tie::none;
  }
  if (before.cls == connector && western(after)) return Tie::range;
  if (before.cls == digit && after.cls == han) return Tie::measure_word;
  return Tie::none;
}

bool takes_western_gap(const Character& a, const Character& b) {
  return (a.cls == han && western(b)) || (western(a) && b.cls == han);
}

/// Nothing opens inside a word, a number with its signs, a row of dashes (typography P4, P9).
bool is_one_piece(const Character& before, const Character& after, bool space) {
  if (western(before) && before.word == after.word) return true;
  if (before.cls == after.cls && (before.cls == dash || before.cls == ellipsis)) return true;
  return tied_number(before, after, space);
}

}  // namespace

Joint joint_between(const Character& before, const Character& after, bool space, const document::Style& style, Length em) {
  Joint joint;
  joint.rule = rule_between(before, after, space, style);
  joint.tie = tie_between(before, after);
  joint.opens = !is_one_piece(before, after, space);
  joint.avoid = before.cls == connector || after.cls == connector || before.cls == solidus || after.cls == solidus;
  // A typed space between Han and a number is the Han–Latin gap, not one more (typography G3); beside a mark it is nothing.
  if (takes_western_gap(before, after)) {
    joint.gap_kind = Squeeze::han_latin;
    joint.gap = em * style.gap;
    joint.gap_least = em * style.gap_least;
    joint.gap_most = em * style.gap_most;
  } else if (space && !is_mark(before.cls) && !is_mark(after.cls)) {
    joint.gap_kind = Squeeze::word_space;
    joint.gap = em * word_space;
    joint.gap_least = em * word_space_least;
    joint.gap_most = joint.opens ? em * word_space_most : joint.gap;  // 138 9999 8888: the spaces of one number are alike
  }
  return joint;
}

bool takes_hyphen(const Character& before, const Character& after) {
  const bool inside = western(before) && before.word == after.word;
  return inside && (before.parting == Parting::hyphen || before.parting == Parting::need_hyphen);
}

void open_long_mark_rows(const std::vector<Unit>& units, std::vector<Joint>& joints) {
  for (std::size_t from = 0; from < units.size();) {
    std::size_t to = from;
    while (to < units.size() && is_mark(units[to].cls)) ++to;
    if (to - from >= long_mark_row) {
      for (std::size_t i = from; i + 1 < to; ++i)
        if (joints[i].rule == Break::never) joints[i].rule = Break::emergency;
    }
    from = std::max(to, from + 1);
  }
}

}  // namespace paiban::text
