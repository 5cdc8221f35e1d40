#pragma once
// The tables of composition: a row's style, and lengths as their rows write them.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "support/composing_room.hpp"
#include "support/table_rows.hpp"

namespace paiban::test {

/// The template whose styles the tables name.
inline constexpr const char* table_template = "specimen";

inline std::string setting(const Row& row, const std::string& name, const std::string& otherwise = "") {
  const auto found = row.settings.find(name);
  return found == row.settings.end() ? otherwise : found->second;
}

/// "set style=NAME" names a style of templates/specimen.xml; without it a row is set in `body`. nullopt: there is no such style.
inline std::optional<document::Style> style_of(const ComposingRoom& room, const Row& row) {
  const document::Style* found = room.design().style(setting(row, "style", "body"));
  if (found == nullptr) return std::nullopt;
  return *found;
}

/// Hundredths of an em, as short as it is: "100", "12.5".
inline std::string hundredths(Length length, Length em) {
  std::string text = decimal(scale_rounded(length.count(), 10'000, em.count()), 100, 2);
  while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
    const bool point = text.back() == '.';
    text.pop_back();
    if (point) break;
  }
  return text;
}

inline std::vector<std::string> words_of(const std::string& text, char separator = ' ') {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, separator);)
    if (!trimmed(word).empty()) words.push_back(trimmed(word));
  return words;
}

inline std::string joined_words(const std::vector<std::string>& words, const char* separator = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

}  // namespace paiban::test
