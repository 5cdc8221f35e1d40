#pragma once
// 标题转行: where the rows of a head may end by the meaning of its words.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "document/text.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::text {

/// ICU's words of Chinese text, by its dictionary. Not for two threads at once.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  /// Where a word of `text` begins, and its end: rising byte offsets, from 0 to its size. Where ICU has no data all of the
  /// text is one word, so that nothing is divided by guesses.
  [[nodiscard]] std::vector<std::uint32_t> bounds(std::string_view text);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

/// The seams of one head: of a single text, or of rows put together.
class Seams {
 public:
  /// `spans`: of `text`; names, people and terms among them stay whole.
  Seams(std::string_view text, std::span<const document::Span> spans, WordBreaker& words);

  /// At byte `offset`, which stands between two characters.
  [[nodiscard]] Seam at(std::uint32_t offset) const;

  /// The word that ends, that begins at `offset`; empty at the ends of the text and inside words.
  [[nodiscard]] std::string_view word_before(std::uint32_t offset) const;
  [[nodiscard]] std::string_view word_after(std::uint32_t offset) const;

  /// Whether what is between the two offsets is a word alone, with nothing to read beside it.
  [[nodiscard]] bool is_lone_word(std::uint32_t from, std::uint32_t to) const;

 private:
  void keep_whole(std::span<const document::Span> spans);
  void find_enclosures();
  [[nodiscard]] bool is_bound(std::uint32_t offset) const;
  [[nodiscard]] bool in_number(std::uint32_t offset) const;
  [[nodiscard]] std::string_view number_before(std::uint32_t offset) const;
  [[nodiscard]] bool leans(std::uint32_t offset) const;

  /// Bytes [start, end), ends left out, where no row ends.
  struct Stretch {
    std::uint32_t start = 0, end = 0;
  };
  [[nodiscard]] static bool is_inside(std::uint32_t offset, const std::vector<Stretch>& stretches);

  std::string_view text_;
  std::vector<std::uint32_t> bounds_;
  std::vector<Stretch> whole_, enclosures_, verbs_;
};

/// Writes the seams of a head into its joints; what is longer than longest_head keeps none.
void mark_seams(ShapedParagraph& head, std::span<const document::Span> spans, WordBreaker& words);

}  // namespace paiban::text
