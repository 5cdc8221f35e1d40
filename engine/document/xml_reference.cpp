#include "document/xml_reference.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.hpp"
#include "document/xml_characters.hpp"

namespace paiban::document {
namespace {

struct NamedEntity {
  std::string_view name;
  char32_t character;
};
// XML 1.0 §4.6; without a document type there can be no others.
constexpr auto named_entities =
    std::to_array<NamedEntity>({{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"apos", '\''}, {"quot", '"'}});

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// "&#1234;" or "&#x4E00;", the ampersand and the number sign already seen.
std::optional<Reference> read_character_reference(std::string_view text) {
  const bool hexadecimal = text.substr(2).starts_with('x');
  const int base = hexadecimal ? 16 : 10;
  const std::size_t first = hexadecimal ? 3 : 2;
  std::size_t end = first;
  std::uint32_t value = 0;
  for (; end < text.size() && digit_value(text[end]) < base; ++end)
    value = std::min(value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_value(text[end])), 0x110000U);
  if (end == first || end == text.size() || text[end] != ';' || !is_xml_character(value)) return std::nullopt;
  return Reference{value, end + 1};
}

}  // namespace

std::optional<Reference> read_reference(std::string_view text) {
  if (text.starts_with("&#")) return read_character_reference(text);
  for (const NamedEntity& entity : named_entities) {
    const std::size_t length = entity.name.size();
    if (text.substr(1).starts_with(entity.name) && text.substr(1 + length).starts_with(';'))
      return Reference{entity.character, length + 2};
  }
  return std::nullopt;
}

std::string resolve_references(std::string_view text) {
  std::string resolved;
  for (std::size_t i = 0; i < text.size();) {
    const auto reference = text[i] == '&' ? read_reference(text.substr(i)) : std::nullopt;
    resolved += reference ? to_utf8(reference->character) : std::string(1, text[i]);
    i += reference ? reference->length : 1;
  }
  return resolved;
}

}  // namespace paiban::document
