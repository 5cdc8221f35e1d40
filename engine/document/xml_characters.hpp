#pragma once
// Which characters XML allows, and where (XML 1.0, fifth edition, §2.2 and §2.3; Namespaces 1.0 §3).

#include <cstddef>
#include <string_view>

namespace paiban::document {

[[nodiscard]] bool is_xml_character(char32_t c);  ///< production [2] Char
[[nodiscard]] bool is_name_start(char32_t c);     ///< production [4] NameStartChar, the colon left out
[[nodiscard]] bool is_name_character(char32_t c);
[[nodiscard]] constexpr bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Length in bytes of the name without colon (NCName) at `offset`; 0 where none begins.
[[nodiscard]] std::size_t length_of_ncname(std::string_view text, std::size_t offset);
/// Whether all of `text` is one such name: what an id may be.
[[nodiscard]] bool is_ncname(std::string_view text);

}  // namespace paiban::document
