#pragma once
// UTF-8 text and its code points. Every offset in the engine is a byte offset into UTF-8.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paiban {

/// One code point and where the next one begins.
struct Decoded {
  char32_t code_point = 0;
  std::uint32_t next = 0;
};

/// The code point at `offset` of well-formed UTF-8; U+FFFD and one byte on where it is not well-formed.
[[nodiscard]] Decoded decode_at(std::string_view text, std::uint32_t offset);

/// The offset of the first byte that is not well-formed UTF-8 (overlong, surrogate, truncated, beyond U+10FFFF),
/// or `text.size()` where all is well.
[[nodiscard]] std::size_t find_malformed(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::string to_utf8(char32_t code_point);

/// Number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace paiban
