#pragma once
// What the words of an issue's XML stand for.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.hpp"
#include "document/issue.hpp"

namespace paiban::document {

/// The role of a block by its element's name: "p", "headline" …
[[nodiscard]] std::optional<Role> role_of_element(std::string_view element);
/// The kind of an element that is a story: "story" (news), "box", "picture", "ear" …
[[nodiscard]] std::optional<StoryKind> kind_of_element(std::string_view element);
/// What kind= may say on a <story>: "news", "lead", "commentary".
[[nodiscard]] std::optional<StoryKind> kind_of_word(std::string_view word);

/// "50% 12.5%": a share of the width and one of the height, each from 0 to 100 %.
[[nodiscard]] std::optional<std::pair<Ratio, Ratio>> parse_focus(std::string_view text);

/// 字数 of promised copy, "620字": from 1 to `most`.
[[nodiscard]] std::optional<int> parse_expected(std::string_view text, int most);
/// "3:2": width to height, each from 1 to 999.
[[nodiscard]] std::optional<std::pair<int, int>> parse_aspect(std::string_view text);
/// "12184 story-3", "2025-02-05 story-3": a story of an issue by its number or date; without the id the issue itself.
[[nodiscard]] std::optional<Corrected> parse_corrected(std::string_view text);
/// "a b": the words of a list, as XML has them, between blanks.
[[nodiscard]] std::vector<std::string> words_in(std::string_view said);

}  // namespace paiban::document
