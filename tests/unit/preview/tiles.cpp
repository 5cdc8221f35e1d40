#include "preview/tiles.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace paiban::preview {
namespace {

using namespace paint;

std::uint64_t no_picture(const std::filesystem::path& /*file*/) { return 0; }

// 20 × 15 inches: at 100 dpi 2 000 × 1 500 pixels, 4 × 3 tiles.
DisplayList page_with(std::vector<Item> items) {
  DisplayList list;
  list.width = points(1440);
  list.height = points(1080);
  list.items = std::move(items);
  return list;
}

Fill fill_at(int x, int y) { return {{points(x), points(y), points(20), points(20)}, {"black", 0}}; }

std::vector<int> differing(const TileGrid& one, const TileGrid& other) {
  std::vector<int> tiles;
  for (std::size_t i = 0; i < one.keys.size(); ++i)
    if (one.keys[i] != other.keys[i]) tiles.push_back(static_cast<int>(i));
  return tiles;
}

TEST(Tiles, CoverThePage) {
  const TileGrid grid = tile_grid(page_with({}), 100, no_picture);
  EXPECT_EQ(grid.columns, 4);
  EXPECT_EQ(grid.rows, 3);
  int area = 0;
  for (int i = 0; i < grid.columns * grid.rows; ++i) {
    const render::PixelBox box = tile_box(grid, i);
    EXPECT_GT(box.width, 0);
    EXPECT_GT(box.height, 0);
    area += box.width * box.height;
  }
  EXPECT_EQ(area, grid.width * grid.height);
  EXPECT_EQ(tile_box(grid, 11).width, 2'000 - 3 * tile_side);
}

TEST(Tiles, KeepTheirKeysWhereNothingChanges) {
  const TileGrid before = tile_grid(page_with({fill_at(10, 10), fill_at(1000, 900)}), 100, no_picture);
  EXPECT_TRUE(differing(before, tile_grid(page_with({fill_at(10, 10), fill_at(1000, 900)}), 100, no_picture)).empty());
  // The second moves by a point: its tile alone is another.
  const TileGrid after = tile_grid(page_with({fill_at(10, 10), fill_at(1001, 900)}), 100, no_picture);
  EXPECT_EQ(differing(before, after), (std::vector{10}));
}

TEST(Tiles, SeeOrderAndColour) {
  Fill red = fill_at(12, 12);
  red.colour.screen = 0xFF0000;
  const TileGrid one = tile_grid(page_with({fill_at(10, 10), red}), 100, no_picture);
  EXPECT_EQ(differing(one, tile_grid(page_with({red, fill_at(10, 10)}), 100, no_picture)), (std::vector{0}));
}

TEST(Tiles, SeeAPictureThatWasReplaced) {
  PictureItem picture;
  picture.box = {points(10), points(10), points(100), points(100)};
  picture.file = "photo.jpg";
  const auto page = page_with({picture});
  const TileGrid before = tile_grid(page, 100, [](const auto& /*file*/) { return std::uint64_t{1}; });
  EXPECT_EQ(differing(before, tile_grid(page, 100, [](const auto& /*file*/) { return std::uint64_t{2}; })), (std::vector{0}));
}

TEST(Tiles, IgnoreWhatIsNotSeen) {
  const TileGrid plain = tile_grid(page_with({fill_at(10, 10)}), 100, no_picture);
  EXPECT_TRUE(differing(plain, tile_grid(page_with({Tag{true, "story"}, fill_at(10, 10)}), 100, no_picture)).empty());
}

}  // namespace
}  // namespace paiban::preview
