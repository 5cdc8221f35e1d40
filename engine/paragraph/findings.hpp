#pragma once
// What a reader's eye stops at in a set line.

#include <cstdint>
#include <vector>

#include "paragraph/line.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

enum class Finding : std::uint8_t {
  loose,           ///< opened beyond loosest_gap (typography A4)
  parted_in_need,  ///< ends where no legal break would have it
  lone_character,  ///< 孤字成行 (typography F3)
};

/// What is wrong with `line` of `paragraph`; mostly nothing.
[[nodiscard]] std::vector<Finding> findings_in(const text::ShapedParagraph& paragraph, const Line& line);

/// Mean gap between the line's characters as set, in em.
[[nodiscard]] Ratio gap_of(const text::ShapedParagraph& paragraph, const Line& line);

}  // namespace paiban::paragraph
