#pragma once
// What the tests of render/ share: faces, a small display list, files that go away.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "font/font_catalogue.hpp"
#include "paint/display_list.hpp"

namespace paiban::render {

inline const std::filesystem::path tree = PAIBAN_SOURCE_DIR;
inline const std::filesystem::path pictures = tree / "tests/fuzz/corpus/picture";

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of its own that goes away with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "paiban-render-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

enum CarriedFace : document::FontId { song, kai, brush };

inline font::FontCatalogue carried_faces() {
  document::Catalogue catalogue;
  for (const char* file :
       {"noto-serif-sc/NotoSerifSC-Regular.ttf", "fandol/FandolKai-Regular.otf", "ma-shan-zheng/MaShanZheng-Regular.ttf"}) {
    document::FaceEntry entry;
    entry.file = tree / "fonts" / file;
    entry.id = entry.file.stem();
    catalogue.faces.push_back(entry);
  }
  return font::FontCatalogue::of(std::move(catalogue));
}

inline paint::Colour black() { return {"black", 0x000000}; }
inline paint::Colour red() { return {"nameplate", 0xC81018}; }

/// `text` from `at` on, a glyph a character, as wide as the face has them. "——" is one cluster of one glyph, as the faces of the
/// engine have it.
inline paint::GlyphRun set(const font::FontCatalogue& fonts, CarriedFace face, Length size, std::string_view text, Point at,
                           bool rotated = false) {
  paint::GlyphRun run;
  run.face = face;
  run.size = size;
  run.rotated = rotated;
  run.colour = black();
  run.text = text;
  const font::Face& metrics = **fonts.open(face);
  constexpr std::string_view dash = "——";
  for (std::uint32_t offset = 0; offset < text.size();) {
    const Decoded decoded = decode_at(text, offset);
    const std::uint32_t next =
        text.substr(offset).starts_with(dash) ? offset + static_cast<std::uint32_t>(dash.size()) : decoded.next;
    const std::uint32_t glyph = metrics.glyph_of(decoded.code_point);
    run.glyphs.push_back({glyph, at});
    run.clusters.push_back({static_cast<std::uint16_t>(next - offset), 1});
    (rotated ? at.y : at.x) += size * metrics.advance_of(glyph) / 1000;
    offset = next;
  }
  return run;
}

/// Everything that a display list can hold, on a sheet as large as a stamp. `photo`: of the picture; empty: none.
inline paint::DisplayList stamp(const font::FontCatalogue& fonts, const std::filesystem::path& photo) {
  paint::DisplayList list;
  list.page = 1;
  list.width = points(120);
  list.height = points(60);
  list.title = "昌吉日报";
  list.date = "2025-02-05";
  paint::GlyphRun nameplate = set(fonts, brush, points(22), "昌吉日报", {points(4), points(24)});
  nameplate.colour = red();
  paint::GlyphRun narrow = set(fonts, song, points(9), "“十年”——行了", {points(4), points(40)});
  narrow.scale_x = Ratio{9'000};
  list.items.emplace_back(paint::Tag{true, "story lead"});
  list.items.emplace_back(nameplate);
  list.items.emplace_back(paint::Rule{{points(4), points(28)}, {points(92), points(28)}, Length::units(4'445), black()});
  list.items.emplace_back(narrow);
  list.items.emplace_back(set(fonts, kai, points(9), "更理老力便里不量路", {points(4), points(54)}));
  list.items.emplace_back(set(fonts, song, points(6), "S231", {points(93), points(4)}, true));
  for (const int x : {6, 15}) list.items.emplace_back(paint::Disc{{points(x), points(44)}, points(2), black()});
  list.items.emplace_back(
      paint::Wave{{points(22), points(44)}, {points(58), points(44)}, Length::units(4'445), Length::units(6'350), 8, red()});
  list.items.emplace_back(
      paint::Wave{{points(95), points(20)}, {points(95), points(50)}, Length::units(4'445), Length::units(6'350), 6, black()});
  list.items.emplace_back(paint::Fill{{points(100), points(4), points(6), points(6)}, red()});
  list.items.emplace_back(paint::PictureItem{{points(98), points(14), points(18), points(18)},
                                             {Ratio{2'500}, Ratio{0}, Ratio{7'500}, Ratio{7'500}},
                                             photo,
                                             "photo.jpg",
                                             {}});
  list.items.emplace_back(paint::PictureItem{{points(98), points(36), points(18), points(18)}, {}, {}, "lost.jpg", {}});
  list.items.emplace_back(paint::Tag{false, "story lead"});
  return list;
}

}  // namespace paiban::render
