#include "text/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <string>

#include "text/hyphenation.hpp"

namespace paiban::text {
namespace {

using Word = std::span<Character>;

// After these an address may go on in the next line.
constexpr std::string_view address_breaks = "/.?&=_-@:#";
// A compound is parted at its own hyphen or solidus where so many letters or digits stand on either side: well-known, and/or,
// but not e-mail or km/h.
constexpr std::size_t fewest_beside_sign = 2;
// So many characters has a label of an address that has no scheme: cjxww.cn, and not e.g or a.m.
constexpr std::size_t shortest_label = 2;
// A piece of a word of so many letters is about five em wide: any column holds it.
constexpr std::size_t longest_piece = 8;

bool is_digit(const Character& c) { return c.cls == CharClass::digit; }
bool is_alphanumeric(const Character& c) { return is_digit(c) || is_letter(c); }
bool is_capital(const Character& c) { return u_isupper(static_cast<UChar32>(c.code_point)) != 0; }
bool is_small_ascii(const Character& c) { return c.code_point >= U'a' && c.code_point <= U'z' && c.end - c.start == 1; }
bool is_ascii_letter(const Character& c) { return is_letter(c) && c.code_point < 0x80 && c.end - c.start == 1; }

/// How many letters and digits stand before word[at], and from it on.
std::size_t alphanumerics_before(Word word, std::size_t at) {
  std::size_t count = 0;
  while (count < at && is_alphanumeric(word[at - count - 1])) ++count;
  return count;
}
std::size_t alphanumerics_from(Word word, std::size_t at) {
  std::size_t count = 0;
  while (at + count < word.size() && is_alphanumeric(word[at + count])) ++count;
  return count;
}

// ---- addresses ----

/// cjxww.cn/html and the like: a full stop between labels, the last of letters. 2.5 and end.The are none.
bool has_domain(Word word) {
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    if (word[at].code_point != U'.') continue;
    const std::size_t after = alphanumerics_from(word, at + 1);
    if (alphanumerics_before(word, at) < shortest_label || after < shortest_label) continue;
    if (std::ranges::all_of(word.subspan(at + 1, after), is_small_ascii)) return true;
  }
  return false;
}

bool is_address(Word word, std::string_view bytes) {
  return bytes.find("://") != std::string_view::npos || bytes.starts_with("www.") || bytes.find('@') != std::string_view::npos ||
         has_domain(word);
}

bool is_address_sign(const Character& c) {
  return c.code_point < 0x80 && address_breaks.find(static_cast<char>(c.code_point)) != std::string_view::npos;
}

void part_address(Word word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    word[i].address = true;
    const bool number = is_digit(word[i]) && is_digit(word[i + 1]);
    const bool place = is_address_sign(word[i]) && is_alphanumeric(word[i + 1]);
    word[i].parting = number ? Parting::never : place ? Parting::plain : Parting::need;
  }
  word.back().address = true;
}

// ---- words of a language ----

/// well-known, and/or: at the sign that is written anyway.
bool part_at_signs(Word word) {
  bool found = false;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    const bool sign = word[i].code_point == U'-' || word[i].code_point == U'/';
    if (!sign || !is_letter(word[i + 1])) continue;
    if (alphanumerics_before(word, i) < fewest_beside_sign || alphanumerics_from(word, i + 1) < fewest_beside_sign) continue;
    word[i].parting = Parting::plain;
    found = true;
  }
  return found;
}

/// The word without the marks before and after it: “(hello)," → "hello".
Word core_of(Word word) {
  while (!word.empty() && !is_alphanumeric(word.front())) word = word.subspan(1);
  while (!word.empty() && !is_alphanumeric(word.back())) word = word.first(word.size() - 1);
  return word;
}

/// In need a word is parted at its hyphenation points too, as if it were no name and no capitals; elsewhere only where a piece
/// between two of them is longer than any column is narrow.
void close_short_pieces(Word letters, const std::vector<std::uint32_t>& points) {
  std::size_t from = 0;
  for (std::size_t i = 0; i <= points.size(); ++i) {
    const std::size_t to = i < points.size() ? points[i] : letters.size();
    for (std::size_t at = from; at + 1 < to; ++at)
      if (to - from <= longest_piece) letters[at].parting = Parting::never;
    from = to;
  }
}

void part_letters(Word letters) {
  if (!std::ranges::all_of(letters, is_ascii_letter)) return;  // accents, digits, signs: no plain English
  std::string word;
  for (const Character& c : letters) word += static_cast<char>(u_tolower(static_cast<UChar32>(c.code_point)));
  const std::vector<std::uint32_t> points = hyphenation_points(word);
  // Else never in capitals or names.
  if (std::ranges::all_of(letters, is_small_ascii))
    for (const std::uint32_t point : points) letters[point - 1].parting = Parting::hyphen;
  close_short_pieces(letters, points);
}

/// A writer's own soft hyphens say where, and nothing else does.
bool part_at_soft_hyphens(Word word) {
  bool found = false;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (!word[i].soft_hyphen || !is_letter(word[i]) || !is_letter(word[i + 1])) continue;
    word[i].parting = Parting::hyphen;
    found = true;
  }
  return found;
}

void part_word(Word word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i)
    if (is_letter(word[i]) && is_letter(word[i + 1])) word[i].parting = Parting::need_hyphen;
  if (!part_at_soft_hyphens(word) && !part_at_signs(word)) part_letters(core_of(word));
}

/// "J." and "J.K." before a surname.
bool is_initials(Word word) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2)
    if (!is_letter(word[i]) || !is_capital(word[i]) || word[i + 1].code_point != U'.') return false;
  return true;
}

}  // namespace

void find_words(std::vector<Character>& characters, std::string_view text) {
  std::uint32_t number = 0;
  for (std::size_t from = 0; from < characters.size();) {
    std::size_t to = from;
    while (to < characters.size() && is_western_unit(characters[to]) && !characters[to].space) ++to;
    if (to == from) {
      ++from;
      continue;
    }
    const Word word(characters.data() + from, to - from);
    ++number;
    const bool initials = is_initials(word);
    for (Character& c : word) {
      c.word = number;
      c.word_size = static_cast<std::uint32_t>(word.size());
      c.initials = initials;
    }
    if (is_address(word, text.substr(word.front().start, word.back().end - word.front().start)))
      part_address(word);
    else
      part_word(word);
    from = to;
  }
}

}  // namespace paiban::text
