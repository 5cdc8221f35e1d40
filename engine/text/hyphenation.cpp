#include "text/hyphenation.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace paiban::text {
namespace {

// So many letters stay before a hyphen and come after it, at the least: TeX's own limits for English.
constexpr std::size_t fewest_before = 2, fewest_after = 3;
constexpr char word_edge = '.';

constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_level(char c) { return c >= '0' && c <= '9'; }

/// "a1bc" says that a hyphen between a and bc is welcome at level 1: odd levels want one, even ones forbid it, the
/// highest that any pattern gives a place decides.
struct Pattern {
  std::string letters;               ///< "abc"; a full stop is the word's edge
  std::vector<std::uint8_t> levels;  ///< one before every letter, one after the last
};

Pattern read_pattern(std::string_view written) {
  Pattern pattern;
  pattern.levels.push_back(0);
  for (const char c : written) {
    if (is_level(c)) {
      pattern.levels.back() = static_cast<std::uint8_t>(c - '0');
    } else {
      pattern.letters += c;
      pattern.levels.push_back(0);
    }
  }
  return pattern;
}

class Patterns {
 public:
  /// A plain TeX file: \patterns{…} and \hyphenation{…}, one entry a line.
  explicit Patterns(std::string_view tex) {
    bool exceptions = false;
    while (!tex.empty()) {
      const std::string_view line = tex.substr(0, tex.find('\n'));
      tex.remove_prefix(std::min(tex.size(), line.size() + 1));
      if (line.starts_with("\\hyphenation")) exceptions = true;
      if (line.empty() || line.front() == '%' || line.front() == '\\' || line.front() == '}') continue;
      if (exceptions)
        add_exception(line);
      else
        patterns_.push_back(read_pattern(line));
    }
    std::ranges::sort(patterns_, {}, &Pattern::letters);
  }

  [[nodiscard]] std::vector<std::uint32_t> points(std::string_view word) const {
    if (const auto found = exceptions_.find(word); found != exceptions_.end()) return found->second;
    const std::vector<std::uint8_t> levels = levels_of(word);
    std::vector<std::uint32_t> points;
    for (std::size_t at = fewest_before; at + fewest_after <= word.size(); ++at)
      if (levels[at] % 2 == 1) points.push_back(static_cast<std::uint32_t>(at));
    return points;
  }

 private:
  void add_exception(std::string_view written) {
    std::string word;
    std::vector<std::uint32_t> points;
    for (const char c : written) {
      if (c == '-')
        points.push_back(static_cast<std::uint32_t>(word.size()));
      else
        word += c;
    }
    exceptions_.emplace(std::move(word), std::move(points));
  }

  /// The highest level at every place of `word`, by byte.
  [[nodiscard]] std::vector<std::uint8_t> levels_of(std::string_view word) const {
    const std::string edged = word_edge + std::string(word) + word_edge;
    std::vector<std::uint8_t> levels(edged.size() + 1);
    for (std::size_t from = 0; from < edged.size(); ++from) {
      auto pattern = patterns_.begin();
      for (std::size_t length = 1; from + length <= edged.size(); ++length) {
        const std::string_view part = std::string_view(edged).substr(from, length);
        pattern = std::ranges::lower_bound(pattern, patterns_.end(), part, {}, &Pattern::letters);
        if (pattern == patterns_.end() || !pattern->letters.starts_with(part)) break;
        if (pattern->letters != part) continue;
        for (std::size_t i = 0; i < pattern->levels.size(); ++i)
          levels[from + i] = std::max(levels[from + i], pattern->levels[i]);
      }
    }
    levels.erase(levels.begin());  // the edge's own place
    return levels;
  }

  std::vector<Pattern> patterns_;  ///< by letters
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> exceptions_;
};

}  // namespace

std::vector<std::uint32_t> hyphenation_points(std::string_view word) {
  if (!std::ranges::all_of(word, is_small_letter)) return {};
  static const Patterns english(hyphen_tex());
  return english.points(word);
}

}  // namespace paiban::text
