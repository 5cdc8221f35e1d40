#include "document/issue_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "document/calendar.hpp"
#include "document/vocabulary.hpp"
#include "document/xml_characters.hpp"

namespace paiban::document {
namespace {

struct RoleWord {
  std::string_view element;
  Role role;
};
constexpr auto role_words = std::to_array<RoleWord>({{"label", Role::label},
                                                     {"kicker", Role::kicker},
                                                     {"headline", Role::headline},
                                                     {"deck", Role::deck},
                                                     {"digest", Role::digest},
                                                     {"byline", Role::byline},
                                                     {"p", Role::paragraph},
                                                     {"list-head", Role::list_head},
                                                     {"subhead", Role::subhead},
                                                     {"note", Role::note},
                                                     {"logo", Role::logo},
                                                     {"title", Role::title},
                                                     {"caption", Role::caption},
                                                     {"credit", Role::credit},
                                                     {"jump", Role::jump},
                                                     {"staff", Role::staff}});

struct KindWord {
  std::string_view word;
  StoryKind kind;
};
// Elements that are stories of a kind of their own.
constexpr auto kind_elements = std::to_array<KindWord>({{"story", StoryKind::news},
                                                        {"box", StoryKind::box},
                                                        {"picture", StoryKind::picture},
                                                        {"picture-news", StoryKind::picture_news},
                                                        {"ear", StoryKind::ear},
                                                        {"guide", StoryKind::guide},
                                                        {"related", StoryKind::related},
                                                        {"name-list", StoryKind::name_list},
                                                        {"correction", StoryKind::correction},
                                                        {"filler", StoryKind::filler},
                                                        {"advertisement", StoryKind::advertisement},
                                                        {"weather", StoryKind::weather},
                                                        {"qr", StoryKind::code}});
// What kind= says on a <story>.
constexpr auto story_kinds =
    std::to_array<KindWord>({{"news", StoryKind::news}, {"lead", StoryKind::lead}, {"commentary", StoryKind::commentary}});

std::optional<StoryKind> kind_named(std::span<const KindWord> words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &KindWord::word);
  return found == words.end() ? std::nullopt : std::optional(found->kind);
}

// "12.5%" as a share of one.
std::optional<Ratio> parse_share(std::string_view word) {
  constexpr std::int64_t per_cent = 100;
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (!word.ends_with('%') || digits == 0 || digits > (word.starts_with("100") ? 3 : 2)) return std::nullopt;
  const auto value = parse_ratio(word.substr(0, word.size() - 1));
  if (!value || value->ten_thousandths > Ratio::one().ten_thousandths * per_cent) return std::nullopt;
  return Ratio{scale_rounded(value->ten_thousandths, 1, per_cent)};
}

// A whole number from 1 to `most`, without leading zeros.
std::optional<int> parse_count(std::string_view text, int most) {
  const auto value = parse_whole(text);
  const bool usable = value && *value >= 1 && *value <= most && !text.starts_with('0');
  return usable ? value : std::nullopt;
}

}  // namespace

std::optional<Role> role_of_element(std::string_view element) {
  const auto found = std::ranges::find(role_words, element, &RoleWord::element);
  return found == role_words.end() ? std::nullopt : std::optional(found->role);
}

std::optional<StoryKind> kind_of_element(std::string_view element) { return kind_named(kind_elements, element); }
std::optional<StoryKind> kind_of_word(std::string_view word) { return kind_named(story_kinds, word); }

std::optional<std::pair<Ratio, Ratio>> parse_focus(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto x = parse_share(text.substr(0, blank));
  const auto y = parse_share(text.substr(blank + 1));
  return x && y ? std::optional(std::pair(*x, *y)) : std::nullopt;
}

std::optional<int> parse_expected(std::string_view text, int most) {
  constexpr std::string_view unit = "字";
  if (!text.ends_with(unit)) return std::nullopt;
  return parse_count(text.substr(0, text.size() - unit.size()), most);
}

std::optional<std::pair<int, int>> parse_aspect(std::string_view text) {
  constexpr int most = 999;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto width = parse_count(text.substr(0, colon), most);
  const auto height = parse_count(text.substr(colon + 1), most);
  return width && height ? std::optional(std::pair(*width, *height)) : std::nullopt;
}

std::optional<Corrected> parse_corrected(std::string_view text) {
  constexpr int most_issues = 999'999;
  std::vector<std::string> words = words_in(text);
  if (words.empty() || words.size() > 2 || (words.size() == 2 && !is_ncname(words.back()))) return std::nullopt;
  Corrected corrected;
  corrected.date = parse_date(words.front());
  corrected.number = parse_count(words.front(), most_issues).value_or(0);
  if (!corrected.date && corrected.number == 0) return std::nullopt;
  if (words.size() == 2) corrected.story = std::move(words.back());
  return corrected;
}

std::vector<std::string> words_in(std::string_view said) {
  constexpr std::string_view blanks = " \t\r\n";
  std::vector<std::string> words;
  for (std::size_t at = said.find_first_not_of(blanks); at != std::string_view::npos; at = said.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(said.find_first_of(blanks, at), said.size());
    words.emplace_back(said.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace paiban::document
