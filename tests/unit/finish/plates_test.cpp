#include "finish/plates.hpp"

#include <gtest/gtest.h>

#include <array>

#include "base/message_table.hpp"

namespace paiban::finish {
namespace {

// As a drawing has them: black, a red, white, half a black; "n / 255" of the last component is the n-th.
constexpr std::array<paint::Inks, 4> inks{{{0, 0, 0, 10'000}, {0, 10'000, 9'050, 0}, {0, 0, 0, 0}, {0, 0, 0, 5'000}}};

std::string plates(std::string_view content) {
  const auto made = on_plates(content, inks);
  if (!made) return made.error().code == Code::pdf_not_finished ? "error" : "another error";
  return *made;
}

TEST(Plates, ColoursBecomeTheirInks) {
  EXPECT_EQ(plates("0 0 0.00392157 rg"), "0 1 0.905 0 k\n");
  EXPECT_EQ(plates("0 0 0.0117647 RG"), "0 0 0 0.5 K\n");
}

TEST(Plates, BlackAlonePrintsOverWhatIsBelow) {
  EXPECT_EQ(plates("0 0 0 rg"), "/O1 gs\n0 0 0 1 k\n");
  EXPECT_EQ(plates("0 0 0 RG 0 0 0 rg"), "/O2 gs\n0 0 0 1 K\n/O3 gs\n0 0 0 1 k\n");
}

TEST(Plates, AllElseCutsItOut) {
  EXPECT_EQ(plates("0 0 0 rg 0 0 0.00784314 rg"), "/O1 gs\n0 0 0 1 k\n/O0 gs\n0 0 0 0 k\n");
  EXPECT_EQ(plates("0 0 0 rg 0 0 0.0117647 rg"), "/O1 gs\n0 0 0 1 k\n/O0 gs\n0 0 0 0.5 k\n");
}

TEST(Plates, WhatIsRestoredIsKnown) {
  EXPECT_EQ(plates("q 0 0 0 rg Q 0 0 0 rg"), "q\n/O1 gs\n0 0 0 1 k\nQ\n/O1 gs\n0 0 0 1 k\n");
  EXPECT_EQ(plates("Q"), "error");
}

TEST(Plates, APictureCutsOutWhatIsBelow) {
  EXPECT_EQ(plates("/x5 Do"), "/x5 Do\n");
  EXPECT_EQ(plates("0 0 0 rg /x5 Do 0 0 1 1 re f"), "/O1 gs\n0 0 0 1 k\n/O0 gs\n/x5 Do\n/O1 gs\n0 0 1 1 re\nf\n");
}

TEST(Plates, GraphicsStatesOfTheDrawingGo) { EXPECT_EQ(plates("/a0 gs 1 w"), "1 w\n"); }

TEST(Plates, EverythingElseStays) {
  const std::string text = "BT\n9 0 0 -9 80.25 466.4 Tm\n/f-5-1 1 Tf\n[<0021>-33(rg)]TJ\nET\n/Span <</ActualText(x)>> BDC\nEMC\n";
  EXPECT_EQ(plates(text), text);
}

TEST(Plates, RefusesWhatItDoesNotKnow) {
  for (const char* content :
       {"0 0 0.0156863 rg", "0 0 0.002 rg", "0.784314 0.0627451 0.0941176 rg", "0 0 rg", "0 0 x rg", "-1 0 0 rg", "1.5 0 0 rg",
        "0 0 1e0 rg", "0 g", "0 0 0 1 k", "/Pattern cs", "/p5 scn", "/sh1 sh", "1 0 d0", "foo", "longer"})
    EXPECT_EQ(plates(content), "error") << content;
}

}  // namespace
}  // namespace paiban::finish
