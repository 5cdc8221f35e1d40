#include "text/char_class.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace paiban::text {
namespace {

using enum CharClass;
using document::Prohibition;

// Sorted by code point. Width, then what can be taken at the start and at the end, in hundredths of an em.
// GB/T 15834 5.1.4 makes · and / half an em, fixed; clreq lets brackets and stops give the half that is blank.
constexpr auto marks = std::to_array<MarkRow>({
    {U'\u00B7', middle, 50, 0, 0},      // ·
    {U'\u2013', connector, 50, 0, 0},   // –
    {U'\u2014', connector, 100, 0, 0},  // — alone; two are a dash
    {U'\u2018', opening, 100, 50, 0},   // ‘
    {U'\u2019', closing, 100, 0, 50},   // ’
    {U'\u201C', opening, 100, 50, 0},   // “
    {U'\u201D', closing, 100, 0, 50},   // ”
    {U'\u2026', ellipsis, 100, 0, 0},   // … half of ……
    {U'\u203C', stop, 100, 0, 0},       // ‼
    {U'\u2047', stop, 100, 0, 0},       // ⁇
    {U'\u2048', stop, 100, 0, 0},       // ⁈
    {U'\u2049', stop, 100, 0, 0},       // ⁉
    {U'\u22EF', ellipsis, 100, 0, 0},   // ⋯
    {U'\u2329', opening, 100, 50, 0},   // 〈 of older encodings
    {U'\u232A', closing, 100, 0, 50},   // 〉
    {U'\u2E3A', dash, 200, 0, 0},       // ⸺
    {U'\u3001', pause, 100, 0, 50},     // 、
    {U'\u3002', stop, 100, 0, 50},      // 。
    {U'\u3008', opening, 100, 50, 0},   // 〈
    {U'\u3009', closing, 100, 0, 50},   // 〉
    {U'\u300A', opening, 100, 50, 0},   // 《
    {U'\u300B', closing, 100, 0, 50},   // 》
    {U'\u300C', opening, 100, 50, 0},   // 「
    {U'\u300D', closing, 100, 0, 50},   // 」
    {U'\u300E', opening, 100, 50, 0},   // 『
    {U'\u300F', closing, 100, 0, 50},   // 』
    {U'\u3010', opening, 100, 50, 0},   // 【
    {U'\u3011', closing, 100, 0, 50},   // 】
    {U'\u3014', opening, 100, 50, 0},   // 〔
    {U'\u3015', closing, 100, 0, 50},   // 〕
    {U'\u3016', opening, 100, 50, 0},   // 〖
    {U'\u3017', closing, 100, 0, 50},   // 〗
    {U'\u301C', connector, 100, 0, 0},  // 〜 of older encodings
    {U'\uFF01', stop, 100, 0, 50},      // ！
    {U'\uFF08', opening, 100, 50, 0},   // （
    {U'\uFF09', closing, 100, 0, 50},   // ）
    {U'\uFF0C', pause, 100, 0, 50},     // ，
    {U'\uFF0E', stop, 100, 0, 50},      // ．
    {U'\uFF0F', solidus, 50, 0, 0},     // ／
    {U'\uFF1A', pause, 100, 0, 50},     // ：
    {U'\uFF1B', pause, 100, 0, 50},     // ；
    {U'\uFF1F', stop, 100, 0, 50},      // ？
    {U'\uFF3B', opening, 100, 50, 0},   // ［
    {U'\uFF3D', closing, 100, 0, 50},   // ］
    {U'\uFF5B', opening, 100, 50, 0},   // ｛
    {U'\uFF5D', closing, 100, 0, 50},   // ｝
    {U'\uFF5E', connector, 100, 0, 0},  // ～
});

// After a number and not first in a line (UAX 14 class PO, CSS Text's list for zh); before one and not last (PR).
constexpr auto postfixes = std::to_array<char32_t>(
    {U'\u00B0', U'\u2030', U'\u2032', U'\u2033', U'\u2035', U'\u2103', U'\u2109', U'\uFE6A', U'\uFF05', U'\uFFE0'});
constexpr auto prefixes = std::to_array<char32_t>({U'\u00A3', U'\u00A5', U'\u20AC', U'\u2116', U'\uFF04', U'\uFFE1', U'\uFFE5'});
// □ ■ ▲ ◆ ● ○ ◇ △ open bylines and credits.
constexpr auto bullets =
    std::to_array<char32_t>({U'\u25A0', U'\u25A1', U'\u25B2', U'\u25B3', U'\u25C6', U'\u25C7', U'\u25CB', U'\u25CF'});

template <std::size_t Size>
bool holds(const std::array<char32_t, Size>& set, char32_t c) {
  return std::binary_search(set.begin(), set.end(), c);
}

bool is_han(char32_t c) {
  // 〇 is a letter-number, not an ideograph, to Unicode; to a reader it is a Han digit.
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0 || c == U'\u3007' || c == U'\u3013';
}

constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

std::span<const MarkRow> mark_table() { return marks; }

const MarkRow* mark_of(char32_t c) {
  const auto* row =
      std::lower_bound(marks.begin(), marks.end(), c, [](const MarkRow& r, char32_t mark) { return r.mark < mark; });
  return row != marks.end() && row->mark == c ? row : nullptr;
}

bool is_western(char32_t c) {
  if (c < 0x80) return c > U' ';
  if (mark_of(c) != nullptr || holds(postfixes, c) || holds(prefixes, c)) return false;
  // Beyond the first alphabets: Latin and Greek with more accents (tiếng Việt), high and low figures (m⁴).
  const bool later_letters = (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0x2070 && c <= 0x209F);
  if (c >= 0x0590 && !later_letters) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) != 0 || type == U_OTHER_NUMBER;  // ² ³ ½ stand in the words that they end
}

CharClass class_of(char32_t c) {
  // Almost all text is common ideographs: answer those without asking anyone.
  if (c >= 0x4E00 && c <= 0x9FFF) return han;
  if (is_ascii_digit(c)) return digit;
  if (c == U'\u3000') return wide_space;
  if (const MarkRow* row = mark_of(c)) return row->cls;
  if (is_western(c)) return latin;
  if (holds(postfixes, c)) return postfix;
  if (holds(prefixes, c)) return prefix;
  if (holds(bullets, c)) return bullet;
  return is_han(c) ? han : symbol;
}

bool barred_from_start(CharClass cls, Prohibition level) {
  switch (cls) {
    case closing:
    case pause:
    case stop:
    case middle:
    case connector:
      return level >= Prohibition::basic;
    case solidus:
      return level >= Prohibition::gb;
    case dash:
    case ellipsis:
      return level == Prohibition::strict;
    case postfix:
      return level != Prohibition::none;
    case opening:
    case han:
    case digit:
    case latin:
    case wide_space:
    case prefix:
    case bullet:
    case symbol:
      return false;
  }
  return false;
}

bool barred_from_end(CharClass cls, Prohibition level) {
  switch (cls) {
    case opening:
      return level >= Prohibition::basic;
    case solidus:
      return level >= Prohibition::gb;
    case prefix:
      return level != Prohibition::none;
    case bullet:
      return true;  // a byline's sign without its byline says nothing, at any level
    case closing:
    case pause:
    case stop:
    case middle:
    case connector:
    case dash:
    case ellipsis:
    case han:
    case digit:
    case latin:
    case wide_space:
    case postfix:
    case symbol:
      return false;
  }
  return false;
}

bool is_mark(CharClass cls) {
  return cls == opening || cls == closing || cls == pause || cls == stop || cls == middle || cls == connector || cls == solidus ||
         cls == dash || cls == ellipsis;
}

bool is_unseen(char32_t c) {
  if (c < 0x300) return c == U'\u00AD';
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool extends_cluster(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return false;
  if (is_unseen(c)) return true;
  if (c < 0x300) return false;
  const auto property = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
  return property == U_GCB_EXTEND || property == U_GCB_ZWJ || property == U_GCB_SPACING_MARK;
}

const char* name_of(CharClass cls) {
  static constexpr std::array names{"han",        "opening", "closing", "pause",    "stop",  "middle",
                                    "connector",  "solidus", "dash",    "ellipsis", "digit", "latin",
                                    "wide-space", "prefix",  "postfix", "bullet",   "symbol"};
  return names[static_cast<std::size_t>(cls)];
}

}  // namespace paiban::text
