#pragma once
// The tokens of a content stream, of a CMap and of an ICC-free world: ISO 32000-1 7.2, read without copying.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paiban::preflight {

enum class TokenKind : std::uint8_t {
  number,
  name,     ///< text without the "/", escapes unresolved
  literal,  ///< (…), text without the brackets
  hex,      ///< <…>, text without the brackets
  array_open,
  array_close,
  dict_open,
  dict_close,
  word,  ///< an operator, true, false, null
  bad,   ///< what can be none of these: an unclosed string, a lone bracket
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text = {};
  double number = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] Token next();

  [[nodiscard]] std::size_t offset() const { return at_; }
  void go_to(std::size_t offset) { at_ = offset; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  void skip_blanks();
  Token number_or_word();
  Token literal();
  Token hex();
  std::string_view regular(std::size_t from);
  Token single(TokenKind kind, std::size_t length);

  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The bytes that a literal or hexadecimal string stands for, into `out`.
void decode_string(const Token& token, std::string& out);

}  // namespace paiban::preflight
