#include "document/character_kinds.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

constexpr char32_t em_space = 0x3000;
constexpr std::u32string_view ambiguous_marks = U"“”‘’…";

constexpr bool is_graphic_ascii(char32_t c) { return c > ' ' && c < 0x7F; }

// A run of ASCII is an address where it has a scheme, begins as the web's do, or holds an @ between letters.
bool looks_like_address(std::string_view run) {
  if (run.find("://") != std::string_view::npos || run.starts_with("www.")) return true;
  const std::size_t at = run.find('@');
  return at != std::string_view::npos && at != 0 && run.find('.', at) != std::string_view::npos;
}

// The marks after an address belong to the sentence; so does a bracket that the address did not open.
std::size_t end_of_address(std::string_view run) {
  const std::size_t last = run.find_last_not_of(",.:;!?)\"'");
  return last == std::string_view::npos ? 0 : last + 1;
}

// And the bracket or quote before it.
std::size_t start_of_address(std::string_view run) { return std::min(run.find_first_not_of(",.:;!?(\"'"), run.size()); }

}  // namespace

Characters::Characters(std::string_view utf8) {
  for (std::uint32_t i = 0; i < utf8.size();) {
    const Decoded c = decode_at(utf8, i);
    points.push_back(c.code_point);
    offsets.push_back(i);
    i = c.next;
  }
  offsets.push_back(static_cast<std::uint32_t>(utf8.size()));
}

bool is_ideograph(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0; }

bool is_wide_mark(char32_t c) {
  if (ambiguous_marks.find(c) != std::u32string_view::npos) return true;
  const bool cjk_marks = c >= em_space && c <= 0x303F;  // 、。《》「」…, 〇 is an ideograph
  const bool full_width = (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
                          (c >= 0xFF5B && c <= 0xFF60);
  return cjk_marks || full_width;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_latin(char32_t c) {
  if (c < 0x80) return is_digit(c) || is_letter(c);
  return is_letter(c) && !is_ideograph(c);
}

std::vector<bool> in_address(const Characters& text) {
  std::vector<bool> marked(text.size(), false);
  for (std::size_t i = 0; i < text.size();) {
    std::string run;
    while (i + run.size() < text.size() && is_graphic_ascii(text.points[i + run.size()]))
      run += static_cast<char>(text.points[i + run.size()]);
    if (looks_like_address(std::string_view(run).substr(start_of_address(run)))) {
      const auto begin = marked.begin() + static_cast<std::ptrdiff_t>(i);
      const std::size_t start = start_of_address(run);
      std::fill(begin + static_cast<std::ptrdiff_t>(start),
                begin + static_cast<std::ptrdiff_t>(std::max(start, end_of_address(run))), true);
    }
    i += run.size() + 1;
  }
  return marked;
}

}  // namespace paiban::document
