#include "document/word_finder.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

std::string_view head_of(std::string_view word) { return word.substr(0, decode_at(word, 0).next); }

}  // namespace

WordFinder::WordFinder(const std::vector<std::string>& words) {
  entries_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!words[i].empty()) entries_.push_back({words[i], i});
  std::ranges::stable_sort(entries_, [](const Entry& a, const Entry& b) {
    const auto first = head_of(a.word), second = head_of(b.word);
    return first != second ? first < second : a.word.size() > b.word.size();
  });
}

const WordFinder::Entry* WordFinder::longest_at(std::string_view rest) const {
  const std::string_view head = head_of(rest);
  auto entry = std::ranges::lower_bound(entries_, head, {}, [](const Entry& each) { return head_of(each.word); });
  for (; entry != entries_.end() && head_of(entry->word) == head; ++entry)
    if (rest.starts_with(entry->word)) return &*entry;
  return nullptr;
}

std::vector<FoundWord> WordFinder::find(std::string_view text) const {
  std::vector<FoundWord> found;
  for (std::uint32_t at = 0; at < text.size();) {
    if (const Entry* entry = longest_at(text.substr(at))) {
      const auto end = at + static_cast<std::uint32_t>(entry->word.size());
      found.push_back({at, end, entry->index});
      at = end;
    } else {
      at = decode_at(text, at).next;
    }
  }
  return found;
}

}  // namespace paiban::document
