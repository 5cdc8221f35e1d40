#pragma once
// Where in the editor's files a thing stands.

#include <compare>
#include <cstdint>

namespace paiban {

/// Index into Report::files(). 0 is "no file".
using FileId = std::uint16_t;

/// A place in a source file: line and column count from 1, the column in characters (not bytes). Line 0: the file as a whole.
struct SourcePlace {
  FileId file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr auto operator<=>(const SourcePlace&, const SourcePlace&) = default;
};

}  // namespace paiban
