#pragma once
// Lines of a paragraph: ranges of its units, and what was done to them.

#include <cstdint>
#include <vector>

#include "base/length.hpp"

namespace paiban::paragraph {

/// Units [first, last) of a paragraph set as one line.
struct Line {
  std::uint32_t first = 0, last = 0;
  Length indent;   ///< before the first unit
  Length measure;  ///< what the line fills, indent left out
  Length natural;  ///< width after the pair rule and the edge trims, before any adjustment; indent left out
  Length set;      ///< width as set: the measure, or less on a line that is not justified
  Length trim_start, trim_end;
  std::uint32_t places = 0;  ///< boundaries between characters
  Ratio tracking;            ///< in em at every place that opens, what it was tightened by included; part of set − natural
  bool hyphenated = false;   ///< shows a hyphen after its last unit: part of natural and set
  bool justified = true;     ///< false: the last line, or a line that is set natural
};

}  // namespace paiban::paragraph
