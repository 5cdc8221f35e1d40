#pragma once
// Which characters the codes of a font are: its ToUnicode map (ISO 32000-1 9.10.3).

#include <cstdint>
#include <string_view>
#include <vector>

namespace paiban::preflight {

/// What a code is said to be.
enum class Meaning : std::uint8_t {
  none,   ///< not in the map
  text,   ///< characters
  empty,  ///< U+0000, U+FEFF, U+FFFE or U+FFFD: nothing that can be read
};

/// For each code of 0 … 65 535, as far as the map goes.
[[nodiscard]] std::vector<Meaning> read_unicode_map(std::string_view cmap);

/// The character that a code of WinAnsiEncoding is (ISO 32000-1, annex D.2); 0 where it is none.
[[nodiscard]] int win_ansi_character(int code);

}  // namespace paiban::preflight
