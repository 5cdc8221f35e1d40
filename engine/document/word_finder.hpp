#pragma once
// Where words of a list stand in a text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paiban::document {

/// Bytes [start, end) of a text are word `index` of the list.
struct FoundWord {
  std::uint32_t start = 0, end = 0;
  std::size_t index = 0;
};

/// Finds from left to right, the longest word at every place, none inside another.
class WordFinder {
 public:
  /// `words` are copied; of equal ones the first counts.
  explicit WordFinder(const std::vector<std::string>& words);

  [[nodiscard]] std::vector<FoundWord> find(std::string_view text) const;

 private:
  struct Entry {
    std::string word;
    std::size_t index = 0;
  };
  [[nodiscard]] const Entry* longest_at(std::string_view rest) const;

  std::vector<Entry> entries_;  ///< by their first character, the longest first
};

}  // namespace paiban::document
