// 报头 and its neighbours.

#include "page/furniture.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/message_table.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::FurnitureNameplate;
using document::FurniturePair;
using document::FurnitureStrip;
using document::FurnitureText;
using test::square_em;

struct Masthead {
  test::SmallPlan small;

  ComposedPage set(document::PlannedFurniture planned) {
    ComposedPage page;
    set_furniture({small.plan, small.texts, small.report}, planned, page);
    return page;
  }
};

Length end_of(const SetLine& line) { return line.at.x + line.line.set; }

/// A line 10 em wide at 4 em, 5 em down.
FurnitureText line_spec() {
  FurnitureText spec;
  spec.style = "body";
  spec.x = square_em * 4;
  spec.width = square_em * 10;
  spec.top = square_em * 5;
  return spec;
}

// ---- the nameplate ----

struct NameplateInk {
  Length start, end, top, bottom;
};

/// Three characters whose ink leaves these blanks in their cells.
document::TextId add_nameplate(test::SmallPlan& small, const std::vector<NameplateInk>& inks) {
  const document::TextId id = small.add_text("xxx");
  for (std::size_t i = 0; i < inks.size(); ++i) {
    text::Unit& unit = small.texts[id].units[i];
    unit.ink_start = inks[i].start;
    unit.ink_end = inks[i].end;
    unit.ink_top = inks[i].top;
    unit.ink_bottom = inks[i].bottom;
  }
  return id;
}

TEST(Nameplate, FillsItsBoxWithEqualWhiteBetweenTheInks) {
  Masthead masthead;
  const Length tenth = square_em / 10, none;
  const std::vector<NameplateInk> inks{
      {tenth, none, tenth * 2, tenth}, {tenth * 3, tenth * 2, none, none}, {none, tenth, tenth, -tenth}};
  const document::TextId id = add_nameplate(masthead.small, inks);
  const Box box{square_em * 3, square_em * 4, square_em * 12, square_em * 33 / 10};
  const ComposedPage page = masthead.set({FurnitureNameplate{"nameplate", "body", box, {}}, {id}, {}});
  ASSERT_EQ(page.nameplates.size(), 1U);
  const SetArtwork& plate = page.nameplates.front();
  EXPECT_EQ(plate.size, square_em * 3) << "eleven tenths of ink are 3.3 em high";
  std::vector<Length> lefts, rights;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    EXPECT_EQ(plate.origins[i].y, box.y) << "the highest ink, of the second, begins at its cell's top";
    lefts.push_back(plate.origins[i].x + inks[i].start * 3);
    rights.push_back(plate.origins[i].x + (square_em - inks[i].end) * 3);
  }
  EXPECT_EQ(lefts.front(), box.x);
  EXPECT_EQ(rights.back(), box.right());
  EXPECT_EQ(lefts[1] - rights[0], lefts[2] - rights[1]);
}

TEST(Nameplate, WithoutInkIsLeftOut) {
  Masthead masthead;
  const Length half = square_em / 2;
  const document::TextId id =
      add_nameplate(masthead.small, {{half, half, half, half}, {half, half, half, half}, {half, half, half, half}});
  const ComposedPage page = masthead.set({FurnitureNameplate{"nameplate", "body", {{}, {}, half, half}, {}}, {id}, {}});
  EXPECT_TRUE(page.nameplates.empty());
}

TEST(Nameplate, ArtworkComesBeforeTheCharacters) {
  Masthead masthead;
  document::Picture artwork;
  artwork.file = "plate.png";
  artwork.pixel_width = 200;
  artwork.pixel_height = 100;
  const document::TextId id = masthead.small.add_text("xx");
  const Box box{square_em, square_em, square_em * 3, square_em * 3};
  document::PlannedFurniture planned{FurnitureNameplate{"nameplate", "body", box, {}}, {id}, artwork};
  const ComposedPage page = masthead.set(planned);
  ASSERT_EQ(page.pictures.size(), 1U);
  EXPECT_TRUE(page.nameplates.empty());
  EXPECT_EQ(page.pictures.front().box, box);
  EXPECT_EQ(page.pictures.front().crop.left, Ratio{2'500});
  planned.artwork->file.clear();  // lost
  EXPECT_EQ(masthead.set(planned).pictures.size(), 0U);
}

// ---- strip, pair, text ----

TEST(Strip, SpacesItsItemsEvenly) {
  Masthead masthead;
  std::vector<document::TextId> items;
  for (const char* item : {"xxx", "x", "xx"}) items.push_back(masthead.small.add_text(item));
  const ComposedPage page = masthead.set({FurnitureStrip{line_spec()}, items, {}});
  ASSERT_EQ(page.furniture.size(), 3U);
  EXPECT_EQ(page.furniture[0].at, (Point{square_em * 4, square_em * 5}));
  EXPECT_EQ(page.furniture[1].at.x - end_of(page.furniture[0]), square_em * 2);
  EXPECT_EQ(page.furniture[2].at.x - end_of(page.furniture[1]), square_em * 2);
  EXPECT_EQ(end_of(page.furniture[2]), square_em * 14);
  EXPECT_TRUE(masthead.small.codes().empty());
}

TEST(Strip, ReportsItemsThatHaveNoRoom) {
  Masthead masthead;
  const std::vector<document::TextId> items{masthead.small.add_text("xxxxxx"), masthead.small.add_text("xxxxxx")};
  masthead.set({FurnitureStrip{line_spec()}, items, {}});
  ASSERT_EQ(masthead.small.codes(), (std::vector<Code>{Code::head_too_wide}));
  EXPECT_EQ(masthead.small.report.diagnostics().front().arguments.back(), "2");
}

TEST(Pair, StandsCentredWithItsStackDownTheSide) {
  Masthead masthead;
  const document::TextId day = masthead.small.add_text("x"), weekday = masthead.small.add_text("xxx");
  text::Unit& ink = masthead.small.texts[day].units.front();
  ink.ink_start = square_em / 5;
  ink.ink_end = square_em / 10;
  ink.ink_top = square_em / 10;
  FurniturePair pair;
  pair.text = line_spec();
  pair.text.by_ink = true;
  pair.stack.text = line_spec();
  pair.stack.bottom = square_em * 10;
  pair.gap = square_em;
  pair.x = square_em * 4;
  pair.width = square_em * 10;
  const ComposedPage page = masthead.set({pair, {day, weekday}, {}});
  ASSERT_EQ(page.furniture.size(), 4U);
  const Length ink_left = page.furniture[0].at.x + ink.ink_start, ink_right = end_of(page.furniture[0]) - ink.ink_end;
  EXPECT_EQ(page.furniture[0].at.y + ink.ink_top, square_em * 5) << "its ink at the given height";
  EXPECT_EQ(page.furniture[1].at.x - ink_right, pair.gap);
  EXPECT_EQ(ink_left - pair.x, pair.x + pair.width - end_of(page.furniture[1])) << "as much white at the left as at the right";
  for (std::uint32_t i = 0; i < 3; ++i) {
    EXPECT_EQ(page.furniture[i + 1].at.y, square_em * 5 + square_em * 2 * i) << "from 5 to 10 em in equal steps";
    EXPECT_EQ(page.furniture[i + 1].line.first, i);
    EXPECT_EQ(page.furniture[i + 1].line.last, i + 1);
  }
}

TEST(FurnitureLine, StandsAtItsOwnEdgeBeforeItsStyles) {
  Masthead masthead;
  FurnitureText spec = line_spec();
  EXPECT_EQ(masthead.set({spec, {masthead.small.add_text("xxx")}, {}}).furniture.front().at,
            (Point{square_em * 4, square_em * 5}));
  spec.align = document::Align::end;
  EXPECT_EQ(masthead.set({spec, {masthead.small.add_text("xxx")}, {}}).furniture.front().at.x, square_em * 11);
}

TEST(FurnitureLine, ReportsWhatHasNoRoom) {
  Masthead masthead;
  masthead.set({line_spec(), {masthead.small.add_text("xxxxxxxxxxxxxxx")}, {}});
  EXPECT_EQ(masthead.small.codes(), (std::vector<Code>{Code::head_too_wide}));
}

TEST(Furniture, WithoutItsPartIsLeftOut) {
  Masthead masthead;
  const ComposedPage page = masthead.set({line_spec(), {}, {}});
  EXPECT_TRUE(page.furniture.empty());
}

TEST(SetRule, HasItsWeightInFigures) {
  document::RuleSpec spec;
  spec.weight = "hairline";
  spec.swatch = "red";
  spec.from = {square_em, square_em};
  spec.to = {square_em * 2, square_em};
  const SetRule rule = set_rule(test::small_design(), spec);
  EXPECT_EQ(rule.width, square_em / 20);
  EXPECT_EQ(rule.swatch, "red");
  EXPECT_EQ(rule.to, spec.to);
}

}  // namespace
}  // namespace paiban::page
