#pragma once
// The operators of content streams and the operands that each takes: ISO 32000-1, annex A.

#include <cstdint>
#include <string_view>
#include <vector>

#include "preflight/lexer.hpp"

namespace paiban::preflight {

/// An operator's letters as one number, for switch.
[[nodiscard]] constexpr std::uint32_t key_of(std::string_view name) {
  std::uint32_t key = 0;
  for (const char letter : name) key = key << 8U | static_cast<unsigned char>(letter);
  return key;
}

/// Operands: n number, N name, s string, a array, p a dictionary or a name, * anything.
struct OperatorRow {
  std::string_view name, operands;
};

/// nullptr for what is no operator.
[[nodiscard]] const OperatorRow* find_operator(std::string_view name);

/// What stands before an operator.
struct Operands {
  std::vector<Token> tokens;        ///< all, those in arrays and dictionaries too
  std::vector<std::size_t> starts;  ///< of each operand in `tokens`
  int open = 0;                     ///< brackets that are still open

  void add(const Token& token);
  void clear();
  [[nodiscard]] bool agree_with(std::string_view signature) const;
  [[nodiscard]] double number(std::size_t i) const { return tokens[starts[i]].number; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return tokens[starts[i]].text; }
};

}  // namespace paiban::preflight
