#pragma once
// A text as a reader sees it: characters with the class that their neighbours give them.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/shaped_paragraph.hpp"

namespace paiban::text {

/// What a line end after a character would do to its western word (typography P9).
enum class Parting : std::uint8_t {
  never,        ///< it would part a number, or leave a mark alone
  need,         ///< only where nothing else fits: in an address, which takes no hyphen
  need_hyphen,  ///< the same between letters, with a hyphen
  plain,        ///< after a sign that is written anyway: well-known, cjxww.cn/html
  hyphen,       ///< at a hyphenation point
};

/// One character with what extends it (accents, selectors, the parts of an emoji); a dash —— and an ellipsis …… are one, and so
/// is a word of a script that runs from right to left.
struct Character {
  std::uint32_t start = 0, end = 0;  ///< bytes
  char32_t code_point = 0;           ///< of the base
  CharClass cls{};
  bool space = false;           ///< U+0020: becomes a gap, not a unit
  std::uint32_t word = 0;       ///< number of its western word (letters, digits and signs without a space); 0: none
  std::uint32_t word_size = 0;  ///< characters of that word
  bool address = false;         ///< the word is a URL or a mail address
  bool initials = false;        ///< the word is initials: J. K.
  Parting parting{};            ///< between it and the next character of its word
  bool soft_hyphen = false;     ///< U+00AD follows
  bool in_number = false;       ///< ： between two digits: 3：2, 8：30
  bool right_to_left = false;   ///< a whole word of Arabic, Hebrew and the like
};

/// A letter of a western script, and none of the signs that stand in its words.
[[nodiscard]] bool is_letter(const Character& character);
/// What western words are made of: letters, digits and signs.
[[nodiscard]] bool is_western_unit(const Character& character);

[[nodiscard]] std::vector<Character> read_characters(std::string_view text);

}  // namespace paiban::text
