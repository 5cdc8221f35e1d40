#include "base/utf8.hpp"

namespace paiban {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Sequence {
  char32_t code_point = 0;
  std::uint32_t length = 0;  // 0: malformed
};

// Table 3-7 of the Unicode Standard, well-formed byte sequences.
Sequence read_sequence(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
  };
  const auto trailing = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead <= 0xDF && trailing(1)) return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (lead >= 0xE0 && lead <= 0xEF && trailing(1) && trailing(2)) {
    const char32_t c = ((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && trailing(1) && trailing(2) && trailing(3)) {
    const char32_t c = ((lead & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {};
}

}  // namespace

Decoded decode_at(std::string_view text, std::uint32_t offset) {
  const Sequence sequence = read_sequence(text, offset);
  if (sequence.length == 0) return {replacement, offset + 1};
  return {sequence.code_point, offset + sequence.length};
}

std::size_t find_malformed(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const Sequence sequence = read_sequence(text, offset);
    if (sequence.length == 0) return offset;
    offset += sequence.length;
  }
  return offset;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string to_utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  return count;
}

}  // namespace paiban
