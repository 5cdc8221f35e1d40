#pragma once
// What all pages of a digital edition have in common.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "digital/article.hpp"
#include "digital/sheet.hpp"
#include "digital/words.hpp"
#include "document/xml_writer.hpp"

namespace paiban::digital {

using document::Attributes;
using document::XmlLines;

/// Everything that the pages are written from.
struct Site {
  const document::Issue& issue;
  std::map<std::string, std::string> fields;  ///< document::fields_of
  std::vector<Article> articles;
  std::vector<Sheet> sheets;
  std::vector<std::vector<Image>> pictures;  ///< by article: those of its parts and boxes in reading order; no file: none to show
  Words words;
  std::string others;  ///< EditionWish::others

  [[nodiscard]] std::string paper() const;  ///< 报名
  [[nodiscard]] const Sheet* sheet(int page) const;
};

/// The addresses of pages, from the edition's folder.
[[nodiscard]] std::string address_of(const Sheet& sheet);
[[nodiscard]] std::string page_address(int page);
[[nodiscard]] std::string address_of(const Article& article);

/// What a correction puts right: the issue and the story, in words; and its address from this edition's folder: an article of
/// this edition, or of another one where its place is known. Empty: not known.
struct CorrectedPlace {
  std::string words, address;
};
[[nodiscard]] CorrectedPlace place_of(const document::Corrected& corrected, const Site& site);

/// One page: doctype, head, what `body` holds.
struct PageFrame {
  std::string title;
  std::string description;     ///< may be empty
  std::string up;              ///< to the edition's folder: "" or "../"
  std::string previous, next;  ///< addresses from the edition's folder; empty: none
  std::string kind;            ///< class of its body
};
[[nodiscard]] std::string framed(const PageFrame& frame, const std::string& body);

/// The bar over a page: the paper, its date, `here` (may be empty).
void add_bar(XmlLines& lines, const Site& site, const std::string& up, const std::string& here);

/// A link, or where `address` is empty the same words without one, that cannot be followed.
void add_step(XmlLines& lines, const std::string& address, std::string_view relation, std::string_view inside);

/// The polygon of an area as the number pairs of coords= and of points=.
[[nodiscard]] std::string coordinates(const Polygon& polygon);

}  // namespace paiban::digital
