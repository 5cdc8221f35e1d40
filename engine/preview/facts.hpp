#pragma once
// What can be shown over a page: every line with its place in the source and what was spent on it, legs, outlines, findings.

#include <map>
#include <string>
#include <vector>

#include "engine.hpp"

namespace paiban::preview {

/// Where the lines of a page stood, to tell what a save has changed: by story and words.
class LineBook {
 public:
  LineBook() = default;
  LineBook(const Edition& edition, const page::ComposedPage& page);

  enum class Change : std::uint8_t { none, moved, fresh };
  [[nodiscard]] Change change_of(const std::string& story, const std::string& words, Point at) const;

 private:
  std::map<std::string, std::vector<Point>> lines_;
};

/// What a line shows, the first-line indent left out; nothing where it stands in for copy that has not come.
[[nodiscard]] std::string words_of(const Edition& edition, const page::SetLine& line);

/// Page `index` as one JSON document, lengths in points from the top left of the page. `before`: the same page as it was
/// before the last save. `sources`: the names of files.
[[nodiscard]] std::string facts_json(const Edition& edition, std::size_t index, const LineBook& before, const Report& sources,
                                     Language language);

}  // namespace paiban::preview
