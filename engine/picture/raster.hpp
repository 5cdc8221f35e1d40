#pragma once
// Pictures as samples in their own colours, and what is done to them without a look at their colours.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace paiban::picture {

enum class PictureColour : std::uint8_t { gray, rgb, cmyk };

[[nodiscard]] constexpr std::size_t samples_of(PictureColour colour) {
  return colour == PictureColour::gray ? 1 : colour == PictureColour::rgb ? 3 : 4;
}

/// Samples of 8 bits, interleaved, row by row from the top. Of inks 0 is none.
struct Raster {
  int width = 0, height = 0;  ///< pixels
  PictureColour colour{};
  std::vector<std::uint8_t> samples;

  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width) * samples_of(colour); }
  friend bool operator==(const Raster&, const Raster&) = default;
};

/// How the stored picture is turned to be seen: the numbers of Exif and TIFF (tag 274).
enum class Turn : std::uint8_t {
  upright = 1,
  mirrored = 2,
  half = 3,
  flipped = 4,      ///< top to bottom
  transposed = 5,   ///< over the diagonal from the top left
  to_right = 6,     ///< a quarter clockwise
  transversed = 7,  ///< over the other diagonal
  to_left = 8,
};

/// A turn is three mirrors: its axes change places, then the stored picture runs backwards along one or both.
[[nodiscard]] constexpr bool swaps_axes(Turn turn) { return turn >= Turn::transposed; }
[[nodiscard]] constexpr bool mirrors_x(Turn turn) {
  return turn == Turn::mirrored || turn == Turn::half || turn == Turn::transversed || turn == Turn::to_left;
}
[[nodiscard]] constexpr bool mirrors_y(Turn turn) {
  return turn == Turn::half || turn == Turn::flipped || turn == Turn::to_right || turn == Turn::transversed;
}

/// `raster` as it is to be seen.
[[nodiscard]] Raster turned(Raster raster, Turn turn);

/// The pixels from `left`, `top` up to `right`, `bottom`, which lie within.
[[nodiscard]] Raster cut_out(const Raster& raster, int left, int top, int right, int bottom);

/// Each pixel the average of those it covers. `width` and `height` at most the raster's.
[[nodiscard]] Raster scaled_down(const Raster& raster, int width, int height);

/// The orientation that the body of an Exif marker ("Exif", two zeros, a TIFF header) states; upright where it states none.
[[nodiscard]] Turn exif_turn(std::string_view exif);

}  // namespace paiban::picture
