#pragma once
// Things at fixed places, in painting order. Nothing is decided after this.

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/length.hpp"

namespace paiban::paint {

/// Hundredths of a per cent of C, M, Y, K.
using Inks = std::array<std::int32_t, 4>;
inline constexpr std::int32_t full_ink = 10'000;
inline constexpr Inks black_alone{0, 0, 0, full_ink};

struct Colour {
  std::string swatch;        ///< its name
  std::uint32_t screen = 0;  ///< 0xRRGGBB
  Inks inks = black_alone;   ///< for the press
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// A glyph with its baseline origin on the page.
struct PlacedGlyph {
  std::uint32_t id = 0;
  Point origin;
};

/// So many bytes of the run's text are so many of its glyphs.
struct Cluster {
  std::uint16_t bytes = 0, glyphs = 0;
};

/// Glyphs of one face, size and colour, with the text that they show.
struct GlyphRun {
  std::uint16_t face = 0;  ///< font::FontId
  Length size;
  Ratio scale_x = Ratio::one();
  bool rotated = false;  ///< 90° clockwise
  Colour colour;
  std::string text;
  std::vector<PlacedGlyph> glyphs;
  std::vector<Cluster> clusters;
};

/// A straight rule by its centre line.
struct Rule {
  Point from, to;
  Length width;
  Colour colour;
};

/// 着重号: a filled circle.
struct Disc {
  Point centre;
  Length diameter;
  Colour colour;
};

/// 浪线, by its centre line, which is horizontal or vertical: `waves` whole waves that swing `swing` to either side.
struct Wave {
  Point from, to;
  Length width;
  Length swing;
  int waves = 0;
  Colour colour;
};

struct Fill {
  Box box;
  Colour colour;
};

/// A picture cropped to `box`: `crop` is the part of it that is seen, as shares of its width and height.
struct Crop {
  Ratio left, top, right, bottom;
};
struct PictureItem {
  Box box;
  Crop crop{Ratio{0}, Ratio{0}, Ratio::one(), Ratio::one()};
  std::filesystem::path file;  ///< empty: a crossed box
  std::string name;            ///< for the dump: as the issue names it
  std::string description;     ///< alternative text
};

/// What a stretch of the page is to who reads the file rather than sees it.
enum class Part : std::uint8_t {
  furniture,   ///< what every issue carries, but for its nameplate
  nameplate,   ///< 报名
  story,       ///< named by its id; one inside another is a box
  leg,         ///< a place, no part of the text
  heading,     ///< 主题; of a picture its title
  subheading,  ///< 小标题
  paragraph,
  line,          ///< 引题, 副题, 署名, 编者按 …: read like a paragraph, and no part of a list
  list_heading,  ///< begins an item of a list, which goes on with the paragraphs after it
  list_item,     ///< an item of a list by itself
  caption,
  jump,  ///< 下转, 上接
  link,  ///< inside one of the others; named by its address
};

/// Of a tag that no text is known of.
inline constexpr std::uint32_t no_text = 0xFFFFFFFF;

/// Begins or ends a stretch of the page's structure: "story lead", "head", "leg". For tags and for reading order.
struct Tag {
  bool opens = true;
  std::string name;
  Part part = Part::story;
  std::uint32_t text = no_text;  ///< document::TextId of what stands in a leg: pieces of one text are one paragraph
};

using Item = std::variant<GlyphRun, Rule, Disc, Wave, Fill, PictureItem, Tag>;

struct DisplayList {
  int page = 0;
  Length width, height;
  std::string title;  ///< of the document
  std::string date;   ///< ISO, of the issue: the only date in any output
  std::vector<Item> items;
};

}  // namespace paiban::paint
