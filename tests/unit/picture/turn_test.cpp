// Pictures that are turned, cut out, made smaller; profiles inside them.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/message_table.hpp"
#include "picture/jpeg.hpp"
#include "support/press_profile.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::picture {
namespace {

using render::bytes_of;
using render::pictures;

/// `jpeg` with a marker of `kind` and `body` right behind its start.
std::string with_marker(const std::string& jpeg, unsigned kind, const std::string& body) {
  const std::size_t length = body.size() + 2;
  const std::string head{'\xFF', static_cast<char>(kind), static_cast<char>(length >> 8U), static_cast<char>(length & 0xFFU)};
  return jpeg.substr(0, 2) + head + body + jpeg.substr(2);
}

std::string exif(unsigned turn, bool big) {
  using namespace std::string_literals;
  const auto value = static_cast<char>(turn);
  return "Exif\0\0"s + (big ? "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + value + "\0\0"s
                            : "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + value + "\0\0\0"s);
}

std::string profiled(const std::string& jpeg, const std::string& profile) {
  using namespace std::string_literals;
  return with_marker(jpeg, 0xE2, "ICC_PROFILE\0\x01\x01"s + profile);
}

/// 1 2 3
/// 4 5 6
const Raster numbered{3, 2, PictureColour::gray, {1, 2, 3, 4, 5, 6}};

TEST(Turn, all_eight_are_as_exif_has_them) {
  const auto seen = [](int turn) { return turned(numbered, static_cast<Turn>(turn)).samples; };
  using Samples = std::vector<std::uint8_t>;
  EXPECT_EQ(seen(1), (Samples{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(seen(2), (Samples{3, 2, 1, 6, 5, 4}));
  EXPECT_EQ(seen(3), (Samples{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(seen(4), (Samples{4, 5, 6, 1, 2, 3}));
  EXPECT_EQ(seen(5), (Samples{1, 4, 2, 5, 3, 6}));
  EXPECT_EQ(seen(6), (Samples{4, 1, 5, 2, 6, 3}));
  EXPECT_EQ(seen(7), (Samples{6, 3, 5, 2, 4, 1}));
  EXPECT_EQ(seen(8), (Samples{3, 6, 2, 5, 1, 4}));
  EXPECT_EQ(turned(numbered, Turn::to_right).width, 2);
}

TEST(Turn, a_jpeg_is_as_large_as_it_is_seen) {
  const std::string jpeg = bytes_of(pictures / "colour.jpg");
  for (const bool big : {false, true}) {
    const Picture upright = *parse_picture(jpeg, "upright"),
                  picture = *parse_picture(with_marker(jpeg, 0xE1, exif(6, big)), "turned");
    EXPECT_EQ(picture.turn, Turn::to_right);
    EXPECT_EQ(picture.info.width, 32);
    EXPECT_EQ(picture.info.height, 48);
    EXPECT_TRUE(picture.embeddable);
    EXPECT_EQ(*raster_of(picture, 32), turned(*raster_of(upright, 48), Turn::to_right));
    EXPECT_EQ(raster_of(picture, 16)->width, 16);
  }
}

TEST(Turn, what_exif_does_not_say_is_upright) {
  for (const std::string& body :
       {std::string("Exif"), exif(6, true).substr(0, 16), exif(0, true), exif(9, false), std::string("XMP")})
    EXPECT_EQ(exif_turn(body), Turn::upright);
}

TEST(Raster, is_cut_out) { EXPECT_EQ(cut_out(numbered, 1, 0, 3, 2), (Raster{2, 2, PictureColour::gray, {2, 3, 5, 6}})); }

TEST(Raster, made_smaller_is_the_average_of_what_is_covered) {
  EXPECT_EQ(scaled_down(numbered, 3, 1), (Raster{3, 1, PictureColour::gray, {3, 4, 5}}));
  EXPECT_EQ(scaled_down({3, 1, PictureColour::gray, {0, 90, 30}}, 2, 1), (Raster{2, 1, PictureColour::gray, {30, 50}}));
  EXPECT_EQ(scaled_down({2, 1, PictureColour::rgb, {0, 100, 255, 10, 200, 255}}, 1, 1),
            (Raster{1, 1, PictureColour::rgb, {5, 150, 255}}));
  EXPECT_EQ(scaled_down(numbered, 3, 2), numbered);
}

TEST(PictureProfile, that_says_srgb_says_nothing) {
  const Picture picture = *parse_picture(profiled(bytes_of(pictures / "colour.jpg"), colour::srgb().bytes), "photo");
  EXPECT_FALSE(picture.profile);
  EXPECT_TRUE(picture.notes.empty());
  EXPECT_TRUE(picture.embeddable);
}

/// sRGB with its red and blue in each other's place.
std::string swapped_srgb() {
  std::string bytes = colour::srgb().bytes;
  bytes[bytes.find("rXYZ")] = 'b';
  bytes[bytes.rfind("bXYZ")] = 'r';
  return bytes;
}

TEST(PictureProfile, of_its_own_is_obeyed) {
  const Picture plain = *read_picture(pictures / "colour.jpg");
  const Picture picture = *parse_picture(profiled(bytes_of(pictures / "colour.jpg"), swapped_srgb()), "photo");
  ASSERT_TRUE(picture.profile);
  EXPECT_FALSE(picture.embeddable);
  const std::uint32_t was = decode(plain, 48)->rows[3 * 48 + 3], is = decode(picture, 48)->rows[3 * 48 + 3];
  EXPECT_NEAR(static_cast<int>(is & 0xFFU), static_cast<int>(was >> 16U), 3);
  EXPECT_NEAR(static_cast<int>(is >> 16U), static_cast<int>(was & 0xFFU), 3);
}

TEST(PictureProfile, that_cannot_be_used_is_said_and_left_out) {
  const std::string jpeg = bytes_of(pictures / "colour.jpg");
  for (const std::string& bytes : {std::string("no profile"), colour::srgb().bytes.substr(0, 1000), colour::srgb_gray().bytes}) {
    const Picture picture = *parse_picture(profiled(jpeg, bytes), "photo");
    EXPECT_FALSE(picture.profile);
    ASSERT_EQ(picture.notes.size(), 1U);
    EXPECT_EQ(picture.notes.front().code, Code::picture_profile_unusable);
    EXPECT_EQ(decode(picture, 48)->rows, decode(*parse_picture(jpeg, "plain"), 48)->rows);
  }
}

TEST(PictureProfile, of_the_press_shows_inks_on_the_screen) {
  const Picture picture = *read_picture(pictures / "inks.tif");
  ScreenColours colours{colour::parse_profile(small_press_profile(), "press").value(), {}};
  const auto plain = decode(picture, 48)->rows, shown = decode(picture, 48, colours)->rows;
  EXPECT_NE(plain, shown);
  const std::uint32_t red = shown[31 * 48];  // full magenta and yellow: this press still gives back some green
  EXPECT_GT(red >> 16U, 200U);
  EXPECT_LT((red >> 8U) & 0xFFU, 120U);
  EXPECT_EQ(decode(*read_picture(pictures / "colour.jpg"), 48, colours)->rows,
            decode(*read_picture(pictures / "colour.jpg"), 48)->rows);
}

}  // namespace
}  // namespace paiban::picture
