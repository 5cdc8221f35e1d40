// What only TIFF brings: pages, odd layouts, absurd numbers, loops.

#include <gtest/gtest.h>

#include "base/message_table.hpp"
#include "picture/picture.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::picture {
namespace {

using render::bytes_of;
using render::pictures;

/// Integers of a TIFF in the order of its bytes.
class Numbers {
 public:
  explicit Numbers(std::string& bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}
  [[nodiscard]] std::uint32_t at(std::size_t place, std::size_t count) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
      value = (value << 8U) | static_cast<unsigned char>(bytes_.at(place + index(i, count)));
    return value;
  }
  void put(std::size_t place, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes_.at(place + index(3 - i, 4)) = static_cast<char>((value >> (8U * i)) & 0xFFU);
  }
  [[nodiscard]] std::size_t directory() const { return at(4, 4); }
  /// Where the value of `tag` stands in the first directory; nowhere where it has none.
  [[nodiscard]] std::size_t value_of(unsigned tag) const {
    for (std::size_t entry = directory() + 2; entry < next_directory(); entry += 12)
      if (at(entry, 2) == tag) return entry + 8;
    return std::string::npos;
  }
  /// Where the place of the next directory stands.
  [[nodiscard]] std::size_t next_directory() const { return directory() + 2 + 12 * std::size_t{at(directory(), 2)}; }

 private:
  [[nodiscard]] std::size_t index(std::size_t i, std::size_t count) const { return big_ ? i : count - 1 - i; }
  std::string& bytes_;
  bool big_;
};

/// The picture with another value in a tag, of 32 bits or of 16.
std::string changed(const char* file, unsigned tag, std::uint32_t value) {
  std::string bytes = bytes_of(pictures / file);
  Numbers numbers(bytes);
  const std::size_t at = numbers.value_of(tag);
  const bool is_short = numbers.at(at - 6, 2) == 3;
  numbers.put(at, is_short && bytes.starts_with("MM") ? value << 16U : value);
  return bytes;
}

constexpr unsigned width = 256, length = 257, bits = 258, compression = 259, photometric = 262, rows_per_strip = 278,
                   tile_width = 322, tile_length = 323;

TEST(Tiff, of_several_pages_the_first_is_taken_and_said) {
  const Picture picture = *read_picture(pictures / "pages.tif");
  EXPECT_EQ(picture.raster.samples.front(), 40);
  ASSERT_EQ(picture.notes.size(), 1U);
  EXPECT_EQ(picture.notes.front().code, Code::picture_several_pages);
  EXPECT_EQ(picture.notes.front().arguments.back(), "2");  // the small copy between them is no page
}

TEST(Tiff, black_and_white_of_one_bit) {
  const Picture picture = *read_picture(pictures / "fax.tif");
  EXPECT_EQ(picture.raster.samples[0], 0);
  EXPECT_EQ(picture.raster.samples[23], 0);
  EXPECT_EQ(picture.raster.samples[24], 255);
}

TEST(Tiff, a_palette_shows_its_colours) {
  const Pixels pixels = *decode(*read_picture(pictures / "palette.tif"), 1);
  EXPECT_EQ(pixels.rows[47], 0x00FF00U + 47 * 5);
  EXPECT_EQ(pixels.rows[31 * 48], 0xFF0000U);
}

struct Absurd {
  const char* file;
  unsigned tag;
  std::uint32_t value;
  Code code;
};

TEST(Tiff, absurd_numbers_are_refused_by_the_header) {
  for (const Absurd& row : {Absurd{"lzw.tif", width, 0, Code::picture_damaged},
                            {"lzw.tif", width, 0xFFFFFFFF, Code::picture_too_large},
                            {"lzw.tif", length, 10'001, Code::picture_damaged},
                            {"lzw.tif", length, 5'000, Code::picture_damaged},  // strips are missing
                            {"lzw.tif", rows_per_strip, 0, Code::picture_damaged},
                            {"lzw.tif", rows_per_strip, 1, Code::picture_damaged},  // 32 strips where 4 are
                            {"lzw.tif", compression, 50'000, Code::picture_damaged},
                            {"lzw.tif", photometric, 8, Code::picture_damaged},  // CIE L*a*b*
                            {"alpha.tif", photometric, 32'803, Code::picture_damaged},
                            {"fax.tif", bits, 4, Code::picture_damaged},
                            {"tiles.tif", tile_width, 0, Code::picture_damaged},
                            {"tiles.tif", tile_width, 0xFFFFFFF0, Code::picture_damaged},
                            {"tiles.tif", tile_length, 0x7FFFFFF0, Code::picture_damaged}}) {
    const auto picture = parse_picture(changed(row.file, row.tag, row.value), "absurd");
    ASSERT_FALSE(picture) << row.file << ' ' << row.tag;
    EXPECT_EQ(picture.error().code, row.code) << row.file << ' ' << row.tag << ' ' << row.value;
    EXPECT_FALSE(picture.error().arguments.back().empty());
  }
}

TEST(Tiff, directories_in_a_circle_are_refused) {
  std::string bytes = bytes_of(pictures / "lzw.tif");
  Numbers numbers(bytes);
  numbers.put(numbers.next_directory(), numbers.at(4, 4));
  const auto picture = parse_picture(bytes, "circle");
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().code, Code::picture_damaged);
}

}  // namespace
}  // namespace paiban::picture
