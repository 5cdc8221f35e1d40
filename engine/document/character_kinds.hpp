#pragma once
// What kind of character stands beside another, as far as the correction of copy asks.

#include <cstdint>
#include <string_view>
#include <vector>

namespace paiban::document {

/// A text by its characters: each one's code point and byte offset, and the offset of the end.
struct Characters {
  explicit Characters(std::string_view utf8);

  std::vector<char32_t> points;
  std::vector<std::uint32_t> offsets;  ///< one more than `points`

  [[nodiscard]] std::size_t size() const { return points.size(); }
};

/// The character that stands for "beyond the text's end".
inline constexpr char32_t no_character = 0;

[[nodiscard]] bool is_ideograph(char32_t c);  ///< Han, 〇 among them
[[nodiscard]] bool is_wide_mark(char32_t c);  ///< 全角标点, the em space and the ambiguous “ ” ‘ ’ …… among them
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
[[nodiscard]] bool is_letter(char32_t c);  ///< of any script, Han too
[[nodiscard]] inline bool is_wide(char32_t c) { return is_ideograph(c) || is_wide_mark(c); }
[[nodiscard]] bool is_latin(char32_t c);  ///< a letter or digit that is set in a Latin face

/// For every character, whether it is part of an address: a URL or an e-mail address. The full stop, comma or bracket
/// that follows one is not.
[[nodiscard]] std::vector<bool> in_address(const Characters& text);

}  // namespace paiban::document
