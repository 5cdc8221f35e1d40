#pragma once
// Which standard a finished PDF keeps.

#include <cstdint>
#include <optional>
#include <string_view>

namespace paiban::finish {

enum class Flavour : std::uint8_t {
  x4,   ///< PDF/X-4, ISO 15930-7: to the press
  x1a,  ///< PDF/X-1a:2003, ISO 15930-4: to older presses
  a2u,  ///< PDF/A-2u, ISO 19005-2, tagged: kept
  a3u,  ///< PDF/A-3u, ISO 19005-3: the same with the issue's XML attached
  a1b,  ///< PDF/A-1b, ISO 19005-1: the flavour that foreign validators judge
};

/// "x4", "x1a" …: the words of --flavour.
[[nodiscard]] std::string_view name_of(Flavour flavour);
[[nodiscard]] std::optional<Flavour> flavour_of(std::string_view name);

/// Whether it goes to the press: inks, boxes, no tags.
[[nodiscard]] constexpr bool is_for_press(Flavour flavour) { return flavour == Flavour::x4 || flavour == Flavour::x1a; }

}  // namespace paiban::finish
