#pragma once
// The only door through which XML comes in: strict bytes first, then pugixml.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/line_table.hpp"

namespace paiban::document {

/// A well-formed document with the places of its nodes. Move-only; nodes live as long as it does.
class XmlFile {
 public:
  /// Largest file taken (an issue is some 40 kB), deepest nesting, most nodes: limits against hostile input.
  static constexpr std::size_t most_bytes = 16U << 20U;
  static constexpr int most_depth = 64;
  static constexpr std::size_t most_nodes = 200'000;

  /// Reads `path` ("-": standard input) whole, passes the gate, parses. Diagnostics name the file as `path` is written.
  [[nodiscard]] static Result<XmlFile> read(const std::filesystem::path& path, Report& report);
  /// The same for bytes already at hand, spoken of as `name`.
  [[nodiscard]] static Result<XmlFile> parse(std::string bytes, std::string_view name, Report& report);

  [[nodiscard]] pugi::xml_node root() const { return document_->document_element(); }
  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  /// Where a node begins: an element at its "<", text at its first character.
  [[nodiscard]] SourcePlace place(pugi::xml_node node) const { return place_at(offset(node)); }
  /// Where the attribute's name begins; the element itself where it has no such attribute.
  [[nodiscard]] SourcePlace place(pugi::xml_node element, std::string_view attribute) const;
  [[nodiscard]] SourcePlace place_at(std::size_t byte_offset) const { return lines_.place(bytes_, byte_offset, file_); }
  [[nodiscard]] std::size_t offset(pugi::xml_node node) const;
  /// The bytes of a text node or CDATA section as they stand in the file, references and line ends and all.
  [[nodiscard]] std::string_view source_text(pugi::xml_node text) const;

 private:
  std::string bytes_;
  LineTable lines_;
  std::unique_ptr<pugi::xml_document> document_;
  FileId file_ = 0;
};

/// The element's name without its prefix, and the namespace it is in ("" for none).
[[nodiscard]] std::string_view local_name(pugi::xml_node element);
[[nodiscard]] std::string_view namespace_of(pugi::xml_node element);
/// The children that are elements. XmlFile keeps the white space between them as text, since in a paragraph it counts.
[[nodiscard]] std::vector<pugi::xml_node> elements_of(pugi::xml_node parent);
/// Those of them that are called `name`, whatever their prefix.
[[nodiscard]] std::vector<pugi::xml_node> elements_of(pugi::xml_node parent, std::string_view name);
/// The first child that is text other than white space: what an element made of elements may not have. Null if there is none.
[[nodiscard]] pugi::xml_node stray_text_in(pugi::xml_node parent);
/// Whether the attribute declares a namespace (xmlns, xmlns:p), and so says nothing about the element.
[[nodiscard]] bool is_namespace_declaration(pugi::xml_attribute attribute);

}  // namespace paiban::document
