#pragma once
// What is compared when words are compared: a Han character, a mark, a whole word, a whole number, a whole name.

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/printed.hpp"

namespace paiban::compare {

struct Token {
  std::string text;
  std::uint32_t line = 0;  ///< index of the line in which it begins
  friend bool operator==(const Token& a, const Token& b) { return a.text == b.text; }
};

/// The tokens of consecutive `lines`. Blanks count for nothing, since those at the ends of lines are not shown; a hyphen that the
/// line's end made is none. Of two `names` that begin at one place the longer one is taken.
[[nodiscard]] std::vector<Token> tokens_of(std::span<const Line> lines, const std::set<std::string>& names);

}  // namespace paiban::compare
