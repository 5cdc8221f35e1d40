#pragma once
// Colours of a content stream, as far as plates and intents are concerned (ISO 32000-1 8.6).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/pdf_file.hpp"

namespace paiban::preflight {

enum class Family : std::uint8_t {
  gray,
  rgb,
  cmyk,
  lab,
  calibrated_gray,
  calibrated_rgb,
  profiled_gray,  ///< ICCBased, one component
  profiled_rgb,
  profiled_cmyk,
  spots,  ///< Separation and DeviceN
  pattern,
  unknown,
};

struct ColourSpace {
  Family family = Family::gray;
  std::size_t components = 1;
  std::vector<std::string> spots;      ///< names of colorants, with the slash
  Family alternate = Family::unknown;  ///< of spots
  bool indexed = false;
};

/// "DeviceRGB", "an ICC profile for RGB" …: as messages name it.
[[nodiscard]] std::string_view family_name(Family family);

/// A space by its name or array; `resources` for names that stand there.
[[nodiscard]] ColourSpace read_space(Object space, Object resources, int depth = 0);

/// C, M, Y, K and others in their order, 0 … 1 each.
struct Inks {
  std::array<double, 4> process{0, 0, 0, 1};
  double others = 0;     ///< the sum of other inks
  int other_plates = 0;  ///< how many of them have any
  bool known = true;     ///< false: RGB and the like, or a pattern

  [[nodiscard]] double total() const { return process[0] + process[1] + process[2] + process[3] + others; }
  [[nodiscard]] int plates() const;
  [[nodiscard]] bool is_white() const { return known && plates() == 0; }
  [[nodiscard]] bool is_black_alone() const;
  [[nodiscard]] bool is_rich_black() const;
};

/// The inks of `components` in `space`.
[[nodiscard]] Inks inks_of(const ColourSpace& space, const std::vector<double>& components);

struct Colour {
  ColourSpace space;
  Inks inks;
};

}  // namespace paiban::preflight
