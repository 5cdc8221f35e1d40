#include "font/hidden_cmap.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/mapped_file.hpp"
#include "font/font_catalogue.hpp"
#include "font/handles.hpp"

namespace paiban::font {
namespace {

const std::filesystem::path fonts = std::filesystem::path(PAIBAN_SOURCE_DIR) / "fonts";

class HiddenCmap : public testing::TestWithParam<const char*> {
 protected:
  FontCatalogue catalogue() const {
    document::Catalogue one;
    one.faces.emplace_back();
    one.faces.back().id = "X";
    one.faces.back().file = fonts / GetParam();
    return FontCatalogue::of(std::move(one));
  }
};

TEST_P(HiddenCmap, LeavesGlyphsButNoCharacters) {
  const FontCatalogue opened = catalogue();
  const Face& face = **opened.open(0);
  const std::uint32_t glyph = face.glyph_of(U'昌');
  EXPECT_NE(glyph, 0U);
  FT_FaceRec_* drawn = face.rasteriser();
  for (const FT_ULong character : {0x41UL, 0x660CUL, 0xFFFDUL}) EXPECT_EQ(FT_Get_Char_Index(drawn, character), 0U);
  FT_UInt first = 1;
  FT_Get_First_Char(drawn, &first);
  EXPECT_EQ(first, 0U);
  ASSERT_EQ(FT_Load_Glyph(drawn, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING), 0);
  EXPECT_GT(drawn->glyph->outline.n_points, 0);
}

TEST_P(HiddenCmap, LeavesTheFileAsItIs) {
  const auto before = read_whole(fonts / GetParam(), Face::most_bytes);
  { static_cast<void>(catalogue().open(0)); }
  EXPECT_TRUE(before == read_whole(fonts / GetParam(), Face::most_bytes));
}

INSTANTIATE_TEST_SUITE_P(Faces, HiddenCmap,
                         testing::Values("noto-serif-sc/NotoSerifSC-Regular.ttf", "fandol/FandolKai-Regular.otf"));

std::vector<std::byte> bytes_of(std::string_view text) {
  std::vector<std::byte> bytes(text.size());
  std::ranges::transform(text, bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
  return bytes;
}

// Whatever a file says of its tables, nothing outside it is read or written: every length of a face that lies.
TEST(HideCmap, StaysInsideTheFile) {
  std::string lying("\0\1\0\0\0\2\0\0\0\0\0\0", 12);
  lying += std::string("cmap\0\0\0\0\0\0\0\x20\0\0\0\x40", 16) + std::string("cmap\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 16);
  std::string collection("ttcf\0\1\0\0\0\0\0\1\xFF\xFF\xFF\xF0", 16);
  for (const std::string& text : {lying, collection})
    for (std::size_t length = 0; length <= text.size(); ++length)
      for (const int index : {-1, 0, 1, 1 << 30}) {
        std::vector<std::byte> bytes = bytes_of(text.substr(0, length));
        hide_cmap(bytes, index);
        EXPECT_EQ(bytes.size(), length);
      }
}

}  // namespace
}  // namespace paiban::font
