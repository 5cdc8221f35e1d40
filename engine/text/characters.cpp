#include "text/characters.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "text/char_class.hpp"

namespace paiban::text {
namespace {

constexpr char32_t em_dash = U'\u2014';
constexpr char32_t apostrophe = U'\u2019';

bool is_letter(const Character& c) { return c.cls == CharClass::latin; }
bool is_western_unit(const Character& c) { return c.cls == CharClass::latin || c.cls == CharClass::digit; }

/// —— and …… (and ⋯⋯) are one mark of two em (typography P4).
bool doubles(const Character& first, char32_t second, std::uint32_t length_so_far) {
  const bool doubling = first.code_point == em_dash || first.cls == CharClass::ellipsis;
  return doubling && first.code_point == second && length_so_far == 1;
}

std::vector<Character> decode(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size() / 3 + 1);  // a Han character is three bytes
  std::uint32_t repeats = 1;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded decoded = decode_at(text, at);
    const std::uint32_t next = decoded.next;
    const bool after_space = !characters.empty() && characters.back().space;
    if (!characters.empty() && (after_space ? decoded.code_point == U' ' : extends_cluster(decoded.code_point))) {
      characters.back().end = next;
    } else if (!characters.empty() && doubles(characters.back(), decoded.code_point, repeats)) {
      characters.back().end = next;
      if (decoded.code_point == em_dash) characters.back().cls = CharClass::dash;
      repeats = 2;
    } else {
      characters.push_back({at, next, decoded.code_point, class_of(decoded.code_point), decoded.code_point == U' '});
      repeats = 1;
    }
    at = next;
  }
  return characters;
}

/// ’ between letters is an apostrophe; / beside Han is a mark, beside letters or digits part of their word; ： between digits
/// belongs to their number.
void read_in_context(std::vector<Character>& characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Character& c = characters[i];
    const Character* before = i > 0 ? &characters[i - 1] : nullptr;
    const Character* after = i + 1 < characters.size() ? &characters[i + 1] : nullptr;
    if (c.code_point == apostrophe && before != nullptr && after != nullptr && is_letter(*before) && is_letter(*after))
      c.cls = CharClass::latin;
    const bool western_beside = (before != nullptr && is_western_unit(*before)) || (after != nullptr && is_western_unit(*after));
    if (c.code_point == U'/' && !western_beside) c.cls = CharClass::solidus;
    c.in_number = c.code_point == U'\uFF1A' && before != nullptr && after != nullptr && before->cls == CharClass::digit &&
                  after->cls == CharClass::digit;
  }
}

bool looks_like_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.") || word.find('@') != std::string_view::npos;
}

void number_words(std::vector<Character>& characters, std::string_view text) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < characters.size();) {
    std::size_t end = i;
    while (end < characters.size() && is_western_unit(characters[end]) && !characters[end].space) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    ++word;
    const std::uint32_t from = characters[i].start;
    const bool address = looks_like_address(text.substr(from, characters[end - 1].end - from));
    const auto size = static_cast<std::uint32_t>(end - i);
    for (; i < end; ++i) {
      characters[i].word = word;
      characters[i].word_size = size;
      characters[i].address = address;
    }
  }
}

}  // namespace

std::vector<Character> read_characters(std::string_view text) {
  std::vector<Character> characters = decode(text);
  read_in_context(characters);
  number_words(characters, text);
  return characters;
}

}  // namespace paiban::text
