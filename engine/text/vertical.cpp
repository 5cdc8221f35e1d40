#include "text/vertical.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/message_table.hpp"
#include "text/char_class.hpp"
#include "text/han_numerals.hpp"

namespace paiban::text {
namespace {

using document::Acronyms;
using document::Style;
using document::VerticalDigits;
using enum CharClass;

constexpr int half_em = face_em / 2;
// Two digits always stand side by side, three where they are no wider than this (clreq 3.5.4), in thousandths of an em.
constexpr std::size_t sure_group = 2, largest_group = 3;
constexpr int widest_group = 1'100;
// Longer words of capitals read letter by letter like a riddle: they are rotated whatever the style says.
constexpr std::size_t longest_upright_acronym = 5;
// Ink may overhang its half by this much and still count as standing in it: heavy faces draw to the very edge.
constexpr int ink_tolerance = 12;
// Four digits before 年 are a year.
constexpr std::size_t year_digits = 4;

bool is_exclamation(char32_t c) { return c == U'\uFF01' || c == U'\uFF1F'; }  // ！ ？
bool is_capital(const Character& c) { return c.code_point >= U'A' && c.code_point <= U'Z'; }
bool is_digit(const Dressed& d) { return d.character.cls == digit; }

/// UAX 50.
int orientation_of(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_VERTICAL_ORIENTATION); }

/// Marks that lie along the line and so turn with it, by a form of the face's or by hand.
bool turns_with_line(const Character& c) {
  switch (c.cls) {
    case opening:
    case closing:
    case dash:
    case ellipsis:
    case connector:
      return true;
    case pause:  // upright in Chinese, ： and ； too, whatever UAX 50 says of Japanese
    case stop:
    case middle:
    case solidus:
    case han:
      return false;
    case digit:
    case latin:
    case wide_space:
    case prefix:
    case postfix:
    case bullet:
    case symbol:
      break;
  }
  return orientation_of(c.code_point) == U_VO_TRANSFORMED_ROTATED;
}

// ---- stance ----

Stance stance_of_word(std::span<const Dressed> word, const Style& style) {
  const bool digits = std::ranges::all_of(word, is_digit);
  if (digits && style.vertical_digits == VerticalDigits::rotate) return Stance::rotated;
  if (word.size() == 1) {
    const char32_t c = word.front().character.code_point;
    const bool stands = digits || u_isalpha(static_cast<UChar32>(c)) != 0 || orientation_of(c) != U_VO_ROTATED;
    return stands ? Stance::upright : Stance::rotated;
  }
  if (digits && word.size() <= largest_group) {
    int width = 0;
    for (const Dressed& d : word) width += d.face->advance_of(d.face->glyph_of(d.shown));
    if (word.size() <= sure_group || width <= widest_group) return Stance::side_by_side;
  }
  const bool acronym = std::ranges::all_of(word, [](const Dressed& d) { return is_capital(d.character); }) &&
                       word.size() <= longest_upright_acronym;
  return acronym && style.acronyms == Acronyms::upright ? Stance::upright : Stance::rotated;
}

Stance stance_of_sign(const Character& c) {
  if (c.code_point == U'/') return Stance::rotated;
  if (mark_of(c.code_point) != nullptr || c.cls == dash || c.cls == han) return Stance::upright;
  return orientation_of(c.code_point) == U_VO_ROTATED ? Stance::rotated : Stance::upright;
}

// ---- cell ----

/// A character's glyphs in thousandths of an em, along the line from its cell's start and across it to the right of the centre.
struct Drawing {
  struct Part {
    std::uint32_t glyph;
    int along, across;  ///< of its origin
  };
  std::vector<Part> parts;
  bool turned = false;
  int start = 0, end = 0, left = 0, right = 0;  ///< its ink, along and across

  void move_along(int by) {
    for (Part& part : parts) part.along += by;
    start += by;
    end += by;
  }
  void move_across(int by) {
    for (Part& part : parts) part.across += by;
    left += by;
    right += by;
  }
  void centre_along(int from, int to) { move_along((from + to - start - end) / 2); }
  void centre_across(int from, int to) { move_across((from + to - left - right) / 2); }
};

void measure_ink(Drawing& drawing, const font::Face& face) {
  bool first = true;
  for (const Drawing::Part& part : drawing.parts) {
    const font::InkBox ink = face.ink_of(part.glyph);
    const int start = part.along + (drawing.turned ? ink.left : -ink.top);
    const int end = part.along + (drawing.turned ? ink.right : -ink.bottom);
    const int left = part.across + (drawing.turned ? ink.bottom : ink.left);
    const int right = part.across + (drawing.turned ? ink.top : ink.right);
    drawing.start = first ? start : std::min(drawing.start, start);
    drawing.end = first ? end : std::max(drawing.end, end);
    drawing.left = first ? left : std::min(drawing.left, left);
    drawing.right = first ? right : std::max(drawing.right, right);
    first = false;
  }
}

/// The glyphs as the face has them. Faces stand by their em boxes: Fandol's vertical origins are Noto's, its em boxes are not.
Drawing drawing_of(const Dressed& d, std::span<const RawGlyph> glyphs) {
  const font::Face& face = *d.face;
  const int em_box_bottom = face.entry().em_box_bottom;
  const bool plain = glyphs.front().id == face.glyph_of(d.shown);
  // A vertical form stands to its face's ideographs as the face says; any other glyph stands on the baseline of its em box.
  const int origin = plain ? -glyphs.front().y : face.vertical_origin_of(face.glyph_of(U'\u4E00'));
  Drawing drawing;
  drawing.turned = plain && turns_with_line(d.character);
  int pen = 0;
  for (const RawGlyph& raw : glyphs) {
    if (drawing.turned)
      drawing.parts.push_back({raw.id, pen, -(half_em + em_box_bottom)});
    else
      drawing.parts.push_back({raw.id, pen - raw.y - origin + face_em + em_box_bottom, raw.x});
    pen += drawing.turned ? face.advance_of(raw.id) : raw.advance;
  }
  measure_ink(drawing, face);
  return drawing;
}

/// Where the marks belong (typography 1.0, vertical column): what can lose half its cell has its ink in the other half, the stops
/// in the right one; what lies along the line, on its centre.
void seat(Drawing& drawing, const Cell& cell, CharClass cls) {
  const auto inside = [](int from, int start, int end) {
    return start >= from - ink_tolerance && end <= from + half_em + ink_tolerance;
  };
  const bool point = cls == pause || cls == stop;
  if (cell.give_start > 0 && !inside(half_em, drawing.start, drawing.end)) drawing.centre_along(half_em, face_em);
  if (cell.give_end > 0 && !inside(0, drawing.start, drawing.end)) drawing.centre_along(0, half_em);
  if (cell.give_end > 0 && point && !inside(0, drawing.left, drawing.right)) drawing.centre_across(0, half_em);
  if (cls == middle || cls == connector || cls == dash || cls == ellipsis || cls == solidus) {
    drawing.centre_along(0, cell.width);
    drawing.centre_across(0, 0);
  }
}

void add_glyphs(const Drawing& drawing, const Dressed& d, const Style& style, std::vector<Glyph>& out) {
  const Length across = drawing.turned ? style.size : style.size * style.scale_x;
  for (const Drawing::Part& part : drawing.parts)
    out.push_back({d.font, part.glyph, in_em(part.along, style.size), in_em(part.across, across), drawing.turned,
                   drawing.turned ? unscaled(style) : Ratio::one()});
}

}  // namespace

std::vector<Stance> stances_of(std::span<const Dressed> text, const Style& style) {
  std::vector<Stance> stances(text.size(), Stance::upright);
  for (std::size_t i = 0; i < text.size();) {
    const Character& c = text[i].character;
    std::size_t end = i + 1;
    if (c.word != 0) {
      while (end < text.size() && text[end].character.word == c.word) ++end;
      std::fill(stances.begin() + static_cast<std::ptrdiff_t>(i), stances.begin() + static_cast<std::ptrdiff_t>(end),
                stance_of_word(text.subspan(i, end - i), style));
    } else if (is_exclamation(c.code_point) && end < text.size() && is_exclamation(text[end].character.code_point) &&
               text[end].font == text[i].font) {
      stances[i] = stances[end] = Stance::side_by_side;  // ！！ is one em (typography P6)
      ++end;
    } else {
      stances[i] = stance_of_sign(c);
    }
    i = end;
  }
  return stances;
}

char32_t vertical_form(const Character& c) {
  if (c.cls == opening || c.cls == closing) {
    if (c.code_point == U'\u201C') return U'\u300E';
    if (c.code_point == U'\u201D') return U'\u300F';
    if (c.code_point == U'\u2018') return U'\u300C';
    if (c.code_point == U'\u2019') return U'\u300D';
  }
  return c.code_point;
}

Ratio unscaled(const Style& style) {
  return Ratio::of(Ratio::one().ten_thousandths, std::max<std::int64_t>(style.scale_x.ten_thousandths, 1));
}

Cell stand_upright(const Dressed& d, std::span<const RawGlyph> glyphs, const Style& style, std::vector<Glyph>& out) {
  Drawing drawing = drawing_of(d, glyphs);
  Cell cell = vertical_cell(d.character, drawing.end - drawing.start);
  seat(drawing, cell, d.character.cls);
  set_blanks(cell, d.character.cls, style.marks);
  drawing.move_along(cell.glyph);
  cell.glyph = 0;
  cell.ink_start = drawing.start;
  cell.ink_end = cell.width - drawing.end;
  add_glyphs(drawing, d, style, out);
  return cell;
}

Cell stand_side_by_side(std::span<const Dressed> group, std::span<const RawGlyph> glyphs, const Style& style,
                        std::vector<Glyph>& out) {
  const Dressed& first = group.front();
  const Length baseline = in_em(face_em + first.face->entry().em_box_bottom, style.size);
  const Length em = style.size * style.scale_x;
  int advance = 0;
  for (const RawGlyph& raw : glyphs) advance += raw.advance;
  const bool marks = is_exclamation(first.character.code_point);
  const Ratio scale = advance > face_em && !marks ? Ratio::of(face_em, advance) : Ratio::one();
  Length across = in_em(-advance, em) * scale / 2;
  Cell cell{face_em, 0};
  cell.ink_start = face_em;
  cell.ink_end = face_em;
  int middle_of_half = -half_em / 2;
  for (const RawGlyph& raw : glyphs) {
    const font::InkBox ink = first.face->ink_of(raw.id);
    if (marks) across = in_em(middle_of_half - (ink.left + ink.right) / 2, em);
    out.push_back({first.font, raw.id, baseline, across, false, scale});
    across += in_em(raw.advance, em) * scale;
    middle_of_half += half_em;
    cell.ink_start = std::min(cell.ink_start, face_em + first.face->entry().em_box_bottom - ink.top);
    cell.ink_end = std::min(cell.ink_end, ink.bottom - first.face->entry().em_box_bottom);
  }
  return cell;
}

void advise_han_numerals(const document::PlannedText& text, std::span<const Dressed> characters, const Style& style,
                         Report& report) {
  if (style.vertical_digits == VerticalDigits::rotate) return;
  for (std::size_t i = 0; i < characters.size();) {
    std::size_t end = i;
    while (end < characters.size() && is_digit(characters[end])) ++end;
    if (end > i && characters[i].character.word_size == end - i) {
      const bool year = end - i == year_digits && end < characters.size() && characters[end].character.code_point == U'\u5E74';
      const std::uint32_t start = characters[i].character.start;
      const std::string number = text.text.utf8.substr(start, characters[end - 1].character.end - start);
      if (year || style.vertical_digits == VerticalDigits::han_advised)
        report.add(Code::vertical_number, document::place_of(text.text, start),
                   {number, year ? han_digits(number) : han_number(number)}, text.story);
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace paiban::text
