#pragma once
// The logical structure of an issue (ISO 32000-1, 14.7 and 14.8): what belongs together, in the order in which it is read,
// whatever page or column it stands on. A plain value, from the tags of the display lists.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/length.hpp"
#include "paint/display_list.hpp"
#include "paint/stretches.hpp"

namespace paiban::finish {

using ElementId = std::size_t;  ///< index into Structure::elements

/// The standard structure types that are used (ISO 32000-1, 14.8.4).
enum class StructureType : std::uint8_t {
  document,
  section,  ///< a page; a box in a story
  article,
  heading_1,
  heading_2,
  heading_3,
  paragraph,
  list,
  list_item,
  list_body,
  figure,
  caption,
  link,
};
/// "Document", "Sect" …
[[nodiscard]] const char* name_of(StructureType type);

/// Content of an element: the `mark`-th piece of content that is read on page `page`, both from 0.
struct Piece {
  std::size_t page = 0;
  int mark = 0;
  friend bool operator==(const Piece&, const Piece&) = default;
};

/// A place on page `page`, from 0, that leads to another place or to an address.
struct LinkPlace {
  std::size_t page = 0;
  Box box;
};

struct StructureElement {
  StructureType type{};
  ElementId parent = 0;
  std::vector<std::variant<Piece, ElementId>> kids;  ///< in reading order
  std::string title;                                 ///< of a page
  std::string description;                           ///< alternative text of a figure
  std::optional<LinkPlace> place{};                  ///< of a figure
};

/// A story's top left corner on page `page`, from 0.
struct Destination {
  std::size_t page = 0;
  Point at;
};

struct StructureLink {
  ElementId element = 0;
  LinkPlace place;
  std::string words;  ///< what it reads
  std::variant<std::string, Destination> target;
};

/// Whether it is part of an element, and no artifact.
[[nodiscard]] constexpr bool is_read(paint::Content content) {
  return content == paint::Content::text || content == paint::Content::figure;
}

/// What the n-th stretch of a page (paint::stretches_of) is.
struct Mark {
  paint::Content content{};
  ElementId element = 0;  ///< of content that is read
};

struct Structure {
  std::vector<StructureElement> elements;  ///< the first is the document; parents before their kids; none is empty
  std::vector<std::vector<Mark>> pages;
  std::vector<StructureLink> links;
};

/// The structure of `pages`, named `titles`. A story on several pages is one article, where it begins; a paragraph that runs
/// through several legs is one.
[[nodiscard]] Structure structure_of(std::span<const paint::DisplayList> pages, std::span<const std::string> titles);

}  // namespace paiban::finish
