#pragma once
// Where an English word may be parted: Liang's method over Knuth's own patterns, the ones of plain TeX.
// They are compiled in (data/hyphen.tex, unchanged, its licence in its first lines): a page must not break otherwise where
// another release of a dictionary is installed, and the method is shorter than the glue to a library.

#include <cstdint>
#include <string_view>
#include <vector>

namespace paiban::text {

/// The bytes of data/hyphen.tex.
[[nodiscard]] std::string_view hyphen_tex();

/// Where `word` may take a hyphen: ascending byte offsets, none before the second or after the third-last letter. `word` is of
/// the letters a to z alone; any other has no such place.
[[nodiscard]] std::vector<std::uint32_t> hyphenation_points(std::string_view word);

}  // namespace paiban::text
