#pragma once
// Changes to a text which keep its spans, printed line ends and places true.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/text.hpp"

namespace paiban::document {

/// Bytes [start, end) become `replacement`. Both offsets stand between characters.
struct Edit {
  std::uint32_t start = 0, end = 0;
  std::string replacement;
};

/// `text` with `edits` done, which rise and do not overlap. What pointed into a replaced stretch points to its edge;
/// a span of which nothing remains goes.
[[nodiscard]] Text apply_edits(const Text& text, const std::vector<Edit>& edits);

/// `text` cut at every line feed, the line feeds left out. At least one part. A span that crosses a line feed is cut there
/// and stays with the line that it begins in.
[[nodiscard]] std::vector<Text> lines_of(const Text& text);

/// A text without marks, standing at `at` in its source. Each line feed in it begins a line of the source.
[[nodiscard]] Text plain_text(std::string_view utf8, SourcePlace at);

}  // namespace paiban::document
