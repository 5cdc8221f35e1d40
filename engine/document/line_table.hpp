#pragma once
// From byte offsets to lines and columns.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace paiban::document {

/// The lines of one file. A line ends with LF, CR LF or a CR alone, as XML 1.0 §2.11 has it.
class LineTable {
 public:
  LineTable() = default;
  explicit LineTable(std::string_view bytes);

  /// Line and column of byte `offset` of the same `bytes`; beyond the end: the end. A byte order mark takes no column.
  [[nodiscard]] SourcePlace place(std::string_view bytes, std::size_t offset, FileId file) const;

 private:
  // A column counts characters, and a hostile file may be one line of many megabytes: with the count of characters known
  // at every step, no look-up walks further than one step.
  static constexpr std::size_t step = 1'024;
  [[nodiscard]] std::uint32_t characters_before(std::string_view bytes, std::size_t offset) const;

  std::vector<std::uint32_t> starts_;  // byte offset of each line
  std::vector<std::uint32_t> counts_;  // characters before each multiple of `step`
};

}  // namespace paiban::document
