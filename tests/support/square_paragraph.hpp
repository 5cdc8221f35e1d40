#pragma once
// Paragraphs of square characters, without a face: one em is 12 000 units.

#include <cstdint>
#include <string_view>

#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

inline constexpr Length square_em = Length::units(12'000);

namespace squares {

using text::Break;
using text::CharClass;
using text::Squeeze;

inline text::Unit unit_of(char sign) {
  text::Unit unit;
  unit.width = square_em;
  unit.cls = CharClass::han;
  const auto mark = [&unit](CharClass cls, Squeeze squeeze) {
    unit.cls = cls;
    unit.squeeze = squeeze;
  };
  if (sign == '(') {
    mark(CharClass::opening, Squeeze::bracket);
    unit.give_start = unit.trim_start = square_em / 2;
  } else if (sign == ')' || sign == ',' || sign == '.') {
    mark(sign == ')'   ? CharClass::closing
         : sign == ',' ? CharClass::pause
                       : CharClass::stop,
         sign == ')'   ? Squeeze::bracket
         : sign == ',' ? Squeeze::pause
                       : Squeeze::stop);
    unit.give_end = unit.trim_end = square_em / 2;
  } else if (sign == 'm') {  // a middle dot in an em, which gives a quarter at either side
    mark(CharClass::middle, Squeeze::middle);
    unit.give_start = unit.give_end = square_em / 4;
  } else if (sign == '9' || sign == 'a') {
    mark(sign == '9' ? CharClass::digit : CharClass::latin, Squeeze::none);
    unit.width = square_em / 2;
  } else if (sign == '~') {
    mark(CharClass::connector, Squeeze::none);
  }
  return unit;
}

inline bool western(char sign) { return sign == '9' || sign == 'a'; }
inline bool no_start(char sign) { return sign == ')' || sign == ',' || sign == '.' || sign == 'm' || sign == '~'; }

inline text::Joint joint_of(char before, char after, bool space) {
  text::Joint joint;
  joint.rule = Break::allowed;
  joint.opens = true;
  joint.avoid = before == '~' || after == '~';
  if (no_start(after) || before == '(') joint.rule = Break::never;
  if (western(before) && western(after) && !space) {
    joint.rule = before == 'a' && after == 'a' ? Break::emergency : Break::never;
    joint.opens = false;
  } else if (space) {
    joint.gap_kind = Squeeze::word_space;
    joint.gap = square_em / 3;
    joint.gap_least = square_em / 4;
    joint.gap_most = square_em / 2;
  } else if (western(before) != western(after) && (before == 'x' || after == 'x')) {
    joint.gap_kind = Squeeze::han_latin;
    joint.gap = square_em / 8;
    joint.gap_least = square_em / 16;
    joint.gap_most = square_em / 4;
  }
  if (before == '9' && after == 'x') joint.tie = text::Tie::measure_word;
  return joint;
}

}  // namespace squares

/// x Han, ( ) brackets, , pause, . stop, m middle dot, ~ connector, 9 digit, a letter, a space between any two.
inline text::ShapedParagraph square_paragraph(std::string_view signs) {
  text::ShapedParagraph paragraph;
  paragraph.text = signs;
  paragraph.em = paragraph.size = square_em;
  std::uint32_t before = 0;
  for (std::uint32_t at = 0; at < signs.size(); ++at) {
    if (signs[at] == ' ') continue;
    text::Unit unit = squares::unit_of(signs[at]);
    unit.start = at;
    unit.end = at + 1;
    if (!paragraph.units.empty()) paragraph.joints.push_back(squares::joint_of(signs[before], signs[at], before + 1 < at));
    paragraph.units.push_back(unit);
    before = at;
  }
  return paragraph;
}

/// A generator of its own, so that every machine tries the same paragraphs.
class SquareNumbers {
 public:
  explicit SquareNumbers(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33U) % end);
  }

 private:
  std::uint64_t state_;
};

}  // namespace paiban::paragraph
