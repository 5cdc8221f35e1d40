#include "document/quoted.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace paiban::document {

std::string quoted(std::string_view text) {
  constexpr std::size_t most_characters = 30;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < most_characters && end < line.size(); ++i) end = decode_at(line, end).next;
  return std::string(line.substr(0, end)) + (end < line.size() ? "…" : "");
}

}  // namespace paiban::document
