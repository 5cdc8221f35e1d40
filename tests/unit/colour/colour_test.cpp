#include <gtest/gtest.h>
#include <lcms2.h>

#include <unistd.h>
#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "colour/ink.hpp"
#include "colour/transform.hpp"
#include "support/press_profile.hpp"

namespace paiban::colour {
namespace {

const Profile& press() {
  static const Profile profile = *parse_profile(small_press_profile(), "press");
  return profile;
}

std::vector<std::uint8_t> converted(const Transform& transform, const std::vector<std::uint8_t>& from) {
  std::vector<std::uint8_t> to(from.size() / transform.samples_from() * transform.samples_to());
  transform.apply(from, to);
  return to;
}

/// Every sixteenth of the cube of RGB.
std::vector<std::uint8_t> all_colours() {
  std::vector<std::uint8_t> samples;
  for (unsigned red = 0; red < 256; red += 17)
    for (unsigned green = 0; green < 256; green += 17)
      for (unsigned blue = 0; blue < 256; blue += 17)
        for (const unsigned sample : {red, green, blue}) samples.push_back(static_cast<std::uint8_t>(sample));
  return samples;
}

TEST(Profile, srgb_is_the_same_bytes_for_ever) {
  EXPECT_EQ(sha256_of(srgb().bytes), "549fad1ffbde45a3c03a56510ae6a54438df0b9d9080070906c00930751363fc");
  EXPECT_EQ(sha256_of(srgb_gray().bytes), "d6a490b3c076267290da82ef1b89493edf84560debe44b8197882693eba48b42");
}

TEST(Profile, srgb_is_what_lcms2_understands_by_it) {
  const Profile read = *parse_profile(srgb().bytes, "sRGB");
  EXPECT_EQ(read, srgb());
  cmsHPROFILE theirs = cmsCreate_sRGBProfile();
  cmsUInt32Number length = 0;
  cmsSaveProfileToMem(theirs, nullptr, &length);
  std::string bytes(length, '\0');
  cmsSaveProfileToMem(theirs, bytes.data(), &length);
  cmsCloseProfile(theirs);
  const auto samples = all_colours();
  const auto same = converted(*Transform::make(srgb(), *parse_profile(bytes, "theirs")), samples);
  for (std::size_t i = 0; i < samples.size(); ++i) EXPECT_NEAR(samples[i], same[i], 1);
}

TEST(Profile, tells_what_it_describes) {
  EXPECT_EQ(srgb_gray(), *parse_profile(srgb_gray().bytes, "gray"));
  EXPECT_EQ(press().kind, ProfileClass::output);
  EXPECT_EQ(press().space, Space::cmyk);
  EXPECT_EQ(press().version, 2);
  EXPECT_EQ(press().name, "a small press");
}

TEST(Profile, every_prefix_is_refused_and_what_follows_is_cut_off) {
  const std::string& whole = srgb().bytes;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto profile = parse_profile(whole.substr(0, length), "cut");
    ASSERT_FALSE(profile) << length;
    EXPECT_EQ(profile.error().code, Code::profile_damaged);
  }
  EXPECT_EQ(*parse_profile(whole + "behind", "longer"), srgb());
}

TEST(Profile, a_changed_byte_never_does_harm) {
  for (std::size_t at = 0; at < 400; at += 11) {
    std::string changed = srgb().bytes;
    changed[at] = static_cast<char>(~changed[at]);
    const auto profile = parse_profile(changed, "changed");
    if (!profile) continue;
    const auto transform = Transform::make(*profile, press());
    if (transform && transform->samples_from() == 3) static_cast<void>(converted(*transform, {1, 2, 3}));
  }
}

TEST(Profile, a_press_profile_is_an_output_of_cmyk) {
  const auto folder = std::filesystem::temp_directory_path() / ("paiban-colour-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "press.icc") << press().bytes;
  std::ofstream(folder / "screen.icc") << srgb().bytes;
  EXPECT_EQ(*read_press_profile(folder / "press.icc"), press());
  EXPECT_EQ(read_press_profile(folder / "screen.icc").error().code, Code::profile_unfit);
  EXPECT_EQ(read_press_profile(folder / "none.icc").error().code, Code::profile_unreadable);
  std::filesystem::remove_all(folder);
}

TEST(Transform, paper_stays_white_and_inks_come_back) {
  const Transform to_press = *Transform::make(srgb(), press());
  EXPECT_EQ(converted(to_press, {255, 255, 255}), (std::vector<std::uint8_t>{0, 0, 0, 0}));
  const Transform to_screen = *Transform::make(press(), srgb());
  const std::vector<std::uint8_t> colours{200, 130, 120, 120, 120, 120, 110, 150, 120};
  const auto back = converted(to_screen, converted(to_press, colours));
  for (std::size_t i = 0; i < colours.size(); ++i) EXPECT_NEAR(colours[i], back[i], 6) << i;  // the tables' grids
}

TEST(Transform, is_the_same_in_one_piece_or_many) {
  const Transform transform = *Transform::make(srgb(), press());
  const auto colours = all_colours();
  const auto whole = converted(transform, colours);
  for (std::size_t pixel = 0; pixel < colours.size() / 3; pixel += 31) {
    const auto alone = converted(transform, {colours[3 * pixel], colours[3 * pixel + 1], colours[3 * pixel + 2]});
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), whole.begin() + static_cast<std::ptrdiff_t>(4 * pixel)));
  }
}

TEST(BlackInk, is_as_light_on_the_press_as_the_gray_was_between_its_own_white_and_black) {
  const BlackInk black = *BlackInk::make(srgb_gray(), press());
  std::vector<std::uint8_t> grays(256), inks(256);
  for (unsigned i = 0; i < 256; ++i) grays[i] = static_cast<std::uint8_t>(i);
  black.apply(grays, inks);
  EXPECT_EQ(inks.front(), 255);
  EXPECT_EQ(inks.back(), 0);
  EXPECT_TRUE(std::ranges::is_sorted(inks, std::greater{}));
  // Gray 128 is 0.2159 of the light: 1 − 0.85 · ink = 0.15 + 0.85 · 0.2159.
  EXPECT_NEAR(inks[128], std::lround(255 * (1 - 0.2159)), 1);
}

TEST(BlackInk, takes_colours_by_their_lightness) {
  const BlackInk black = *BlackInk::make(srgb(), press());
  std::array<std::uint8_t, 3> inks{};
  black.apply(std::array<std::uint8_t, 9>{255, 255, 0, 0, 255, 0, 0, 0, 255}, inks);
  EXPECT_LT(inks[0], inks[1]);
  EXPECT_LT(inks[1], inks[2]);
}

TEST(InkLimit, is_counted_in_samples) {
  EXPECT_EQ(ink_samples(Ratio{23'000}), 586U);
  EXPECT_EQ(ink_samples(Ratio{40'000}), 1020U);
  EXPECT_EQ(ink_samples(Ratio{-1}), 0U);
}

TEST(InkLimit, holds_at_every_pixel_and_keeps_black_and_balance) {
  for (const unsigned most : {0U, 100U, 300U, 586U, 1020U}) {
    for (unsigned black = 0; black < 256; black += 15) {
      std::array<std::uint8_t, 4> pixel{240, 120, 60, static_cast<std::uint8_t>(black)};
      limit_ink(pixel, most);
      const unsigned sum = unsigned{pixel[0]} + pixel[1] + pixel[2] + pixel[3];
      EXPECT_LE(sum, most);
      EXPECT_EQ(pixel[3], std::min(black, most));
      EXPECT_GE(sum + 3, std::min(most, 420 + black));  // no more than needed
      EXPECT_NEAR(pixel[0], 2 * pixel[1], 2);
      EXPECT_NEAR(pixel[1], 2 * pixel[2], 2);
    }
  }
}

}  // namespace
}  // namespace paiban::colour
