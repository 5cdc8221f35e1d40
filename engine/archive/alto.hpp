#pragma once
// A page as ALTO 4.4 (Library of Congress): every block, line, string and character in its exact place.

#include <string>
#include <string_view>

#include "archive/reading.hpp"

namespace paiban::archive {

/// ALTO's finer unit, 1/1200 inch = 0.06 pt.
[[nodiscard]] constexpr std::int64_t in_1200ths(Length length) {
  constexpr std::int64_t units = Length::units_per_point * 72 / 1200;
  return scale_rounded(length.count(), 1, units);
}

/// `image`: the page's picture, relative to the file. `software`: name and version of what made the page.
///
/// Blocks have the ids of `page`. A String is what stands between two spaces or marks, its marks with it; in it is a Glyph for
/// every character. Vertical lines are marked by BASEDIRECTION, not by ROTATION: their characters stand upright.
[[nodiscard]] std::string alto(const ReadPage& page, std::string_view image, std::string_view software);

}  // namespace paiban::archive
