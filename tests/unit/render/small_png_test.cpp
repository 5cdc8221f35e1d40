// The small PNG shows what the quick one shows, in fewer levels and fewer bytes.

#include "render/small_png.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "picture/picture.hpp"
#include "pieces.hpp"
#include "render/png.hpp"

namespace paiban::render {
namespace {

constexpr int dpi = 200;

picture::Pixels pixels_of(const std::string& png) {
  const auto picture = picture::parse_picture(png, "page.png");
  EXPECT_TRUE(picture);
  auto pixels = picture.and_then([](const picture::Picture& read) { return picture::decode(read, 0); });
  EXPECT_TRUE(pixels);
  return pixels ? *std::move(pixels) : picture::Pixels{};
}

int farthest(const picture::Pixels& a, const picture::Pixels& b) {
  int most = 0;
  for (std::size_t i = 0; i < a.rows.size(); ++i)
    for (const unsigned shift : {0U, 8U, 16U})
      most =
          std::max(most, std::abs(static_cast<int>(a.rows[i] >> shift & 0xFFU) - static_cast<int>(b.rows[i] >> shift & 0xFFU)));
  return most;
}

/// With a photograph, in which case pixels are kept as they are; and without, which makes a palette.
class SmallPng : public testing::TestWithParam<const char*> {};

TEST_P(SmallPng, ShowsTheSamePage) {
  const font::FontCatalogue fonts = carried_faces();
  const std::string photo = GetParam();
  const paint::DisplayList list = stamp(fonts, photo.empty() ? std::filesystem::path() : pictures / photo);
  RenderContext context(fonts);
  const std::string quick = render_png(list, dpi, context).value(), small = render_small_png(list, dpi, context).value();
  const picture::Pixels before = pixels_of(quick), after = pixels_of(small);
  ASSERT_EQ(before.width, after.width);
  ASSERT_EQ(before.height, after.height);
  ASSERT_EQ(before.rows.size(), after.rows.size());
  constexpr int half_a_step = 9;  // of sixteen levels
  EXPECT_LE(farthest(before, after), half_a_step);
  EXPECT_LT(small.size() * 4, quick.size() * 3);
  EXPECT_EQ(small, render_small_png(list, dpi, context).value());
}

INSTANTIATE_TEST_SUITE_P(Photos, SmallPng, testing::Values("", "gray.jpg", "colour.jpg"));

}  // namespace
}  // namespace paiban::render
