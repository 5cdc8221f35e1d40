// A line into glyph runs: where its glyphs stand, and where one run ends and the next begins.

#include "paint/line_painter.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "paragraph/compose.hpp"
#include "support/small_plan.hpp"

namespace paiban::paint {
namespace {

using document::SpanKind;
using test::square_baseline;
using test::square_em;

/// One text of the body style on the page, its em box at 3 em across and 5 em down.
struct OneLine {
  test::SmallPlan small;
  page::SetLine set;

  explicit OneLine(std::string_view signs) {
    set.text = small.add_text(signs);
    set.line = paragraph::single_line(text(), {});
    set.at = {square_em * 3, square_em * 5};
  }
  text::ShapedParagraph& text() { return small.texts.front(); }
  document::Style& style() { return small.plan.design.styles.front(); }
  void mark(std::uint32_t start, std::uint32_t end, SpanKind kind) {
    small.plan.texts.front().text.spans.push_back({start, end, kind, {}, {}});
  }

  std::vector<GlyphRun> paint() {
    std::vector<Item> items;
    paint_line(small.plan, text(), set, items);
    std::vector<GlyphRun> runs;
    for (const Item& item : items) runs.push_back(std::get<GlyphRun>(item));
    return runs;
  }
};

TEST(PaintLine, PutsGlyphsWhereTheLineIsJustified) {
  OneLine line("xx(x");
  line.set.line.set = square_em * 7 / 2;  // half an em less: the bracket's blank
  line.set.line.indent = square_em * 2;
  line.text().glyphs[1].x = square_em / 10;
  line.text().glyphs[1].y = -(square_em / 5);
  const auto runs = line.paint();
  ASSERT_EQ(runs.size(), 1U);
  const std::vector<PlacedGlyph>& glyphs = runs.front().glyphs;
  ASSERT_EQ(glyphs.size(), 4U);
  const Length start = square_em * 5, baseline = square_em * 5 + square_baseline;
  EXPECT_EQ(glyphs[0].origin, (Point{start, baseline}));
  EXPECT_EQ(glyphs[1].origin, (Point{start + square_em + square_em / 10, baseline - square_em / 5}));
  EXPECT_EQ(glyphs[2].origin, (Point{start + square_em * 3 / 2, baseline})) << "its blank lies under the character before";
  EXPECT_EQ(glyphs[3].origin, (Point{start + square_em * 5 / 2, baseline}));
  EXPECT_EQ(glyphs[3].id, 3U);
}

TEST(PaintLine, PaintsItsOwnUnitsAlone) {
  OneLine line("xxxx");
  line.set.line.first = 1;
  line.set.line.last = 3;
  line.set.line.set = line.set.line.natural = square_em * 2;
  const auto runs = line.paint();
  EXPECT_EQ(runs.front().text, "xx");
  EXPECT_EQ(runs.front().glyphs.front().id, 1U);
  EXPECT_EQ(runs.front().glyphs.front().origin.x, square_em * 3);
}

TEST(PaintLine, ARunEndsWhereFaceScaleOrStanceChange) {
  OneLine line("xxxxxx");
  auto& glyphs = line.text().glyphs;
  glyphs[1].face = 2;
  glyphs[3].rotated = true;
  glyphs[5].scale = Ratio{5'000};
  line.style().scale_x = Ratio{9'000};
  const auto runs = line.paint();
  ASSERT_EQ(runs.size(), 6U);
  EXPECT_EQ(runs[1].face, 2U);
  EXPECT_TRUE(runs[3].rotated);
  EXPECT_EQ(runs[0].scale_x, Ratio{9'000});
  EXPECT_EQ(runs[5].scale_x, Ratio{4'500}) << "the style's scale and the glyph's";
}

TEST(PaintLine, AUnitsBytesAndGlyphsAreOneCluster) {
  OneLine line("xxx");
  line.text().units[0].end = 2;  // two bytes that are drawn as two glyphs: a letter with its accent
  line.text().units[0].last_glyph = 2;
  line.text().units.erase(line.text().units.begin() + 1);
  line.text().joints.pop_back();
  line.set.line = paragraph::single_line(line.text(), {});
  const auto runs = line.paint();
  ASSERT_EQ(runs.size(), 1U);
  ASSERT_EQ(runs[0].clusters.size(), 2U);
  EXPECT_EQ(runs[0].clusters[0].bytes, 2U);
  EXPECT_EQ(runs[0].clusters[0].glyphs, 2U);
  EXPECT_EQ(runs[0].text, "xxx");
}

TEST(PaintLine, AVerticalLineRunsDownFromItsRightEdge) {
  OneLine line("xx");
  line.text().vertical = true;
  line.text().glyphs[0].x = square_em / 10;    // down
  line.text().glyphs[0].y = -(square_em / 5);  // to the left
  const auto glyphs = line.paint().front().glyphs;
  EXPECT_EQ(glyphs[0].origin, (Point{square_em * 3 - square_em / 2 - square_em / 5, square_em * 5 + square_em / 10}));
  EXPECT_EQ(glyphs[1].origin, (Point{square_em * 3 - square_em / 2, square_em * 6}));
}

// ---- colours ----

TEST(PaintLine, TheInnermostSpanThatHasASwatchColoursItsUnits) {
  OneLine line("xxxxxx");
  line.style().span_swatches[static_cast<std::size_t>(SpanKind::dateline)] = "red";
  line.style().span_swatches[static_cast<std::size_t>(SpanKind::gap)] = "unheard-of";
  line.mark(0, 4, SpanKind::dateline);
  line.mark(1, 3, SpanKind::name);  // has none of its own: the dateline's holds
  line.mark(2, 3, SpanKind::gap);
  const auto runs = line.paint();
  ASSERT_EQ(runs.size(), 4U);
  EXPECT_EQ(runs[0].colour, (Colour{"red", 0xC81018, {0, 10'000, 10'000, 0}}));
  EXPECT_EQ(runs[0].text.size(), 2U);
  EXPECT_EQ(runs[1].colour, (Colour{"unheard-of", 0x000000})) << "a swatch that the design does not have is black";
  EXPECT_EQ(runs[2].colour.swatch, "red");
  EXPECT_EQ(runs[3].colour.swatch, "black");
}

// ---- the nameplate ----

TEST(PaintNameplate, PutsEveryCharacterAtItsOwnPlaceAndSize) {
  OneLine line("xx");
  line.style().swatch = "red";
  line.text().glyphs[0].x = square_em / 10;
  const page::SetArtwork plate{0, square_em * 4, {{square_em, square_em * 2}, {square_em * 6, square_em * 2}}};
  std::vector<Item> items;
  paint_nameplate(line.small.plan, line.text(), plate, items);
  ASSERT_EQ(items.size(), 1U);
  const auto& run = std::get<GlyphRun>(items.front());
  EXPECT_EQ(run.size, square_em * 4);
  EXPECT_EQ(run.colour.swatch, "red");
  const Length baseline = square_em * 2 + square_baseline * 4;
  EXPECT_EQ(run.glyphs[0].origin, (Point{square_em + square_em * 4 / 10, baseline}));
  EXPECT_EQ(run.glyphs[1].origin, (Point{square_em * 6, baseline}));
}

}  // namespace
}  // namespace paiban::paint
