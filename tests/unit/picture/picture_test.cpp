#include "picture/picture.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>
#include <cstdlib>

#include "base/message_table.hpp"
#include "render/png.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::picture {

using render::bytes_of;
using render::pictures;
using render::ScratchFolder;
using render::write_png;

namespace {

Result<Picture> parse(std::string bytes) { return parse_picture(std::move(bytes), "photo"); }

PictureInfo info_of(const char* file) { return inspect(pictures / file).value_or(PictureInfo{}); }

constexpr auto jpegs = std::to_array<const char*>({"gray.jpg", "progressive.jpg", "colour.jpg", "cmyk.jpg", "arithmetic.jpg"});
constexpr auto pngs =
    std::to_array<const char*>({"gray.png", "colour.png", "half-red.png", "interlaced.png", "deep.png", "palette.png"});
constexpr auto tiffs = std::to_array<const char*>({"lzw.tif", "inks.tif", "tiles.tif", "planes.tif", "alpha.tif", "palette.tif",
                                                   "fax.tif", "jpeg.tif", "turned.tif", "pages.tif"});

int channel(std::uint32_t pixel, unsigned shift) { return static_cast<int>((pixel >> shift) & 0xFFU); }

/// The pictures in colour show: red in the left half, green in the upper half, blue growing to the right.
void expect_colours(const Pixels& pixels, int tolerance) {
  ASSERT_EQ(pixels.width, 48);
  ASSERT_EQ(pixels.rows.size(), 48U * 32U);
  for (const int y : {3, 28}) {
    for (const int x : {3, 12, 36, 44}) {
      const std::uint32_t pixel = pixels.rows[static_cast<std::size_t>(y * 48 + x)];
      EXPECT_NEAR(channel(pixel, 16), x < 24 ? 255 : 0, tolerance) << x << ' ' << y;
      EXPECT_NEAR(channel(pixel, 8), y < 16 ? 255 : 0, tolerance) << x << ' ' << y;
      EXPECT_NEAR(channel(pixel, 0), x * 5, tolerance) << x << ' ' << y;
    }
  }
}

TEST(Picture, tells_size_format_and_colour) {
  EXPECT_EQ(info_of("gray.jpg"), (PictureInfo{48, 32, PictureFormat::jpeg, PictureColour::gray}));
  EXPECT_EQ(info_of("colour.jpg"), (PictureInfo{48, 32, PictureFormat::jpeg, PictureColour::rgb}));
  EXPECT_EQ(info_of("cmyk.jpg"), (PictureInfo{48, 32, PictureFormat::jpeg, PictureColour::cmyk}));
  EXPECT_EQ(info_of("gray.png"), (PictureInfo{48, 32, PictureFormat::png, PictureColour::gray}));
  EXPECT_EQ(info_of("colour.png"), (PictureInfo{48, 32, PictureFormat::png, PictureColour::rgb}));
  EXPECT_EQ(info_of("fax.tif"), (PictureInfo{48, 32, PictureFormat::tiff, PictureColour::gray}));
  EXPECT_EQ(info_of("turned.tif"), (PictureInfo{48, 32, PictureFormat::tiff, PictureColour::rgb}));  // as it is seen
  EXPECT_EQ(info_of("inks.tif"), (PictureInfo{48, 32, PictureFormat::tiff, PictureColour::cmyk}));
}

TEST(Picture, passes_through_only_what_every_reader_understands_alike) {
  EXPECT_TRUE(read_picture(pictures / "gray.jpg")->embeddable);
  EXPECT_TRUE(read_picture(pictures / "progressive.jpg")->embeddable);
  EXPECT_TRUE(read_picture(pictures / "colour.jpg")->embeddable);
  EXPECT_FALSE(read_picture(pictures / "cmyk.jpg")->embeddable);        // Adobe's inverted inks
  EXPECT_FALSE(read_picture(pictures / "arithmetic.jpg")->embeddable);  // not part of PDF
}

TEST(Picture, every_kind_shows_the_same_colours) {
  constexpr int lossy = 24;
  for (const char* file : {"colour.jpg", "cmyk.jpg", "jpeg.tif"}) {
    SCOPED_TRACE(file);
    expect_colours(*decode(*read_picture(pictures / file), 48), lossy);
  }
  for (const char* file :
       {"colour.png", "interlaced.png", "deep.png", "lzw.tif", "inks.tif", "tiles.tif", "planes.tif", "turned.tif"}) {
    SCOPED_TRACE(file);
    expect_colours(*decode(*read_picture(pictures / file), 48), 0);
  }
}

TEST(Picture, transparency_is_laid_on_white) {
  for (const char* file : {"half-red.png", "alpha.tif"}) {
    const Pixels pixels = *decode(*read_picture(pictures / file), 8);
    EXPECT_EQ(channel(pixels.rows[0], 16), 255);
    EXPECT_NEAR(channel(pixels.rows[0], 8), 127, 1);
    EXPECT_NEAR(channel(pixels.rows[0], 0), 127, 1);
  }
}

TEST(Picture, a_jpeg_is_decoded_no_larger_than_needed) {
  const Picture picture = *read_picture(pictures / "gray.jpg");
  EXPECT_EQ(decode(picture, 48)->width, 48);
  EXPECT_EQ(decode(picture, 25)->width, 48);
  EXPECT_EQ(decode(picture, 24)->width, 24);
  EXPECT_EQ(decode(picture, 1)->width, 6);
}

TEST(Picture, every_prefix_is_refused) {
  for (const char* file : jpegs) {
    const std::string whole = bytes_of(pictures / file);
    ASSERT_TRUE(parse(whole)) << file;
    for (std::size_t length = 0; length < whole.size(); ++length) EXPECT_FALSE(parse(whole.substr(0, length))) << file << length;
  }
  for (const char* file : pngs) {
    const std::string whole = bytes_of(pictures / file);
    ASSERT_TRUE(parse(whole)) << file;
    for (std::size_t length = 0; length < whole.size(); ++length) EXPECT_FALSE(parse(whole.substr(0, length))) << file << length;
  }
}

// At a TIFF's end may stand what the first page does not need: the other pages.
TEST(Picture, every_prefix_of_a_tiff_is_refused_or_shows_all) {
  for (const char* file : tiffs) {
    const std::string whole = bytes_of(pictures / file);
    const auto picture = parse(whole);
    ASSERT_TRUE(picture) << file;
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const auto prefix = parse(whole.substr(0, length));
      EXPECT_TRUE(!prefix || prefix->raster == picture->raster) << file << length;
    }
  }
}

TEST(Picture, a_changed_byte_never_does_harm) {
  for (const char* file : {"gray.jpg", "progressive.jpg", "cmyk.jpg", "interlaced.png", "palette.png", "lzw.tif", "tiles.tif",
                           "jpeg.tif", "fax.tif", "pages.tif"}) {
    const std::string whole = bytes_of(pictures / file);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string changed = whole;
      changed[at] = static_cast<char>(~changed[at]);
      const auto picture = parse(changed);
      if (!picture) continue;
      EXPECT_LE(picture->info.width, most_side);
      EXPECT_TRUE(decode(*picture, 1)) << file << ' ' << at;  // what was found sound can be drawn
    }
  }
}

TEST(Picture, damage_is_named_by_the_file_and_the_librarys_words) {
  const std::string whole = bytes_of(pictures / "gray.jpg");
  const auto cut = parse(whole.substr(0, whole.size() / 2));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, Code::picture_damaged);
  EXPECT_EQ(message_of(cut.error(), Language::english), "the picture photo is damaged: Premature end of JPEG file");
}

TEST(Picture, other_formats_are_refused) {
  for (const char* bytes : {"", "GIF89a", "<svg/>", "\xFF\xD8", "\x89PNG", "II*"}) {
    const auto picture = parse(bytes);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, Code::picture_unknown);
  }
}

/// A JPEG whose frame header (SOF, ISO/IEC 10918-1 B.2.2) states another size.
std::string resized_jpeg(unsigned width, unsigned height) {
  std::string bytes = bytes_of(pictures / "gray.jpg");
  const std::size_t frame = bytes.find("\xFF\xC0");
  const auto put = [&](std::size_t at, unsigned value) {
    bytes[at] = static_cast<char>(value >> 8U);
    bytes[at + 1] = static_cast<char>(value & 0xFFU);
  };
  put(frame + 5, height);
  put(frame + 7, width);
  return bytes;
}

TEST(Picture, too_many_pixels_are_refused_by_the_header) {
  const std::vector<std::uint32_t> row(most_side + 1);
  const auto side = [&](int width) { return write_png(row, width, 1, 0, 72); };
  EXPECT_TRUE(parse(side(most_side)));
  EXPECT_EQ(parse(side(most_side + 1)).error().code, Code::picture_too_large);
  EXPECT_EQ(parse(resized_jpeg(most_side, most_side)).error().code, Code::picture_too_large);
  EXPECT_EQ(parse(resized_jpeg(65'500, 1)).error().code, Code::picture_too_large);
  EXPECT_EQ(parse(resized_jpeg(8'000, 8'000)).error().code, Code::picture_damaged);  // within the limits, but not all there
}

TEST(Picture, too_many_scans_are_refused) {
  std::string bytes = bytes_of(pictures / "progressive.jpg");
  const std::size_t last_scan = bytes.rfind("\xFF\xDA");
  const std::string scan = bytes.substr(last_scan, bytes.size() - 2 - last_scan);
  const std::string end = bytes.substr(bytes.size() - 2);
  bytes.resize(bytes.size() - 2);
  EXPECT_TRUE(parse(bytes + scan + scan + end));
  for (int i = 0; i < most_scans; ++i) bytes += scan;
  const auto picture = parse(bytes + end);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().code, Code::picture_too_large);
}

TEST(Picture, what_is_no_plain_file_is_refused_without_waiting) {
  const ScratchFolder folder;
  const auto pipe = folder.path() / "pipe.jpg";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto huge = folder.path() / "huge.jpg";
  std::ofstream(huge).put('x');
  std::filesystem::resize_file(huge, most_picture_bytes + 1);
  EXPECT_EQ(inspect(pipe).error().code, Code::picture_unreadable);
  EXPECT_EQ(inspect(folder.path()).error().code, Code::picture_unreadable);
  EXPECT_EQ(inspect("/dev/zero").error().code, Code::picture_unreadable);
  EXPECT_EQ(inspect(folder.path() / "none.jpg").error().code, Code::picture_unreadable);
  EXPECT_EQ(inspect(huge).error().code, Code::picture_too_large);
}

TEST(PictureShelf, reads_a_file_once) {
  const ScratchFolder folder;
  const auto file = folder.path() / "photo.jpg";
  std::filesystem::copy_file(pictures / "gray.jpg", file);
  PictureShelf shelf;
  ASSERT_TRUE(shelf.take(file));
  std::filesystem::remove(file);
  EXPECT_TRUE(shelf.take(file));
  EXPECT_FALSE(shelf.take(folder.path() / "none.jpg"));
}

}  // namespace
}  // namespace paiban::picture
