#include "picture/separation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "picture/jpeg.hpp"
#include "support/press_profile.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::picture {
namespace {

using render::pictures;

const PressColours& press() {
  static const PressColours colours{colour::parse_profile(small_press_profile(), "press").value(), Ratio{24'000}};
  return colours;
}

/// Large enough that no pixel of the small pictures is thrown away.
PressPlace place() { return {Ratio{}, Ratio{}, Ratio::one(), Ratio::one(), millimetres(40), millimetres(27)}; }

Separated separate(const Picture& picture, Plates plates = Plates::four, const PressPlace& at = place(),
                   const PressColours& colours = press()) {
  colour::TransformShelf transforms;
  return *separated(picture, at, plates, colours, transforms);
}

Separated separate(const char* file, Plates plates = Plates::four) { return separate(*read_picture(pictures / file), plates); }

Raster printed(const Separated& separated) { return *decode_jpeg(separated.jpeg, 1); }

unsigned most_ink(const Raster& cmyk) {
  unsigned most = 0;
  for (std::size_t at = 0; at < cmyk.samples.size(); at += 4)
    most = std::max(most, unsigned{cmyk.samples[at]} + cmyk.samples[at + 1] + cmyk.samples[at + 2] + cmyk.samples[at + 3]);
  return most;
}

Picture of(Raster raster) {
  Picture picture;
  picture.info = {raster.width, raster.height, PictureFormat::png, raster.colour};
  picture.raster = std::move(raster);
  return picture;
}

/// Pixels without rhyme, the worst for JPEG: full inks beside none.
Raster noise(PictureColour colour) {
  Raster raster{64, 64, colour, {}};
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < raster.row_bytes() * 64; ++i) {
    state = state * 1664525U + 1013904223U;
    raster.samples.push_back(static_cast<std::uint8_t>((state >> 31U) * 255U));
  }
  return raster;
}

TEST(Separated, colours_come_in_four_inks_not_inverted_and_without_adobes_mark) {
  for (const char* file : {"colour.jpg", "colour.png", "lzw.tif"}) {
    SCOPED_TRACE(file);
    const Separated four = separate(file);
    EXPECT_EQ(four.colour, PictureColour::cmyk);
    EXPECT_EQ(four.jpeg.find("Adobe"), std::string::npos);
    EXPECT_EQ(four.jpeg.find("JFIF"), std::string::npos);
    const Raster inks = printed(four);
    ASSERT_EQ(inks.colour, PictureColour::cmyk);
    const std::uint8_t* yellow = &inks.samples[(3 * 48 + 3) * 4];  // red and green light, no blue
    EXPECT_LT(yellow[0], 40);
    EXPECT_LT(yellow[1], 60);
    EXPECT_GT(yellow[2], 200);
  }
}

TEST(Separated, inks_keep_the_right_way_round) {
  const Raster from_adobe = printed(separate("cmyk.jpg")), plain = printed(separate("inks.tif"));
  const std::size_t green = (3 * 48 + 28) * 4;  // cyan and yellow
  for (const Raster* inks : {&from_adobe, &plain}) {
    EXPECT_GT(inks->samples[green], 200);
    EXPECT_LT(inks->samples[green + 1], 40);
    EXPECT_LT(inks->samples[green + 3], 20);
  }
}

TEST(Separated, gray_and_what_is_gray_after_all_come_in_black) {
  EXPECT_EQ(separate("gray.jpg").colour, PictureColour::gray);
  EXPECT_EQ(separate("fax.tif").colour, PictureColour::gray);
  EXPECT_EQ(separate(of({1, 1, PictureColour::rgb, {100, 103, 98}})).colour, PictureColour::gray);
  EXPECT_EQ(separate(of({1, 1, PictureColour::rgb, {100, 120, 98}})).colour, PictureColour::cmyk);
  EXPECT_EQ(separate(of({1, 1, PictureColour::cmyk, {0, 3, 0, 90}})).colour, PictureColour::gray);
  EXPECT_EQ(separate(of({1, 1, PictureColour::cmyk, {90, 90, 90, 0}})).colour, PictureColour::cmyk);
}

TEST(Separated, on_a_page_of_black_all_is_gray) {
  for (const char* file : {"colour.jpg", "cmyk.jpg", "inks.tif", "gray.png"})
    EXPECT_EQ(separate(file, Plates::black).colour, PictureColour::gray) << file;
  const Raster gray = printed(separate("lzw.tif", Plates::black));
  EXPECT_GT(gray.samples[3 * 48 + 3], gray.samples[28 * 48 + 3]);  // yellow above, red below
}

TEST(Separated, white_is_paper_and_black_all_black_ink) {
  EXPECT_EQ(printed(separate(of({1, 1, PictureColour::gray, {255}}))).samples.front(), 255);
  EXPECT_EQ(printed(separate(of({1, 1, PictureColour::gray, {0}}))).samples.front(), 0);
  EXPECT_EQ(printed(separate(of({1, 1, PictureColour::cmyk, {0, 0, 0, 200}}))).samples.front(), 55);
}

TEST(Separated, no_decoded_pixel_has_more_ink_than_the_paper_takes) {
  for (const std::int64_t limit : {10'000, 20'000, 24'000, 40'000}) {
    const PressColours colours{press().profile, Ratio{limit}};
    for (const PictureColour colour : {PictureColour::cmyk, PictureColour::rgb}) {
      const Raster inks = printed(separate(of(noise(colour)), Plates::four, place(), colours));
      EXPECT_LE(most_ink(inks), colour::ink_samples(Ratio{limit})) << limit;
    }
  }
}

TEST(Separated, only_what_is_seen_and_what_newsprint_shows) {
  PressPlace at{Ratio{2'500}, Ratio{}, Ratio{7'500}, Ratio::one(), points(72), points(72)};
  const Raster large{1600, 1600, PictureColour::gray, std::vector<std::uint8_t>(1600 * 1600, 128)};
  EXPECT_EQ(separate(of(large), Plates::four, at).width, press_ppi);
  EXPECT_EQ(separate(of(large), Plates::four, at).height, press_ppi);
  at.width = at.height = points(7200);
  EXPECT_EQ(separate(of(large), Plates::four, at).width, 800);  // nothing is made up
  EXPECT_EQ(separate(of(large), Plates::four, at).height, 1600);
}

TEST(Separated, is_the_same_bytes_again) {
  EXPECT_EQ(separate("colour.jpg"), separate("colour.jpg"));
  EXPECT_EQ(separate(of(noise(PictureColour::cmyk))), separate(of(noise(PictureColour::cmyk))));
}

}  // namespace
}  // namespace paiban::picture
