#pragma once
// The page with every line, rule and picture in its place.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "document/plan.hpp"
#include "page/levers.hpp"
#include "paragraph/exact_lines.hpp"
#include "paragraph/line.hpp"
#include "text/resized.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// A mark beside a line (text::SideMark), in the line's own axes: `from` and `to` along it from its start, the indent counted;
/// `across` from its centre line, downwards, in a vertical line to the right.
struct SetMark {
  text::SideMark::Kind kind{};
  Length from, to;           ///< a dot's middle twice
  Length across;             ///< of its middle; of a reading, its baseline
  Length size;               ///< as SideMark has it
  std::uint32_t source = 0;  ///< the SideMark, in its paragraph
};

/// A line of a text, standing on the page.
struct SetLine {
  document::TextId text = 0;
  paragraph::Line line;
  Point at;  ///< top left of the line's em box; the line's own indent is not yet added (vertical: top right)
  std::optional<text::Look> look{};  ///< that its head was fitted with; none: the style's own
  std::vector<SetMark> marks{};
};

struct Leg {
  Box box;
  int rows = 0;                ///< as many lines as stand in it
  std::vector<SetLine> lines;  ///< one a row, from the top; vertical: from the right
  document::Writing writing{};
  Length pitch{};  ///< from line to line
  Length size{};   ///< of the type that the pitch is meant for; other sizes stand on the same centre lines
};

struct Head {
  document::Role role{};
  Box box;  ///< em boxes of its rows
  std::vector<SetLine> rows;
  bool divided = false;  ///< the engine cut one text into these rows
};

struct SetRule {
  Point from, to;
  Length width;
  std::string swatch;
};

struct SetFill {
  Box box;
  std::string swatch;
};

/// Single glyphs of a text, each where it was put: a nameplate.
struct SetArtwork {
  document::TextId text = 0;
  Length size;
  std::vector<Point> origins;  ///< top left of each unit's em box at `size`
};

/// The part of a picture that is seen, as shares of its width and height.
struct Crop {
  Ratio left, top, right = Ratio::one(), bottom = Ratio::one();
};

struct SetPicture {
  std::string story;
  Box box;
  Crop crop;
  document::Picture picture;
};

/// A story that goes on on other pages, as one.
struct WholeFit {
  std::vector<int> pages;
  int room = 0, lines = 0;
};

/// How a story's copy fits its legs; of a story on several pages those of one page, what is over or missing with the last.
struct CopyFit {
  std::vector<int> legs;            ///< rows of each
  int room = 0, lines = 0;          ///< over = lines − room
  paragraph::CostCurve curve;       ///< what each count would cost, standing in these legs; of `press` the one that it sets
  paragraph::Spending spent;        ///< by the lines as set
  std::vector<Cure> cures;          ///< cheapest first
  std::optional<WholeFit> whole{};  ///< of a story on several pages, whose curve and spending these are
};

/// 留版: the label of a stand-in, on a plate of its own.
struct SetLabel {
  Box plate;
  SetLine line;
};

/// 留版 of running text, and what came.
struct Promised {
  int characters = 0;
  int came = 0;        ///< 0: nothing yet
  int lines_more = 0;  ///< than promised; below zero: fewer
};

struct SetStory {
  std::string id;
  document::StoryKind kind{};
  std::string within;  ///< the story this one is a box of
  std::vector<Head> heads;
  std::vector<Leg> legs;
  std::vector<SetRule> rules;
  std::vector<SetFill> fills;
  std::vector<SetPicture> pictures;
  std::vector<Point> outline;  ///< polygon
  std::optional<CopyFit> fit;  ///< none where there is no running text
  std::vector<SetStory> boxes;
  std::optional<Promised> promised;  ///< none where none was declared
  std::vector<SetLabel> labels;
  bool continues = false;                           ///< 接转: the story began on an earlier page
  std::optional<Head> jump_ahead{};                 ///< 下转, read after the legs; 上接 is one of the heads
  std::vector<std::vector<Point>> more_outlines{};  ///< of a story in several regions: those that do not touch the first
  std::string words;                                ///< that tell it from others: 头条, 《发展改革…》
  std::vector<Lever> levers;                        ///< that were used
};

struct ComposedPage {
  int number = 0;
  Length width, height;
  std::vector<Box> columns;  ///< of its zones
  std::vector<SetLine> furniture;
  std::vector<SetRule> rules;
  std::vector<SetArtwork> nameplates;
  std::vector<SetPicture> pictures;  ///< of the furniture
  std::vector<SetStory> stories;     ///< in reading order
};

}  // namespace paiban::page
