#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "picture/picture.hpp"
#include "pieces.hpp"
#include "render/png.hpp"

namespace paiban::render {
namespace {

constexpr int dpi = 200;
constexpr int smoothing = 8;  // of 255 levels: Cairo rounds curves otherwise where its surface ends, by 6 on this page

picture::Pixels pixels_in(const Result<std::string>& png) {
  EXPECT_TRUE(png);
  if (!png) return {};
  auto pixels =
      picture::parse_picture(*png, "part.png").and_then([](const picture::Picture& read) { return picture::decode(read, 0); });
  EXPECT_TRUE(pixels);
  return pixels ? *std::move(pixels) : picture::Pixels{};
}

// What reaches into the part is drawn, and stands where it stands on the page.
TEST(PngPart, ShowsWhatTheWholeShows) {
  const font::FontCatalogue fonts = carried_faces();
  const paint::DisplayList list = stamp(fonts, {});
  RenderContext context(fonts);
  const PixelBox page = pixels_of(list, dpi);
  const picture::Pixels whole = pixels_in(render_png(list, dpi, context));
  ASSERT_EQ(whole.width, page.width);
  const PixelBox part{page.width / 3, page.height / 4, page.width / 2, page.height / 2};
  const picture::Pixels cut = pixels_in(render_png_part(list, dpi, part, context));
  ASSERT_EQ(cut.width, part.width);
  ASSERT_EQ(cut.height, part.height);
  int most = 0;
  for (int y = 0; y < part.height; ++y)
    for (int x = 0; x < part.width; ++x) {
      const std::uint32_t of_part = cut.rows[static_cast<std::size_t>(y * cut.width + x)];
      const std::uint32_t of_whole = whole.rows[static_cast<std::size_t>((part.y + y) * whole.width + part.x + x)];
      for (const unsigned shift : {0U, 8U, 16U})
        most = std::max(most, std::abs(static_cast<int>(of_part >> shift & 0xFFU) - static_cast<int>(of_whole >> shift & 0xFFU)));
    }
  EXPECT_LE(most, smoothing);
}

}  // namespace
}  // namespace paiban::render
