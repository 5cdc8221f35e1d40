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
  [[nodiscard]] SourcePlace place(pugi::xml_node node) const;
  [[nodiscard]] SourcePlace place(pugi::xml_node element, std::string_view attribute) const;
  [[nodiscard]] SourcePlace place_at(std::size_t byte_offset) const;

 private:
  std::string bytes_;
  std::vector<std::uint32_t> line_starts_;
  std::unique_ptr<pugi::xml_document> document_;
  FileId file_ = 0;
};

}  // namespace paiban::document
