// 裁切: the part of a picture that is seen.

#include "page/crop.hpp"

#include <gtest/gtest.h>

#include <array>

namespace paiban::page {
namespace {

using namespace paiban::literals;

/// Left, top, right, bottom in hundredths.
std::array<std::int64_t, 4> crop(int width, int height, const Box& box, int focus_x = 50, int focus_y = 50) {
  document::Picture picture;
  picture.pixel_width = width;
  picture.pixel_height = height;
  picture.focus_x = Ratio{focus_x * 100};
  picture.focus_y = Ratio{focus_y * 100};
  const Crop found = crop_to(picture, box);
  return {found.left.ten_thousandths / 100, found.top.ten_thousandths / 100, found.right.ten_thousandths / 100,
          found.bottom.ten_thousandths / 100};
}

using Parts = std::array<std::int64_t, 4>;
const Box square{5_pt, 7_pt, 90_pt, 90_pt};
const Parts whole{0, 0, 100, 100};

TEST(CropTo, TakesTheBoxsShapeAroundTheFocus) {
  EXPECT_EQ(crop(400, 300, square), (Parts{12, 0, 87, 100}));
  EXPECT_EQ(crop(400, 300, square, 60, 10), (Parts{22, 0, 97, 100}));
  EXPECT_EQ(crop(300, 400, square, 10, 60), (Parts{0, 22, 100, 97}));
  EXPECT_EQ(crop(400, 300, {0_pt, 0_pt, 80_pt, 30_pt}), (Parts{0, 25, 100, 75})) << "a box flatter than the picture";
}

TEST(CropTo, StopsAtThePicturesEdges) {
  EXPECT_EQ(crop(400, 300, square, 0), (Parts{0, 0, 75, 100}));
  EXPECT_EQ(crop(400, 300, square, 100), (Parts{25, 0, 100, 100}));
  EXPECT_EQ(crop(300, 400, square, 50, 30), (Parts{0, 0, 100, 75}));
}

TEST(CropTo, ShowsAllOfAPictureOfTheSameShape) { EXPECT_EQ(crop(300, 300, square, 0, 100), whole); }

TEST(CropTo, ShowsAllWhereASizeIsNotKnown) {
  EXPECT_EQ(crop(0, 300, square), whole);
  EXPECT_EQ(crop(400, 0, square), whole);
  EXPECT_EQ(crop(400, 300, {0_pt, 0_pt, 0_pt, 90_pt}), whole);
}

}  // namespace
}  // namespace paiban::page
