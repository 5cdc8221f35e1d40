#include "document/term_marks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/word_finder.hpp"

namespace paiban::document {
namespace {

// What has more rows is no head, and its words are not looked for row by row.
constexpr std::size_t most_head_rows = 20;

std::vector<std::string> names_of(const Terms& terms) {
  std::vector<std::string> names;
  for (const Person& person : terms.people) names.push_back(person.name);
  return names;
}

/// Everything that is kept whole in heads: names, titles, verbs, then the rest.
std::vector<std::string> all_words(const Terms& terms) {
  std::vector<std::string> words = names_of(terms);
  for (const Person& person : terms.people) words.insert(words.end(), person.titles.begin(), person.titles.end());
  words.insert(words.end(), terms.titles.begin(), terms.titles.end());
  words.insert(words.end(), terms.verbs.begin(), terms.verbs.end());
  words.insert(words.end(), terms.words.begin(), terms.words.end());
  return words;
}

class Marker {
 public:
  explicit Marker(const Terms& terms) : people_(terms.people.size()), names_(names_of(terms)), words_(all_words(terms)) {
    titles_end_ = people_ + terms.titles.size();
    for (const Person& person : terms.people) titles_end_ += person.titles.size();
    verbs_end_ = titles_end_ + terms.verbs.size();
  }

  void mark(std::vector<Story>& stories) const {
    for (Story& story : stories) {
      for (Block& block : story.blocks) {
        is_head_role(block.role) ? mark_head(block.rows) : mark_running(block.rows);
        for (std::vector<Text>& alternative : block.alternatives) mark_head(alternative);
      }
      mark(story.boxes);
    }
  }

 private:
  void mark_running(std::vector<Text>& texts) const {
    for (Text& text : texts) {
      for (const FoundWord& name : names_.find(text.utf8)) add(text, name.start, name.end, SpanKind::person, {});
      sort_spans(text);
    }
  }

  /// 领导人姓名与职务: a name and the titles that touch it are one. The rows are read as one text: what they part is known too.
  void mark_head(std::vector<Text>& rows) const {
    if (rows.size() > most_head_rows) return;
    std::string text;
    for (const Text& row : rows) text += row.utf8;
    std::vector<FoundWord> whole;
    for (const FoundWord& word : words_.find(text)) {
      if (is_name(word)) spread(rows, word, SpanKind::person, {});
      const bool touches = !whole.empty() && whole.back().end == word.start;
      if (touches && ((is_title(whole.back()) && is_name(word)) || (is_name(whole.back()) && is_title(word)))) {
        whole.back().end = word.end;
        if (is_name(word)) whole.back().index = word.index;
      } else {
        whole.push_back(word);
      }
    }
    for (const FoundWord& word : whole) spread(rows, word, SpanKind::term, value_of(word));
    for (Text& row : rows) sort_spans(row);
  }

  /// A word of the rows' text onto the row, or the rows, in which it stands.
  static void spread(std::vector<Text>& rows, const FoundWord& word, SpanKind kind, std::string_view value) {
    std::uint32_t before = 0;  // bytes of the rows above
    for (Text& row : rows) {
      const auto size = static_cast<std::uint32_t>(row.utf8.size());
      const std::uint32_t start = std::max(word.start, before), end = std::min(word.end, before + size);
      const bool parted = word.start < before || word.end > before + size;
      if (start < end) add(row, start - before, end - before, kind, parted ? parted_term : value);
      before += size;
    }
  }

  [[nodiscard]] std::string_view value_of(const FoundWord& word) const {
    return word.index >= titles_end_ && word.index < verbs_end_ ? verb_term : std::string_view{};
  }
  [[nodiscard]] bool is_name(const FoundWord& word) const { return word.index < people_; }
  [[nodiscard]] bool is_title(const FoundWord& word) const { return word.index >= people_ && word.index < titles_end_; }

  static void add(Text& text, std::uint32_t start, std::uint32_t end, SpanKind kind, std::string_view value) {
    text.spans.push_back({start, end, kind, std::string(value), place_of(text, start)});
  }
  /// By start, outer before inner.
  static void sort_spans(Text& text) {
    std::ranges::stable_sort(text.spans,
                             [](const Span& a, const Span& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
  }

  std::size_t people_;          ///< so many of `words_` are names,
  std::size_t titles_end_ = 0;  ///< those after them, up to here, titles,
  std::size_t verbs_end_ = 0;   ///< and up to here verbs
  WordFinder names_, words_;
};

}  // namespace

bool is_head_role(Role role) {
  switch (role) {
    case Role::label:
    case Role::kicker:
    case Role::headline:
    case Role::deck:
    case Role::title:
    case Role::list_head:
    case Role::subhead:
      return true;
    case Role::digest:
    case Role::byline:
    case Role::paragraph:
    case Role::note:
    case Role::logo:
    case Role::caption:
    case Role::credit:
    case Role::jump:
    case Role::staff:
      return false;
  }
  return false;
}

void mark_terms(Issue& issue, const Terms& terms) {
  const Marker marker(terms);
  for (Page& page : issue.pages) marker.mark(page.stories);
}

}  // namespace paiban::document
