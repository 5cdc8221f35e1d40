#pragma once
// A page cut into square tiles, each known by what stands in it: a tile that keeps its key keeps its pixels.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "paint/display_list.hpp"
#include "render/png.hpp"

namespace paiban::preview {

/// Pixels: small enough that a changed word sends little, large enough that a page is a few dozen.
inline constexpr int tile_side = 512;

/// The resolutions that are drawn: a browser takes the next one above what it shows, so that every zoom is sharp.
inline constexpr int least_dpi = 24;
inline constexpr int most_dpi = 400;

struct TileGrid {
  int dpi = 0;
  int width = 0, height = 0;  ///< pixels of the page
  int columns = 0, rows = 0;
  std::vector<std::string> keys;  ///< row by row, 16 hexadecimal digits each
};

/// The state of a picture's file: a new photograph under the old name is a new tile.
using PictureState = std::function<std::uint64_t(const std::filesystem::path&)>;

/// Keys of all tiles of `page` at `dpi`. The same items at the same places give the same key.
[[nodiscard]] TileGrid tile_grid(const paint::DisplayList& page, int dpi, const PictureState& picture_state);

/// Where tile `index` of `grid` stands, in pixels; those at the right and at the bottom are smaller.
[[nodiscard]] render::PixelBox tile_box(const TileGrid& grid, int index);

}  // namespace paiban::preview
