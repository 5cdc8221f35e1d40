#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.hpp"
#include "text/char_class.hpp"
#include "text/words.hpp"

namespace paiban::text {
namespace {

constexpr char32_t em_dash = U'\u2014';
constexpr char32_t apostrophe = U'\u2019';
constexpr char32_t soft_hyphen = U'\u00AD';
constexpr char32_t zero_width_joiner = U'\u200D';
constexpr char32_t first_right_to_left = U'\u0590';  // Hebrew: no earlier block runs from right to left
// No character that a reader sees is so many bytes long; what goes on is another, so that no one's glyphs stand for a whole text.
constexpr std::uint32_t longest_character = 1'024;
constexpr std::uint32_t one_flag_letter = 4;  // bytes of a regional indicator; two of them are a flag

/// —— and …… (and ⋯⋯) are one mark of two em (typography P4).
bool doubles(const Character& first, char32_t second, std::uint32_t length_so_far) {
  const bool doubling = first.code_point == em_dash || first.cls == CharClass::ellipsis;
  return doubling && first.code_point == second && length_so_far == 1;
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool runs_right_to_left(char32_t c) {
  if (c < first_right_to_left || class_of(c) == CharClass::han) return false;
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER ||
         uscript_hasScript(static_cast<UChar32>(c), USCRIPT_ARABIC) != 0;  // their comma has no direction of its own
}

/// Whether `c` is part of the character before it; `previous` is the code point before it (UAX 29, as far as copy needs it).
bool belongs_to(const Character& last, char32_t previous, char32_t c) {
  if (last.space) return is_blank(c);
  if (last.end - last.start >= longest_character) return false;
  if (extends_cluster(c)) return true;
  if (previous == zero_width_joiner) return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  if (is_flag_letter(c)) return is_flag_letter(last.code_point) && last.end - last.start == one_flag_letter;
  return last.right_to_left && runs_right_to_left(c);
}

std::vector<Character> decode(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size() / 3 + 1);  // a Han character is three bytes
  std::uint32_t repeats = 1;
  char32_t previous = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto [c, next] = decode_at(text, at);
    if (!characters.empty() && belongs_to(characters.back(), previous, c)) {
      characters.back().end = next;
      if (c == soft_hyphen) characters.back().soft_hyphen = true;
    } else if (!characters.empty() && doubles(characters.back(), c, repeats)) {
      characters.back().end = next;
      if (c == em_dash) characters.back().cls = CharClass::dash;
      repeats = 2;
    } else {
      Character character{at, next, c, class_of(c)};
      character.space = is_blank(c);
      character.right_to_left = runs_right_to_left(c);
      characters.push_back(character);
      repeats = 1;
    }
    previous = c;
    at = next;
  }
  return characters;
}

/// ’ between letters is an apostrophe; / and - beside Han are marks, beside letters or digits part of their word; ： between
/// digits belongs to their number.
void read_in_context(std::vector<Character>& characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Character& c = characters[i];
    const Character* before = i > 0 ? &characters[i - 1] : nullptr;
    const Character* after = i + 1 < characters.size() ? &characters[i + 1] : nullptr;
    if (c.code_point == apostrophe && before != nullptr && after != nullptr && is_letter(*before) && is_letter(*after))
      c.cls = CharClass::latin;
    const bool western_beside = (before != nullptr && is_western_unit(*before)) || (after != nullptr && is_western_unit(*after));
    if (c.code_point == U'/' && !western_beside) c.cls = CharClass::solidus;
    if (c.code_point == U'-' && !western_beside) c.cls = CharClass::connector;
    c.in_number = c.code_point == U'\uFF1A' && before != nullptr && after != nullptr && before->cls == CharClass::digit &&
                  after->cls == CharClass::digit;
  }
}

}  // namespace

bool is_letter(const Character& c) { return c.cls == CharClass::latin && u_isalpha(static_cast<UChar32>(c.code_point)) != 0; }

bool is_western_unit(const Character& c) { return c.cls == CharClass::latin || c.cls == CharClass::digit; }

std::vector<Character> read_characters(std::string_view text) {
  std::vector<Character> characters = decode(text);
  read_in_context(characters);
  find_words(characters, text);
  return characters;
}

}  // namespace paiban::text
