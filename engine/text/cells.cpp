#include "text/cells.hpp"

#include <algorithm>

#include "text/char_class.hpp"

namespace paiban::text {
namespace {

using document::Digits;
using document::MarkWidth;
using enum CharClass;

constexpr int em = 1000;  // a face's em, in the units of RawGlyph
constexpr int half_em = 500;
// Ink may overhang its half by this much and still count as standing in it: heavy faces draw to the very edge.
constexpr int ink_tolerance = 12;

int advance_of(std::span<const RawGlyph> glyphs) {
  int sum = 0;
  for (const RawGlyph& glyph : glyphs) sum += glyph.advance;
  return sum;
}

/// Where the pen must stand so that the ink is centred in [from, to].
int pen_to_centre(const font::InkBox& ink, int from, int to) { return (from + to - ink.left - ink.right) / 2; }

/// A mark that may lose half its cell must have its ink in the other half. Most faces draw it so; where one does not
/// (Fandol's ？, the 350-wide quotes of LXGW) it is centred there.
int pen_in_half(const font::InkBox& ink, int advance, int from) {
  const bool in_place = advance == em && ink.left >= from - ink_tolerance && ink.right <= from + half_em + ink_tolerance;
  return in_place ? 0 : pen_to_centre(ink, from, from + half_em);
}

bool is_narrowed(CharClass cls, MarkWidth marks) {
  return marks == MarkWidth::half || (marks == MarkWidth::kaiming && cls != stop);
}

bool is_locked(CharClass cls, MarkWidth marks) {
  return marks == MarkWidth::line_end || (marks == MarkWidth::full && cls == stop) ||
         (marks == MarkWidth::kaiming && cls == stop);
}

Cell mark_cell(const MarkRow& row, std::span<const RawGlyph> glyphs, const font::Face& face, MarkWidth marks) {
  Cell cell{row.width * 10, 0, row.give_start * 10, row.give_end * 10};
  const font::InkBox ink = face.ink_of(glyphs.front().id);
  const int advance = glyphs.front().advance;
  if (cell.give_start > 0)
    cell.glyph = pen_in_half(ink, advance, half_em);
  else if (cell.give_end > 0)
    cell.glyph = pen_in_half(ink, advance, 0);
  else if (advance != cell.width)
    cell.glyph = pen_to_centre(ink, 0, cell.width);
  set_blanks(cell, row.cls, marks);
  return cell;
}

/// —— and ……: as wide as their two halves, the drawing centred where the face draws it narrower.
Cell double_cell(const Character& c, std::span<const RawGlyph> glyphs) {
  const bool doubled = c.end - c.start > 3 || c.code_point == U'\u2E3A';
  Cell cell{doubled ? 2 * em : em};
  cell.glyph = (cell.width - advance_of(glyphs)) / 2;
  return cell;
}

Cell digit_cell(std::span<const RawGlyph> glyphs, const font::Face& face, Digits digits) {
  const int advance = advance_of(glyphs);
  int width = advance;
  if (digits == Digits::half_em) width = half_em;
  if (digits == Digits::tabular)
    for (char32_t c = U'0'; c <= U'9'; ++c) width = std::max(width, face.advance_of(face.glyph_of(c)));
  return {width, (width - advance) / 2};
}

bool is_exclamation(char32_t c) { return c == U'\uFF01' || c == U'\uFF1F'; }  // ！ ？

bool is_bracket(const Unit& unit) { return unit.cls == opening || unit.cls == closing; }
bool makes_pairs(const Unit& unit) { return is_bracket(unit) || unit.cls == pause || unit.cls == stop; }

/// A point that keeps its em: ：；！？ of vertical lines, ‼.
bool is_fixed_point(const Unit& unit, Length em_length) {
  return (unit.cls == pause || unit.cls == stop) && unit.give_end == Length{} && unit.width == em_length;
}

}  // namespace

void set_blanks(Cell& cell, CharClass cls, MarkWidth marks) {
  cell.locked = is_locked(cls, marks);
  if (!is_narrowed(cls, marks)) return;
  cell.glyph -= cell.give_start;
  cell.width -= cell.give_start + cell.give_end;
  cell.give_start = cell.give_end = 0;
}

Cell horizontal_cell(const Character& c, std::span<const RawGlyph> glyphs, const font::Face& face, const document::Style& style) {
  if (c.cls == dash || c.cls == ellipsis) return double_cell(c, glyphs);
  if (c.cls == digit) return digit_cell(glyphs, face, style.digits);
  if (c.code_point == U'/' && c.cls == solidus) return {half_em, (half_em - advance_of(glyphs)) / 2};
  if (const MarkRow* row = c.cls == latin ? nullptr : mark_of(c.code_point)) return mark_cell(*row, glyphs, face, style.marks);
  const int advance = advance_of(glyphs);
  if (c.cls == han || c.cls == wide_space) return {em, (em - advance) / 2};
  return {advance};
}

Cell vertical_cell(const Character& c, int ink) {
  if (c.cls == dash || c.cls == ellipsis) return {c.end - c.start > 3 || c.code_point == U'\u2E3A' ? 2 * em : em};
  const MarkRow* row = mark_of(c.code_point);
  if (row == nullptr) return {em};
  const bool fixed = c.code_point == U'\uFF1A' || c.code_point == U'\uFF1B' || is_exclamation(c.code_point);
  // ／ stands upright, and most faces draw it from corner to corner: half an em does not hold it.
  const bool too_high = c.cls == solidus && ink > half_em + 2 * ink_tolerance;
  if (fixed || too_high) return {em};
  return {row->width * 10, 0, row->give_start * 10, row->give_end * 10};
}

Squeeze squeeze_of(CharClass cls) {
  switch (cls) {
    case opening:
    case closing:
      return Squeeze::bracket;
    case pause:
      return Squeeze::pause;
    case stop:
      return Squeeze::stop;
    case middle:
      return Squeeze::middle;
    case han:
    case connector:
    case solidus:
    case dash:
    case ellipsis:
    case digit:
    case latin:
    case wide_space:
    case prefix:
    case postfix:
    case bullet:
    case symbol:
      return Squeeze::none;
  }
  return Squeeze::none;
}

void set_pair(Unit& first, Unit& second, std::span<Glyph> second_glyphs, Length em_length, char32_t first_mark,
              char32_t second_mark) {
  const Length half = em_length / 2;
  // Beside a mark of half an em the two are one and a half as they stand: 》· in every style, 。“ where brackets are half.
  const bool whole = makes_pairs(first) && makes_pairs(second) && (second.cls != opening || second.trim_start > Length{});
  const bool bracket = whole && (is_bracket(first) || is_bracket(second));
  // The second of a pair has no blank left, so that the third of ！！！ begins another.
  const bool doubled_stop = is_exclamation(first_mark) && is_exclamation(second_mark) && first.trim_end > Length{};
  if (!bracket && !doubled_stop) return;
  const auto take_end = [half](Unit& unit) {
    const Length cut = std::min(half, unit.trim_end);
    unit.width -= cut;
    unit.trim_end -= cut;
    unit.give_end -= std::min(cut, unit.give_end);
  };
  if (doubled_stop) {  // ！！ is one em, ！！！ two: the third keeps its cell (GB/T 15834 5.1.2)
    take_end(first);
    take_end(second);
  } else if (first.trim_end > Length{}) {
    take_end(first);
  } else if ((first.cls == opening || is_fixed_point(first, em_length)) && second.trim_start > Length{}) {
    const Length cut = std::min(half, second.trim_start);
    second.width -= cut;
    second.trim_start -= cut;
    second.give_start -= std::min(cut, second.give_start);
    for (Glyph& glyph : second_glyphs) glyph.x -= cut;
  }
}

}  // namespace paiban::text
