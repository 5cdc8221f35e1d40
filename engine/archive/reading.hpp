#pragma once
// The pages as they are read: story by story, block by block, line by line, with the exact place of each character. ALTO, METS,
// IIIF and the plain text are written from this.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "document/issue.hpp"
#include "engine.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::archive {

/// What a character looks like.
struct Type {
  std::string face;  ///< id in the catalogue
  Length size;
  std::uint32_t colour = 0;  ///< 0xRRGGBB
  friend bool operator==(const Type&, const Type&) = default;
};

/// A unit of a line, or the space before it.
struct Cell {
  std::uint32_t start = 0, end = 0;  ///< bytes of the line's text
  Box box;
  text::CharClass cls{};
  bool space = false;
};

struct ReadLine {
  std::string text;  ///< without soft hyphens, and without the hyphen of a parted word
  std::vector<Cell> cells;
  Box box;            ///< em boxes, as set
  Point from, until;  ///< of the baseline; of a vertical line, of its centre line
  std::optional<Box> hyphen;
  bool vertical = false;
  bool begins = true;         ///< with it begins a text: a paragraph, a row that the editor made
  bool space_before = false;  ///< between it and the line before in its paragraph: the space of a line end between words
};

/// A head with its rows, or what stands of a paragraph in one leg.
struct ReadBlock {
  std::string id;  ///< unique on its page
  document::Role role{};
  Box box;
  Type type;  ///< of its first character
  std::vector<ReadLine> lines;
  bool divided = false;  ///< the rows of a head are one text, cut by the engine
  bool resumed = false;  ///< of a paragraph that began in an earlier leg
};

struct ReadLeg {
  std::string id;
  Box box;
  std::vector<ReadBlock> paragraphs;
};

struct ReadPicture {
  std::string id;
  Box box;
  std::string source, description;
};

struct Article {
  std::string id;     ///< on its page
  std::string story;  ///< id in the issue
  document::StoryKind kind{};
  bool continues = false;  ///< 接转: it began on an earlier page
  Box box;
  std::vector<Point> outline;  ///< empty where the story stands in places that do not touch
  std::vector<ReadPicture> pictures;
  std::vector<ReadBlock> heads;  ///< in reading order
  std::vector<ReadLeg> legs;
  std::vector<ReadBlock> closing;  ///< heads that are read after the text: 下转, 责编
  std::vector<Box> rules;
  std::vector<Article> boxes;
};

/// Masthead, folio lines, and what else stands on the page for itself.
struct ReadFurniture {
  std::vector<ReadBlock> blocks;
  std::vector<ReadPicture> pictures;
  std::vector<Box> rules;
};

struct ReadPage {
  int number = 0;
  Length width, height;
  ReadFurniture furniture;
  std::vector<Article> articles;  ///< in reading order
};

/// Every page of `edition`. Stand-ins of promised copy say nothing.
[[nodiscard]] std::vector<ReadPage> read_pages(const Edition& edition);

/// What a block says: a paragraph as it runs, the rows of a head in one line, parted by an em space where the editor parted them.
[[nodiscard]] std::string text_of(const ReadBlock& block);
/// The rows of its first head of that role; empty where there is none.
[[nodiscard]] std::string head_of(const Article& article, document::Role role);

/// Calls `visit` for every article of the page, a box after the story that it stands in.
template <typename Visit>
void for_each_article(const std::vector<Article>& articles, const Visit& visit) {
  for (const Article& article : articles) {
    visit(article);
    for_each_article(article.boxes, visit);
  }
}

/// Calls `visit` for every block of an article in reading order, its boxes left out.
template <typename Visit>
void for_each_block(const Article& article, const Visit& visit) {
  for (const ReadBlock& head : article.heads) visit(head);
  for (const ReadLeg& leg : article.legs)
    for (const ReadBlock& paragraph : leg.paragraphs) visit(paragraph);
  for (const ReadBlock& head : article.closing) visit(head);
}

}  // namespace paiban::archive
