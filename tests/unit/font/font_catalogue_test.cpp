#include "font/font_catalogue.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/message_table.hpp"

namespace paiban::font {
namespace {

namespace fs = std::filesystem;
const fs::path fonts = fs::path(PAIBAN_SOURCE_DIR) / "fonts";

FaceEntry entry_of(std::string id, const fs::path& file) {
  FaceEntry entry;
  entry.id = std::move(id);
  entry.file = file;
  return entry;
}

FontCatalogue catalogue_of(std::vector<FaceEntry> faces) {
  document::Catalogue catalogue;
  catalogue.faces = std::move(faces);
  catalogue.roles = {{"报宋", {0}}};
  return FontCatalogue::of(std::move(catalogue));
}

const Face& song(const FontCatalogue& catalogue) { return **catalogue.open(0); }

FontCatalogue carried() {
  return catalogue_of({entry_of("NotoSerifSC-Regular", fonts / "noto-serif-sc/NotoSerifSC-Regular.ttf"),
                       entry_of("FandolKai-Regular", fonts / "fandol/FandolKai-Regular.otf")});
}

/// A file of its own that goes away with the test.
class Scratch {
 public:
  explicit Scratch(std::string_view bytes) {
    std::string pattern = (fs::temp_directory_path() / "paiban-face-XXXXXX").string();
    ::close(::mkstemp(pattern.data()));
    path_ = pattern;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(FontCatalogue, finds_roles_by_their_trade_names) {
  const FontCatalogue catalogue = carried();
  ASSERT_NE(catalogue.role("报宋"), nullptr);
  EXPECT_EQ(catalogue.role("报宋")->chain.front(), 0);
  EXPECT_EQ(catalogue.role("隶书"), nullptr);
}

TEST(FontCatalogue, opens_a_face_once) {
  const FontCatalogue catalogue = carried();
  EXPECT_EQ(*catalogue.open(1), *catalogue.open(1));
  EXPECT_EQ((*catalogue.open(1))->entry().id, "FandolKai-Regular");
}

TEST(FontCatalogue, a_missing_file_is_an_error_with_its_name) {
  const auto face = catalogue_of({entry_of("Lost", fonts / "lost.ttf")}).open(0);
  ASSERT_FALSE(face);
  EXPECT_EQ(face.error().code, Code::face_unreadable);
  EXPECT_EQ(message_of(face.error(), Language::english),
            "the face Lost cannot be opened: " + (fonts / "lost.ttf").string() + ": No such file or directory");
}

TEST(FontCatalogue, devices_and_folders_and_empty_files_are_refused) {
  const Scratch empty("");
  for (const fs::path& path : {fs::path("/dev/zero"), fonts, empty.path()}) {
    const auto face = catalogue_of({entry_of("X", path)}).open(0);
    ASSERT_FALSE(face) << path;
    EXPECT_EQ(face.error().code, Code::face_unreadable) << path;
  }
}

TEST(FontCatalogue, a_file_beyond_the_limit_is_refused_unread) {
  const Scratch huge("x");
  fs::resize_file(huge.path(), Face::most_bytes + 1);
  const auto face = catalogue_of({entry_of("Huge", huge.path())}).open(0);
  ASSERT_FALSE(face);
  EXPECT_EQ(face.error().arguments.back(), "is larger than 64 MiB");
}

TEST(FontCatalogue, what_is_no_face_is_refused) {
  const Scratch text("this is no font, whatever its name says");
  EXPECT_EQ(catalogue_of({entry_of("X", text.path())}).open(0).error().code, Code::face_malformed);
  FaceEntry second = entry_of("X", fonts / "fandol/FandolKai-Regular.otf");
  second.index = 1;
  EXPECT_EQ(catalogue_of({second}).open(0).error().code, Code::face_malformed);
}

TEST(FontCatalogue, verifies_sums) {
  // FIPS 180-4, the example "abc".
  const Scratch abc("abc");
  FaceEntry entry = entry_of("Abc", abc.path());
  entry.sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  Report report;
  EXPECT_TRUE(catalogue_of({entry}).verify(report));
  EXPECT_TRUE(report.diagnostics().empty());

  entry.sha256.back() = 'e';
  EXPECT_FALSE(catalogue_of({entry, entry_of("Lost", fonts / "lost.ttf")}).verify(report));
  ASSERT_EQ(report.diagnostics().size(), 2U);
  EXPECT_EQ(report.diagnostics()[0].code, Code::face_differs);
  EXPECT_EQ(report.diagnostics()[1].code, Code::face_unreadable);
}

TEST(Face, gives_glyphs_advances_and_ink_in_thousandths_of_an_em) {
  const FontCatalogue catalogue = carried();
  const Face& face = song(catalogue);
  EXPECT_EQ(face.advance_of(face.glyph_of(U'昌')), 1000);
  EXPECT_EQ(face.glyph_of(U'\U0001F600'), 0U);
  // fonts.md 4: the comma's ink lies at its lower left.
  const InkBox comma = face.ink_of(face.glyph_of(U'，'));
  EXPECT_NEAR(comma.left, 76, 2);
  EXPECT_NEAR(comma.right, 229, 2);
  EXPECT_LT(comma.bottom, 0);
  EXPECT_GT(comma.top, 0);
  const InkBox blank = face.ink_of(face.glyph_of(U'　'));
  EXPECT_EQ(blank.right - blank.left, 0);
}

TEST(Face, reads_compact_outlines_too) {
  const FontCatalogue catalogue = carried();
  const Face& kai = **catalogue.open(1);
  EXPECT_EQ(kai.advance_of(kai.glyph_of(U'昌')), 1000);
  const InkBox query = kai.ink_of(kai.glyph_of(U'？'));
  EXPECT_GT(query.left, 250);  // centred in its em: its halves are not where the other faces have them
}

TEST(Face, the_private_use_map_comes_first) {
  FaceEntry entry = entry_of("Song", fonts / "noto-serif-sc/NotoSerifSC-Regular.ttf");
  entry.private_use = {{U'昌', U'吉'}, {U'日', U'\uE000'}};
  const FontCatalogue catalogue = catalogue_of({entry});
  const Face& face = song(catalogue);
  EXPECT_EQ(face.glyph_of(U'昌'), face.glyph_of(U'吉'));
  EXPECT_EQ(face.glyph_of(U'日'), 0U);  // the entry says where it is kept, and the face has nothing there
}

}  // namespace
}  // namespace paiban::font
