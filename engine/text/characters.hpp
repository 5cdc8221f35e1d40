#pragma once
// A text as a reader sees it: characters with the class that their neighbours give them.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/shaped_paragraph.hpp"

namespace paiban::text {

/// One character with what extends it; a dash —— and an ellipsis …… are one.
struct Character {
  std::uint32_t start = 0, end = 0;  ///< bytes
  char32_t code_point = 0;           ///< of the base
  CharClass cls{};
  bool space = false;           ///< U+0020: becomes a gap, not a unit
  std::uint32_t word = 0;       ///< number of its western word (letters, digits and signs without a space); 0: none
  std::uint32_t word_size = 0;  ///< characters of that word
  bool address = false;         ///< the word is a URL or a mail address
  bool in_number = false;       ///< ： between two digits: 3：2, 8：30
};

[[nodiscard]] std::vector<Character> read_characters(std::string_view text);

}  // namespace paiban::text
