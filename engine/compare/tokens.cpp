#include "compare/tokens.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"

namespace paiban::compare {
namespace {

/// Letters and digits that are written without blanks between words' parts: Latin with its accents, Cyrillic, full-width digits.
constexpr bool is_word_part(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x52F) ||
         (c >= 0xFF10 && c <= 0xFF19);
}
/// Inside a word or number only: 1,234.5 state-owned don't 2/3 10:30.
constexpr bool joins_parts(char32_t c) { return c == U'.' || c == U',' || c == U'-' || c == U'\'' || c == U'/' || c == U':'; }
/// After a number: 12.5% 30℃.
constexpr bool ends_number(char32_t c) { return c == U'%' || c == U'‰' || c == U'℃' || c == U'％'; }
constexpr bool is_blank(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x3000; }

std::uint32_t end_of_word(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size()) {
    const Decoded here = decode_at(text, end);
    if (is_word_part(here.code_point)) {
      end = here.next;
      continue;
    }
    if (ends_number(here.code_point)) return here.next;
    const bool inside = joins_parts(here.code_point) && here.next < text.size();
    if (!inside || !is_word_part(decode_at(text, here.next).code_point)) break;
    end = here.next;
  }
  return end;
}

/// The longest of `names` that `text` begins with; its length in bytes, 0 for none.
std::size_t name_at(std::string_view text, const std::set<std::string>& names) {
  std::size_t longest = 0;
  // Names that begin alike stand together, just before the first that is greater than the text.
  for (auto name = names.upper_bound(std::string(text.substr(0, 64))); name != names.begin();) {
    --name;
    if (text.starts_with(*name)) longest = std::max(longest, name->size());
    if (name->empty() || name->front() != text.front()) break;
  }
  return longest;
}

/// All lines as one text, and where each begins.
struct Joined {
  std::string text;
  std::vector<std::uint32_t> starts;
};

Joined join(std::span<const Line> lines) {
  Joined joined;
  for (const Line& line : lines) {
    joined.starts.push_back(static_cast<std::uint32_t>(joined.text.size()));
    joined.text += line.text;
    // A word never ends at the end of a line but with a blank; that one is not shown. After a hyphen it goes on.
    if (!line.hyphenated && !line.text.ends_with('-')) joined.text += ' ';
  }
  return joined;
}

}  // namespace

std::vector<Token> tokens_of(std::span<const Line> lines, const std::set<std::string>& names) {
  const Joined joined = join(lines);
  const std::string_view text = joined.text;
  std::vector<Token> tokens;
  std::uint32_t line = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded here = decode_at(text, at);
    while (line + 1 < joined.starts.size() && joined.starts[line + 1] <= at) ++line;
    std::uint32_t end = here.next;
    if (is_word_part(here.code_point)) end = end_of_word(text, at);
    if (const std::size_t name = name_at(text.substr(at), names); name != 0) end = at + static_cast<std::uint32_t>(name);
    if (!is_blank(here.code_point)) tokens.push_back({std::string(text.substr(at, end - at)), line});
    at = end;
  }
  return tokens;
}

}  // namespace paiban::compare
