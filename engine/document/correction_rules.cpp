#include "document/correction_rules.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

constexpr char32_t em_space = 0x3000;
constexpr std::string_view dash = "——";
constexpr std::string_view ellipsis = "……";

Edit edit_of(const Characters& text, std::size_t first, std::size_t last, std::string replacement) {
  return {text.offsets[first], text.offsets[last], std::move(replacement)};
}

bool is_among(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

char32_t at(const Characters& text, std::size_t i) { return i < text.size() ? text.points[i] : no_character; }

// The characters around [first, last), and around the blanks around it.
char32_t left_of(const Characters& text, std::size_t first) { return first == 0 ? no_character : text.points[first - 1]; }
std::size_t skip_blanks_back(const Characters& text, std::size_t i) {
  while (i > 0 && is_blank(text.points[i - 1])) --i;
  return i;
}
std::size_t skip_blanks(const Characters& text, std::size_t i) {
  while (i < text.size() && is_blank(text.points[i])) ++i;
  return i;
}
char32_t before(const Characters& text, std::size_t first) { return left_of(text, skip_blanks_back(text, first)); }
char32_t after(const Characters& text, std::size_t last) { return at(text, skip_blanks(text, last)); }

bool is_chinese(const Characters& text) { return std::ranges::any_of(text.points, is_ideograph); }

// The end of the run of `text[first]`.
std::size_t end_of_run(const Characters& text, std::size_t first) {
  std::size_t last = first;
  while (last < text.size() && text.points[last] == text.points[first]) ++last;
  return last;
}

// Every character that `replace` gives something else for. `replace` returns false for those that stay.
template <typename Replace>
std::vector<Edit> each_character(const Characters& text, Replace replace) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string replacement;
    if (replace(i, replacement)) edits.push_back(edit_of(text, i, i + 1, std::move(replacement)));
  }
  return edits;
}

// ---- characters that cannot be seen, or look like others ----

constexpr std::u32string_view always_dropped =
    U"\u200B\u2060\uFEFF\u180E"                                             // zero-width spaces and joiners, byte order marks
    U"\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";  // directions: there is but one in Chinese
constexpr std::u32string_view dropped_beside_han = U"\u200C\u200D\u00AD";   // joiners, soft hyphen: other scripts need them
constexpr std::u32string_view odd_spaces =
    U"\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F";
constexpr std::u32string_view odd_line_feeds = U"\u0085\u2028\u2029\u000B\u000C";

bool belongs_to_no_word(char32_t c) { return c == no_character || is_blank(c) || is_wide(c); }

// Unicode's EquivalentUnifiedIdeograph for the CJK Radicals Supplement. ICU 72 does not carry the property, and of these
// radicals normalisation knows two. Copies from PDF files are full of them.
struct Radical {
  char32_t radical, ideograph;
};
constexpr auto radicals = std::to_array<Radical>(
    {{0x2E81, 0x5382},  {0x2E82, 0x4E5B}, {0x2E83, 0x4E5A},  {0x2E84, 0x4E59},  {0x2E85, 0x4EBB},  {0x2E86, 0x5182},
     {0x2E87, 0x20628}, {0x2E88, 0x5200}, {0x2E89, 0x5202},  {0x2E8A, 0x535C},  {0x2E8B, 0x353E},  {0x2E8C, 0x5C0F},
     {0x2E8D, 0x5C0F},  {0x2E8E, 0x5140}, {0x2E8F, 0x5C23},  {0x2E90, 0x5C22},  {0x2E91, 0x21BC2}, {0x2E92, 0x5DF3},
     {0x2E93, 0x5E7A},  {0x2E94, 0x5F51}, {0x2E95, 0x5F50},  {0x2E96, 0x5FC4},  {0x2E97, 0x5FC3},  {0x2E98, 0x624C},
     {0x2E99, 0x6535},  {0x2E9B, 0x65E1}, {0x2E9C, 0x65E5},  {0x2E9D, 0x6708},  {0x2E9E, 0x6B7A},  {0x2E9F, 0x6BCD},
     {0x2EA0, 0x6C11},  {0x2EA1, 0x6C35}, {0x2EA2, 0x6C3A},  {0x2EA3, 0x706C},  {0x2EA4, 0x722B},  {0x2EA5, 0x722B},
     {0x2EA6, 0x4E2C},  {0x2EA7, 0x725B}, {0x2EA8, 0x72AD},  {0x2EA9, 0x738B},  {0x2EAA, 0x24D14}, {0x2EAB, 0x76EE},
     {0x2EAC, 0x793A},  {0x2EAD, 0x793B}, {0x2EAE, 0x25AD7}, {0x2EAF, 0x7CF9},  {0x2EB0, 0x7E9F},  {0x2EB1, 0x7F53},
     {0x2EB2, 0x7F52},  {0x2EB3, 0x34C1}, {0x2EB4, 0x5197},  {0x2EB5, 0x2626B}, {0x2EB6, 0x7F8A},  {0x2EB7, 0x2634C},
     {0x2EB8, 0x2634B}, {0x2EB9, 0x8002}, {0x2EBA, 0x8080},  {0x2EBB, 0x807F},  {0x2EBC, 0x8089},  {0x2EBD, 0x26951},
     {0x2EBE, 0x8279},  {0x2EBF, 0x8279}, {0x2EC0, 0x8279},  {0x2EC1, 0x864E},  {0x2EC2, 0x8864},  {0x2EC3, 0x8980},
     {0x2EC4, 0x897F},  {0x2EC5, 0x89C1}, {0x2EC6, 0x89D2},  {0x2EC7, 0x278B2}, {0x2EC8, 0x8BA0},  {0x2EC9, 0x8D1D},
     {0x2ECA, 0x27FB7}, {0x2ECB, 0x8F66}, {0x2ECC, 0x8FB6},  {0x2ECD, 0x8FB6},  {0x2ECE, 0x8FB6},  {0x2ECF, 0x9091},
     {0x2ED0, 0x9485},  {0x2ED1, 0x9577}, {0x2ED2, 0x9578},  {0x2ED3, 0x957F},  {0x2ED4, 0x95E8},  {0x2ED5, 0x28E0F},
     {0x2ED6, 0x961D},  {0x2ED7, 0x96E8}, {0x2ED8, 0x9752},  {0x2ED9, 0x97E6},  {0x2EDA, 0x9875},  {0x2EDB, 0x98CE},
     {0x2EDC, 0x98DE},  {0x2EDD, 0x98DF}, {0x2EDE, 0x2967F}, {0x2EDF, 0x98E0},  {0x2EE0, 0x9963},  {0x2EE1, 0x29810},
     {0x2EE2, 0x9A6C},  {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C},  {0x2EE5, 0x9C7C},  {0x2EE6, 0x9E1F},  {0x2EE7, 0x5364},
     {0x2EE8, 0x9EA6},  {0x2EE9, 0x9EC4}, {0x2EEA, 0x9EFE},  {0x2EEB, 0x6589},  {0x2EEC, 0x9F50},  {0x2EED, 0x6B6F},
     {0x2EEE, 0x9F7F},  {0x2EEF, 0x7ADC}, {0x2EF0, 0x9F99},  {0x2EF1, 0x9F9C},  {0x2EF2, 0x4E80},  {0x2EF3, 0x9F9F}});

constexpr bool is_compatibility_ideograph(char32_t c) {
  return (c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

char32_t compatibility_form(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) return c;
  const icu::UnicodeString form = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  return U_SUCCESS(status) != 0 && form.countChar32() == 1 ? static_cast<char32_t>(form.char32At(0)) : c;
}

char32_t plain_ideograph(char32_t c) {
  if (is_compatibility_ideograph(c)) return compatibility_form(c);
  const auto found = std::ranges::lower_bound(radicals, c, {}, &Radical::radical);
  return found != radicals.end() && found->radical == c ? found->ideograph : c;
}

constexpr char32_t first_full_width = 0xFF01, first_ascii = '!';

bool is_full_width_alphanumeric(char32_t c) {
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

// ---- marks ----

std::string_view full_width_mark(char32_t c) {
  switch (c) {
    case ',':
      return "，";
    case '.':
      return "。";
    case ':':
      return "：";
    case ';':
      return "；";
    case '!':
      return "！";
    case '?':
      return "？";
    case '(':
      return "（";
    case ')':
      return "）";
    default:
      return {};
  }
}

constexpr std::u32string_view closing_marks = U"”’）》〉】〗〕］｝」』";

bool between_digits(const Characters& text, std::size_t i) { return is_digit(left_of(text, i)) && is_digit(at(text, i + 1)); }

// A full stop ends a sentence of Han; after a digit or a letter it numbers an item or shortens a word.
bool stop_is_wide(const Characters& text, std::size_t i) {
  const char32_t right = after(text, i + 1);
  const char32_t left = left_of(text, i);
  return (is_ideograph(left) || is_among(left, closing_marks)) && (right == no_character || is_wide(right) || right == '"');
}

bool mark_is_wide(const Characters& text, std::size_t i) {
  const char32_t c = text.points[i];
  if (c == '.') return stop_is_wide(text, i);
  if ((c == ',' || c == ':') && between_digits(text, i)) return false;
  return is_wide(before(text, i)) || is_wide(after(text, i + 1));
}

// Brackets go by pairs: both are wide where Han stands at either side of either.
void widen_pairs(const Characters& text, std::vector<bool>& wide) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.points[i] == '(') open.push_back(i);
    if (text.points[i] != ')' || open.empty()) continue;
    const bool either = wide[i] || wide[open.back()];
    wide[i] = wide[open.back()] = either;
    open.pop_back();
  }
}

// ---- blanks ----

std::string_view blank_between(char32_t left, char32_t right, bool chinese) {
  if (chinese && (is_wide_mark(left) || is_wide_mark(right))) return "";
  const bool mixed = (is_ideograph(left) && is_latin(right)) || (is_latin(left) && is_ideograph(right));
  return mixed ? "" : " ";
}

std::string_view feed_becomes(char32_t left, char32_t right) {
  const auto wide_or_end = [](char32_t c) { return c == no_character || is_wide(c); };
  return wide_or_end(left) || wide_or_end(right) ? "" : " ";
}

bool is_indent(char32_t c) { return is_blank(c) || c == em_space; }

}  // namespace

std::vector<Edit> find_invisible(const Characters& text) {
  return each_character(text, [&](std::size_t i, std::string& replacement) {
    const char32_t c = text.points[i];
    if (is_among(c, always_dropped)) return true;
    if (is_among(c, dropped_beside_han)) return belongs_to_no_word(left_of(text, i)) || belongs_to_no_word(at(text, i + 1));
    if (is_among(c, odd_spaces)) replacement = " ";
    if (is_among(c, odd_line_feeds)) replacement = "\n";
    return !replacement.empty();
  });
}

std::vector<Edit> find_ideographs(const Characters& text) {
  return each_character(text, [&](std::size_t i, std::string& replacement) {
    const char32_t plain = plain_ideograph(text.points[i]);
    replacement = to_utf8(plain);
    return plain != text.points[i];
  });
}

std::vector<Edit> find_widths(const Characters& text) {
  return each_character(text, [&](std::size_t i, std::string& replacement) {
    if (!is_full_width_alphanumeric(text.points[i])) return false;
    replacement = to_utf8(text.points[i] - first_full_width + first_ascii);
    return true;
  });
}

std::vector<Edit> find_lines(const Characters& text) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_blank(text.points[i])) continue;
    const std::size_t end = skip_blanks(text, i);
    const auto is_feed = [](char32_t c) { return c == '\n' || c == '\r'; };
    const auto first = text.points.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(first, text.points.begin() + static_cast<std::ptrdiff_t>(end), is_feed)) {
      edits.push_back(edit_of(text, i, end, std::string(feed_becomes(left_of(text, i), at(text, end)))));
    }
    i = end - 1;
  }
  return edits;
}

std::vector<Edit> find_indents(const Characters& text) {
  std::size_t first = 0, last = text.size();
  while (first < last && is_indent(text.points[first])) ++first;
  while (last > first && is_indent(text.points[last - 1])) --last;
  std::vector<Edit> edits;
  if (first != 0) edits.push_back(edit_of(text, 0, first, ""));
  if (last != text.size()) edits.push_back(edit_of(text, last, text.size(), ""));
  return edits;
}

std::vector<Edit> find_ellipses(const Characters& text) {
  constexpr std::size_t least = 3;
  const std::vector<bool> address = in_address(text);
  std::vector<Edit> edits;
  for (std::size_t i = 0, end = 0; i < text.size(); i = end) {
    end = end_of_run(text, i);
    if (end - i < least || !is_among(text.points[i], U".。·") || address[i]) continue;
    const bool chinese = text.points[i] == U'。' || is_wide(before(text, i)) || is_wide(after(text, end));
    if (chinese) edits.push_back(edit_of(text, i, end, std::string(ellipsis)));
  }
  return edits;
}

std::vector<Edit> find_dashes(const Characters& text) {
  constexpr std::size_t least = 2, most = 4;  // a longer run is a drawn line
  const std::vector<bool> address = in_address(text);
  std::vector<Edit> edits;
  for (std::size_t i = 0, end = 0; i < text.size(); i = end) {
    end = end_of_run(text, i);
    if (end - i < least || end - i > most || !is_among(text.points[i], U"-\u2015\u2500") || address[i]) continue;
    if (!is_wide(before(text, i)) && !is_wide(after(text, end))) continue;
    edits.push_back(edit_of(text, skip_blanks_back(text, i), skip_blanks(text, end), std::string(dash)));
  }
  return edits;
}

std::vector<Edit> find_interpuncts(const Characters& text) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_among(text.points[i], U"\u2022\u2027\u30FB\uFF65")) continue;
    if (!is_letter(before(text, i)) || !is_letter(after(text, i + 1))) continue;
    edits.push_back(edit_of(text, skip_blanks_back(text, i), skip_blanks(text, i + 1), "·"));
  }
  return edits;
}

std::vector<std::size_t> straight_quotes(const Characters& text) {
  std::vector<std::size_t> quotes;
  if (!is_chinese(text)) return quotes;
  const std::vector<bool> address = in_address(text);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text.points[i] == '"' && !address[i]) quotes.push_back(i);
  return quotes;
}

std::vector<Edit> find_quotes(const Characters& text) {
  std::vector<Edit> edits;
  const std::vector<std::size_t> quotes = straight_quotes(text);
  if (quotes.size() % 2 != 0) return edits;
  for (const std::size_t i : quotes) edits.push_back(edit_of(text, i, i + 1, edits.size() % 2 == 0 ? "“" : "”"));
  return edits;
}

std::vector<std::size_t> commas_between_digits(const Characters& text) {
  std::vector<std::size_t> commas;
  const std::vector<bool> address = in_address(text);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text.points[i] == ',' && between_digits(text, i) && !address[i]) commas.push_back(i);
  return commas;
}

std::vector<Edit> find_marks(const Characters& text) {
  if (!is_chinese(text)) return {};
  const std::vector<bool> address = in_address(text);
  std::vector<bool> wide(text.size(), false);
  for (std::size_t i = 0; i < text.size(); ++i)
    wide[i] = !full_width_mark(text.points[i]).empty() && !address[i] && mark_is_wide(text, i);
  // A mark beside one that has just become wide stands in Chinese too: ？" ！！
  for (std::size_t i = 1; i < text.size(); ++i)
    if (wide[i - 1] && is_among(text.points[i], U"!?")) wide[i] = true;
  widen_pairs(text, wide);
  return each_character(text, [&](std::size_t i, std::string& replacement) {
    replacement = full_width_mark(text.points[i]);
    return bool{wide[i]};
  });
}

std::vector<Edit> find_spaces(const Characters& text) {
  const bool chinese = is_chinese(text);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_blank(text.points[i])) continue;
    const std::size_t end = skip_blanks(text, i);
    const std::string_view blank = blank_between(left_of(text, i), at(text, end), chinese);
    const bool right_already = end == i + 1 && text.points[i] == ' ' && blank == " ";
    if (!right_already) edits.push_back(edit_of(text, i, end, std::string(blank)));
    i = end - 1;
  }
  return edits;
}

}  // namespace paiban::document
