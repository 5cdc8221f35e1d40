// 裁切: the part of a picture that is seen.

#include "page/crop.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "support/random_numbers.hpp"

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

// Whatever the picture, its place and its focus: the crop lies within the picture, so that no white shows, has the shape of the
// place, holds the focus, and has it in its middle unless an edge is in the way.
TEST(CropTo, keeps_the_focus_and_never_leaves_the_picture) {
  test::RandomNumbers numbers(5);
  for (int i = 0; i < 20'000; ++i) {
    document::Picture picture;
    picture.pixel_width = numbers.between(1, 10'000);
    picture.pixel_height = numbers.between(1, 10'000);
    picture.focus_x = Ratio{numbers.between(0, 10'000)};
    picture.focus_y = Ratio{numbers.between(0, 10'000)};
    const Box box{{}, {}, Length::units(numbers.between(1, 14'000'000)), Length::units(numbers.between(1, 19'000'000))};
    const Crop crop = crop_to(picture, box);
    const auto lies_well = [](Ratio from, Ratio to, Ratio focus) {
      const Ratio half{(to - from).ten_thousandths / 2};
      const bool centred = from == focus - half, at_edge = from == Ratio{} || to == Ratio::one();
      return from >= Ratio{} && from < to && to <= Ratio::one() && from <= focus && focus <= to && (centred || at_edge);
    };
    ASSERT_TRUE(lies_well(crop.left, crop.right, picture.focus_x)) << i;
    ASSERT_TRUE(lies_well(crop.top, crop.bottom, picture.focus_y)) << i;
    EXPECT_TRUE(crop.right - crop.left == Ratio::one() || crop.bottom - crop.top == Ratio::one()) << "more than needed is cut";
    // What is seen, as wide to its height as the box, to within a ten-thousandth of the picture.
    const std::int64_t seen_across = picture.pixel_width * (crop.right - crop.left).ten_thousandths;
    const std::int64_t seen_down = picture.pixel_height * (crop.bottom - crop.top).ten_thousandths;
    const std::int64_t error = std::max(picture.pixel_width * box.height.count(), picture.pixel_height * box.width.count());
    EXPECT_LE(std::abs(seen_across * box.height.count() - seen_down * box.width.count()), error) << i;
  }
}

}  // namespace
}  // namespace paiban::page
