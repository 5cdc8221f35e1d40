#include "colour/newsprint_profile.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

#include "colour/newsprint_model.hpp"

namespace paiban::colour {
namespace {

/// ΔE of 1976.
double apart(const Lab& a, const Lab& b) { return std::hypot(a.L - b.L, a.a - b.a, a.b - b.b); }

Lab measured(const Xyz& xyz) { return lab_of({xyz.x / newsprint_paper.x, xyz.y / newsprint_paper.y, xyz.z / newsprint_paper.z}); }

TEST(NewsprintProfile, IsTheOneThatIsCarried) {
  std::ifstream file(PAIBAN_SOURCE_DIR "/templates/profiles/newsprint-modelled.icc", std::ios::binary);
  const std::string carried{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(newsprint_profile() == carried);
}

// IFRA26S, of patches that the model was not given.
TEST(NewsprintModel, AgreesWithTheCharacterisation) {
  struct Patch {
    Tones tones;
    Xyz xyz;
  };
  const std::array<Patch, 7> patches{{{{0.8, 0.65, 0.65, 0}, {13.85, 14.50, 11.72}},
                                      {{0.4, 0.27, 0.27, 0}, {26.95, 28.11, 22.36}},
                                      {{0.2, 0.12, 0.12, 0.4}, {19.98, 20.64, 15.60}},
                                      {{0, 0.7, 0.7, 0}, {34.61, 25.63, 10.71}},
                                      {{0.7, 0, 0.7, 0}, {20.49, 27.85, 14.92}},
                                      {{0.7, 0.7, 0, 0}, {17.19, 16.13, 22.20}},
                                      {{0, 0, 0, 0.5}, {22.46, 23.01, 16.87}}}};
  for (const Patch& patch : patches) EXPECT_LT(apart(newsprint_colour(patch.tones), measured(patch.xyz)), 3);
}

TEST(NewsprintModel, HasTheDotGainOfTheStandard) { EXPECT_NEAR(area_of(0.5), 0.5 + 0.26, 1e-9); }

TEST(NewsprintModel, PaperNeedsNoInk) {
  const Tones none = newsprint_separation({100, 0, 0});
  EXPECT_EQ(none.c + none.m + none.y + none.k, 0);
}

TEST(NewsprintModel, GraysComeOutGrayAndMostlyBlack) {
  double black = 0;
  for (double lightness = 95; lightness >= 45; lightness -= 5) {
    const Tones tones = newsprint_separation({lightness, 0, 0});
    EXPECT_LT(apart(newsprint_colour(tones), {lightness, 0, 0}), 0.5) << lightness;
    EXPECT_GE(tones.k, black - 0.01) << lightness;
    black = tones.k;
  }
  EXPECT_GT(black, 0.75);
}

TEST(NewsprintModel, SeparationsKeepTheLimits) {
  for (double lightness = 0; lightness <= 100; lightness += 20)
    for (double a = -100; a <= 100; a += 25)
      for (double b = -100; b <= 100; b += 25) {
        const Tones tones = newsprint_separation({lightness, a, b});
        EXPECT_LE(tones.c + tones.m + tones.y + tones.k, newsprint_ink_limit / 100.0 + 1e-9);
        EXPECT_LE(tones.k, newsprint_black_limit / 100.0);
      }
}

TEST(NewsprintModel, XyzAndLabAreEachOthersInverse) {
  const Lab lab{42, 10, -20};
  EXPECT_LT(apart(lab_of(xyz_of(lab)), lab), 1e-9);
}

}  // namespace
}  // namespace paiban::colour
