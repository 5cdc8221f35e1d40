#include "document/xml_characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

struct Range {
  char32_t first, last;
};

// [4] NameStartChar beyond ASCII.
constexpr auto name_start = std::to_array<Range>({{0xC0, 0xD6},
                                                  {0xD8, 0xF6},
                                                  {0xF8, 0x2FF},
                                                  {0x370, 0x37D},
                                                  {0x37F, 0x1FFF},
                                                  {0x200C, 0x200D},
                                                  {0x2070, 0x218F},
                                                  {0x2C00, 0x2FEF},
                                                  {0x3001, 0xD7FF},
                                                  {0xF900, 0xFDCF},
                                                  {0xFDF0, 0xFFFD},
                                                  {0x10000, 0xEFFFF}});

constexpr bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

bool is_name_start(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || c == '_';
  return std::ranges::any_of(name_start, [c](Range r) { return c >= r.first && c <= r.last; });
}

bool is_name_character(char32_t c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
         c == 0x203F || c == 0x2040;
}

std::size_t length_of_ncname(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size()) {
    const Decoded c = decode_at(text, static_cast<std::uint32_t>(end));
    if (!(end == offset ? is_name_start(c.code_point) : is_name_character(c.code_point))) break;
    end = c.next;
  }
  return end - offset;
}

bool is_ncname(std::string_view text) { return !text.empty() && length_of_ncname(text, 0) == text.size(); }

}  // namespace paiban::document
