#pragma once
// The stories of a set issue as they are read on a screen: one after the other, whole, in the words that were printed.

#include <string>
#include <vector>

#include "engine.hpp"

namespace paiban::digital {

/// A block with its texts: one, or for heads one a row.
struct Block {
  document::Role role{};
  std::vector<document::Text> rows;
};

/// A story, or a box inside one. Alternatives and cuts are taken as the page has them; copy that finds no room there is whole.
struct Copy {
  std::string id;
  document::StoryKind kind{};
  std::vector<Block> heads;                  ///< all that stands over the text, or beside it, in the editor's order
  std::vector<Block> text;                   ///< running text
  std::vector<Block> close;                  ///< 责编 …, under the text
  std::optional<document::Picture> picture;  ///< with a file, or a place kept for one
  std::vector<Block> legend;                 ///< of the picture: its title, caption and credit
  std::vector<Copy> boxes;
  std::optional<document::Corrected> corrects{};  ///< 更正: what it puts right
};

/// A story on one page or several.
struct Article {
  std::string name;         ///< of its file, without ending: small letters, digits, - and _ alone; unique in the issue
  std::string title;        ///< in one line; never empty
  std::vector<Copy> parts;  ///< one a page; the text is the first's, the heads of the others are left out
  std::vector<int> pages;   ///< their numbers
};

/// All that stands on the pages, page by page in reading order; a filler after the story that it stands under.
[[nodiscard]] std::vector<Article> articles_of(const Edition& edition);

/// The article of story `id`; nullptr where there is none.
[[nodiscard]] const Article* article_of(const std::vector<Article>& articles, std::string_view id);

/// Whether a story's id is the name of its file: one on every file system.
[[nodiscard]] bool is_plain_name(std::string_view id);

/// Its rows in one line.
[[nodiscard]] std::string line_of(const Block& block);

}  // namespace paiban::digital
