#include <gtest/gtest.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <ctime>

#include "base/message_table.hpp"
#include "render/dump.hpp"
#include "render/pdf.hpp"
#include "render/png.hpp"
#include "render/svg.hpp"
#include "support/press_profile.hpp"
#include "support/same_picture.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;
const fs::path golden = tree / "tests/golden/render";

/// With PAIBAN_UPDATE set, expectations are written instead of compared.
bool updates() { return std::getenv("PAIBAN_UPDATE") != nullptr; }

class Rendering : public testing::Test {
 protected:
  const font::FontCatalogue& fonts() const { return fonts_; }
  paint::DisplayList list() const { return stamp(fonts_, pictures / "gray.jpg"); }
  std::string pdf() {
    RenderContext context(fonts_);
    return *render_pdf(std::array{list()}, context);
  }
  std::string svg() {
    RenderContext context(fonts_);
    return *render_svg(list(), context);
  }
  std::string png() {
    RenderContext context(fonts_);
    return *render_png(list(), 100, context);
  }

 private:
  font::FontCatalogue fonts_ = carried_faces();
};

TEST_F(Rendering, the_dump_says_everything_in_words) {
  const std::string text = dump(list(), fonts());
  if (updates()) std::ofstream(golden / "stamp.dump", std::ios::binary) << text;
  EXPECT_EQ(text, bytes_of(golden / "stamp.dump"));
}

TEST_F(Rendering, the_dump_keeps_to_its_lines) {
  paint::DisplayList list;
  list.title = "a \"b\" \\ c\nd";
  EXPECT_EQ(dump(list, fonts()), "page 0 0 0 \"a \\\"b\\\" \\\\ c\\nd\" \n");
}

TEST_F(Rendering, the_picture_of_the_page_is_as_expected) { EXPECT_EQ(test::picture_fault(png(), golden / "stamp.png"), ""); }

TEST_F(Rendering, the_same_list_gives_the_same_bytes_anywhere_and_at_any_time) {
  const std::array<std::string, 3> first{pdf(), svg(), png()};
  const fs::path old_folder = fs::current_path();
  const ScratchFolder folder;
  fs::current_path(folder.path());
  ::setenv("TZ", "Asia/Urumqi", 1);
  ::tzset();
  for (const char* name : {"tr_TR.UTF-8", "de_DE.UTF-8", "zh_CN.GB18030", "C.UTF-8"})
    if (std::setlocale(LC_ALL, name) != nullptr) break;
  const std::array<std::string, 3> second{pdf(), svg(), png()};
  std::setlocale(LC_ALL, "C");
  ::unsetenv("TZ");
  ::tzset();
  fs::current_path(old_folder);
  EXPECT_TRUE(first == second);
}

// Cairo finds faces again by their address, which a later catalogue may be given anew.
TEST_F(Rendering, catalogues_may_come_and_go) {
  const std::string first = pdf();
  for (int round = 0; round < 3; ++round) {
    const font::FontCatalogue fonts = carried_faces();
    RenderContext context(fonts);
    EXPECT_TRUE(*render_pdf(std::array{stamp(fonts, pictures / "gray.jpg")}, context) == first);
  }
}

TEST_F(Rendering, one_context_renders_many_times) {
  RenderContext context(fonts());
  const std::string first = *render_pdf(std::array{list()}, context);
  EXPECT_TRUE(*render_pdf(std::array{list()}, context) == first);
  EXPECT_TRUE(first == pdf());
}

TEST_F(Rendering, a_pdf_has_a_page_a_list_and_the_issues_date) {
  RenderContext context(fonts());
  const std::string two = *render_pdf(std::array{list(), list()}, context);
  EXPECT_NE(two.find("/Count 2"), std::string::npos);
  EXPECT_NE(two.find("/CreationDate (20250205000000"), std::string::npos);
  EXPECT_NE(two.find("/MediaBox [ 0 0 120 60 ]"), std::string::npos);
}

TEST_F(Rendering, a_jpeg_passes_through_byte_for_byte) {
  EXPECT_NE(pdf().find(bytes_of(pictures / "gray.jpg")), std::string::npos);
}

TEST_F(Rendering, an_unusable_picture_is_a_crossed_box) {
  RenderContext context(fonts());
  const auto lost = *render_pdf(std::array{stamp(fonts(), "none.jpg")}, context);
  const auto unnamed = *render_pdf(std::array{stamp(fonts(), {})}, context);
  EXPECT_TRUE(lost == unnamed);
  EXPECT_EQ(lost.find("/Image"), std::string::npos);
}

TEST_F(Rendering, pictures_of_all_kinds_find_their_way_into_all_formats) {
  for (const char* file : {"cmyk.jpg", "arithmetic.jpg", "palette.png", "half-red.png"}) {
    RenderContext context(fonts());
    const auto list = stamp(fonts(), pictures / file);
    EXPECT_NE(render_pdf(std::array{list}, context)->find("/Image"), std::string::npos) << file;
    EXPECT_NE(render_svg(list, context)->find("<image"), std::string::npos) << file;
    EXPECT_TRUE(render_png(list, 50, context)) << file;
  }
}

TEST_F(Rendering, a_picture_is_drawn_as_it_is_seen_and_not_as_it_is_stored) {
  RenderContext context(fonts());
  EXPECT_TRUE(*render_png(stamp(fonts(), pictures / "turned.tif"), 50, context) ==
              *render_png(stamp(fonts(), pictures / "lzw.tif"), 50, context));
}

TEST_F(Rendering, for_the_press_a_picture_is_of_inks) {
  PressPictures press{{*colour::parse_profile(small_press_profile(), "press"), Ratio{24'000}}};
  const auto drawn = [&](const char* file) {
    RenderContext context(fonts());
    return *render_pdf(std::array{stamp(fonts(), pictures / file)}, context, {{}, nullptr, &press});
  };
  for (const char* file : {"colour.jpg", "cmyk.jpg", "turned.tif"}) {
    const std::string pdf = drawn(file);
    EXPECT_NE(pdf.find("/DeviceCMYK"), std::string::npos) << file;
    EXPECT_EQ(pdf.find("/Decode "), std::string::npos) << file;  // not inverted
  }
  press.plates = picture::Plates::black;
  EXPECT_EQ(drawn("colour.jpg").find("/DeviceCMYK"), std::string::npos);
}

TEST_F(Rendering, what_cairo_refuses_is_an_error) {
  RenderContext context(fonts());
  EXPECT_EQ(render_pdf({}, context).error().code, Code::output_failed);
  auto list = stamp(fonts(), {});
  std::get<paint::GlyphRun>(list.items[1]).clusters.pop_back();  // text and glyphs no longer agree
  EXPECT_EQ(render_pdf(std::array{list}, context).error().code, Code::output_failed);
  EXPECT_EQ(render_svg(list, context).error().code, Code::output_failed);
  EXPECT_EQ(render_png(list, 72, context).error().code, Code::output_failed);
}

TEST_F(Rendering, a_face_that_cannot_be_opened_is_an_error) {
  document::Catalogue catalogue;
  catalogue.faces.resize(3);
  const auto none = font::FontCatalogue::of(std::move(catalogue));
  RenderContext context(none);
  EXPECT_EQ(render_pdf(std::array{list()}, context).error().code, Code::face_unreadable);
}

TEST_F(Rendering, a_raster_beyond_reason_is_refused) {
  RenderContext context(fonts());
  const auto png = render_png(list(), 100'000, context);
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().code, Code::raster_too_large);
  EXPECT_EQ(message_of(png.error(), Language::english), "a picture of 166667 × 83333 pixels is too large to draw");
}

/// What pdftotext reads; nullopt where it is not installed.
std::optional<std::string> text_of(const std::string& pdf) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "page.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  std::FILE* pipe = ::popen(("pdftotext -raw '" + file.string() + "' - 2>&1").c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text.push_back(static_cast<char>(c));
  if (::pclose(pipe) != 0) return std::nullopt;
  return text;
}

// Of these Cairo, left to guess, would make Kangxi radicals, and of the joined dash U+FFFD.
TEST_F(Rendering, another_reader_reads_the_text_as_it_was_written) {
  const auto text = text_of(pdf());
  if (!text) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_NE(text->find("昌吉日报\n"), std::string::npos);
  EXPECT_NE(text->find("“十年”——行了\n"), std::string::npos);
  EXPECT_NE(text->find("更理老力便里不量路\n"), std::string::npos);
  EXPECT_NE(text->find("S231"), std::string::npos);
}

TEST_F(Rendering, half_a_pdf_is_noticed) {
  const std::string whole = pdf();
  EXPECT_TRUE(is_whole_pdf(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) ASSERT_FALSE(is_whole_pdf(whole.substr(0, length))) << length;
  std::string moved = whole;
  moved.insert(moved.find("endobj"), " ");  // every later object stands elsewhere now
  EXPECT_FALSE(is_whole_pdf(moved));
}

TEST_F(Rendering, what_is_not_packed_is_longer_and_says_the_same) {
  RenderContext context(fonts());
  const std::array lists{list()};
  const std::string stored = *render_pdf(lists, context, {}, Marks::none, Packing::none);
  EXPECT_GT(stored.size(), pdf().size() + pdf().size() / 10);
  EXPECT_TRUE(is_whole_pdf(stored));
  EXPECT_EQ(*render_pdf(lists, context), pdf());  // and leaves nothing behind
}

TEST(WritePng, gives_back_what_it_was_given) {
  const std::vector<std::uint32_t> colours{0x102030, 0xFFFFFF, 0x000000, 0xC81018, 1, 2};
  const picture::Picture picture = *picture::parse_picture(write_png(colours, 2, 2, 3, 100), "written");
  EXPECT_EQ(picture.info, (picture::PictureInfo{2, 2, picture::PictureFormat::png, picture::PictureColour::rgb}));
  EXPECT_EQ(decode(picture, 1)->rows, (std::vector<std::uint32_t>{0x102030, 0xFFFFFF, 0xC81018, 1}));
}

TEST(WritePng, gray_stays_gray) {
  const std::vector<std::uint32_t> grays{0x101010, 0xFFFFFF, 0x000000, 0x777777};
  const picture::Picture picture = *picture::parse_picture(write_png(grays, 2, 2, 2, 100), "written");
  EXPECT_EQ(picture.info.colour, picture::PictureColour::gray);
  EXPECT_EQ(decode(picture, 1)->rows, grays);
}

}  // namespace
}  // namespace paiban::render
