// 标题的排法: what a head gives up first, with square characters and no font.

#include "page/head_fit.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/message_table.hpp"
#include "page/head_division.hpp"
#include "page/heads.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::Style;
using paragraph::square_paragraph;
using test::square_em;
using text::Seam;
using text::ShapedParagraph;

Style head_style() {
  Style style;
  style.size = square_em;
  style.align = Align::center;
  return style;
}

/// A style that may be narrowed to 0.8 and cut to 0.8 of its size.
Style yielding() {
  Style style = head_style();
  style.scale_least = Ratio{8'000};
  style.size_least = square_em * Ratio{8'000};
  return style;
}

/// Ten square characters in so many tenths of an em.
HeadSetting ten_in(int tenths, const Style& style) {
  const ShapedParagraph text = square_paragraph("xxxxxxxxxx");
  return fit_head({{&text}, style, square_em * tenths / 10, Align::center, 1});
}

TEST(HeadFit, LeavesWhatFitsAsItIs) {
  const HeadSetting setting = ten_in(100, yielding());
  EXPECT_FALSE(setting.look);
  EXPECT_EQ(setting.rows.front().row.line.tracking, Ratio{});
}

TEST(HeadFit, SpendsTrackingBeforeAllElse) {
  const HeadSetting setting = ten_in(96, yielding());
  EXPECT_FALSE(setting.look);
  EXPECT_EQ(setting.rows.front().row.line.tracking, Ratio{-444});
}

TEST(HeadFit, ThenWidthThenSize) {
  const HeadSetting narrower = ten_in(90, yielding());
  ASSERT_TRUE(narrower.look);
  EXPECT_EQ(narrower.look->size, square_em);
  EXPECT_EQ(narrower.look->scale_x, Ratio{9'400});
  EXPECT_FALSE(narrower.rows.front().row.too_wide);
}

TEST(HeadFit, CutsTheSizeByHalfPoints) {
  Style style = yielding();
  style.size = points(20);
  style.size_least = points(16);
  const ShapedParagraph text = text::resized(square_paragraph("xxxxxxxxxx"), {points(20), Ratio::one()});
  const HeadSetting setting = fit_head({{&text}, style, points(140), Align::center, 1});
  ASSERT_TRUE(setting.look);
  EXPECT_EQ(setting.look->scale_x, Ratio{8'100}) << "width is spent first, but tracking before it";
  EXPECT_EQ(setting.look->size, points(18));
  EXPECT_FALSE(setting.rows.front().row.too_wide);
}

TEST(HeadFit, GivesUpInTheStylesOwnLook) {
  const HeadSetting setting = ten_in(40, yielding());
  EXPECT_FALSE(setting.look);
  EXPECT_TRUE(setting.rows.front().row.too_wide);
}

TEST(HeadFit, GrowsWhatIsToFillItsWidth) {
  Style style = head_style();
  style.fit = document::Fit::box;
  style.fit_least = Ratio{-500};
  style.fit_most = Ratio{500};
  style.scale_most = Ratio{11'000};
  const HeadSetting setting = ten_in(110, style);
  ASSERT_TRUE(setting.look);
  EXPECT_EQ(setting.look->scale_x, Ratio{10'600});
  EXPECT_FALSE(setting.rows.front().row.too_short);
  EXPECT_EQ(setting.rows.front().row.line.set, square_em * 11);
}

TEST(HeadFit, KeepsRowsOfOneHeadInOneLook) {
  const ShapedParagraph wide = square_paragraph("xxxxxxxxxx"), narrow = square_paragraph("xxxx");
  const HeadSetting setting = fit_head({{&wide, &narrow}, yielding(), square_em * 9, Align::center, 2});
  ASSERT_EQ(setting.rows.size(), 2U);
  ASSERT_TRUE(setting.look);
  EXPECT_EQ(setting.rows[1].row.line.set, square_em * setting.look->scale_x * 4);
}

/// Twelve characters, or `signs`, a seam of `kind` after each of `ends`.
ShapedParagraph with_seams(std::initializer_list<std::uint32_t> ends, Seam kind = Seam::words,
                           std::string_view signs = "xxxxxxxxxxxx") {
  ShapedParagraph text = square_paragraph(signs);
  for (const std::uint32_t end : ends) text.joints[end - 1].seam = kind;
  return text;
}

std::vector<std::uint32_t> rows_of(const ShapedParagraph& text, const Style& style, int em, int most_rows) {
  std::vector<std::uint32_t> ends;
  for (const HeadRow& row : fit_head({{&text}, style, square_em * em, Align::center, most_rows, style.rows}).rows)
    ends.push_back(row.row.line.last);
  return ends;
}

TEST(HeadFit, CutsWhatDoesNotFitWhereThereIsRoom) {
  const ShapedParagraph text = with_seams({5, 7});
  EXPECT_EQ(rows_of(text, head_style(), 12, 2), (std::vector<std::uint32_t>{12}));
  EXPECT_EQ(rows_of(text, head_style(), 8, 2), (std::vector<std::uint32_t>{7, 12})) << "of two alike, the longer row above";
  EXPECT_EQ(rows_of(text, head_style(), 8, 1), (std::vector<std::uint32_t>{12})) << "no room";
}

TEST(HeadFit, RatherNarrowsALittleThanAddsARow) {
  const ShapedParagraph text = with_seams({6});
  EXPECT_EQ(rows_of(text, yielding(), 11, 2), (std::vector<std::uint32_t>{12}));
  EXPECT_EQ(rows_of(text, yielding(), 9, 2), (std::vector<std::uint32_t>{6, 12}));
}

TEST(HeadFit, CutsWhatTheStyleWantsCut) {
  Style style = head_style();
  style.rows = 2;
  EXPECT_EQ(rows_of(with_seams({6}), style, 20, 1), (std::vector<std::uint32_t>{6, 12}));
  EXPECT_EQ(rows_of(with_seams({}), style, 20, 1), (std::vector<std::uint32_t>{12})) << "nowhere to cut";
}

TEST(Divisions, PayForMeaningBeforeLength) {
  ShapedParagraph text = with_seams({6, 9, 12}, Seam::words, "xxxxxxxxxxxxxxxxxx");
  EXPECT_EQ(divisions(text, 2).front().ends, (std::vector<std::uint32_t>{9, 18})) << "all alike: the even rows";
  text.joints[6].seam = Seam::clause;
  EXPECT_EQ(divisions(text, 2).front().ends, (std::vector<std::uint32_t>{7, 18}));
  EXPECT_EQ(divisions(text, 3).front().ends, (std::vector<std::uint32_t>{7, 12, 18}));
}

TEST(Divisions, HaveNoLoneWordForARow) {
  EXPECT_TRUE(divisions(with_seams({3}), 2).empty());
  EXPECT_FALSE(divisions(with_seams({2, 3}), 2).empty()) << "two words are not alone";
  EXPECT_TRUE(divisions(with_seams({6}, Seam::particle), 2).empty());
}

// ---- 短题拉开 ----

Length gap_of_short(std::size_t characters, int em) {
  Style style = head_style();
  style.short_heads = document::ShortHeads::spread;
  const ShapedParagraph text = square_paragraph(std::string(characters, 'x'));
  const Row row = set_row(text, style, square_em * em, Align::center);
  return (row.line.set - row.line.natural) / static_cast<std::int64_t>(std::max<std::size_t>(characters, 2) - 1);
}

TEST(ShortHeads, OpenTheMoreTheShorterTheyAre) {
  EXPECT_EQ(gap_of_short(2, 20), square_em * 2);
  EXPECT_EQ(gap_of_short(3, 20), square_em * 3 / 2);
  EXPECT_EQ(gap_of_short(4, 20), square_em);
  EXPECT_EQ(gap_of_short(5, 20), Length{});
  EXPECT_EQ(gap_of_short(4, 6), square_em * 2 / 3) << "as far as there is room";
  EXPECT_EQ(gap_of_short(2, 3), Length{}) << "or not at all";
}

// ---- what is said ----

struct Slots {
  test::SmallPlan small;
  document::PlannedModule module;

  document::PlannedSlot& add(document::Role role, std::string_view signs, Length size) {
    const std::string name = "style-" + std::to_string(module.slots.size());
    document::Style& style = small.add_style(name);
    style.align = Align::center;
    style.size = size;
    document::PlannedSlot slot;
    slot.slot.role = role;
    slot.slot.rows = {3, 6};
    slot.slot.width = square_em * 8;
    slot.slot.top = small.row_top(3);
    slot.rows = {small.add_text(signs, name, role)};
    small.texts.back().size = size;
    module.slots.push_back(slot);
    return module.slots.back();
  }
  SetStory set() {
    SetStory story;
    set_heads({small.plan, small.texts, small.report}, module, "一版", story);
    return story;
  }
};

TEST(Heads, SayHowTheyWereDivided) {
  Slots slots;
  slots.add(document::Role::headline, "xxxxxxxxxxxx", square_em).slot.pitch = test::small_row;
  slots.small.texts.front().joints[6].seam = Seam::words;
  const SetStory story = slots.set();
  ASSERT_EQ(story.heads.front().rows.size(), 2U);
  EXPECT_TRUE(story.heads.front().divided);
  EXPECT_EQ(story.heads.front().rows[1].at.y - story.heads.front().rows[0].at.y, test::small_row);
  ASSERT_EQ(slots.small.codes(), std::vector<Code>{Code::head_divided});
  EXPECT_EQ(slots.small.report.diagnostics().front().arguments.back(), "<row>xxxxxxx</row><row>xxxxx</row>");
}

TEST(Heads, DoNotRunIntoTheOneBelow) {
  Slots slots;
  slots.add(document::Role::headline, "xxxxxxxxxxxx", square_em).slot.pitch = test::small_row;
  slots.small.texts.front().joints[6].seam = Seam::words;
  slots.add(document::Role::deck, "xx", square_em / 2).slot.top = slots.small.row_top(4);
  EXPECT_EQ(slots.set().heads.front().rows.size(), 1U);
}

TEST(Heads, AKickerAsLargeAsTheHeadlineIsSaid) {
  Slots slots;
  slots.add(document::Role::kicker, "xx", square_em);
  slots.add(document::Role::headline, "xxx", square_em);
  slots.add(document::Role::deck, "xx", square_em / 2);
  slots.set();
  EXPECT_EQ(slots.small.codes(), std::vector<Code>{Code::head_not_subordinate});
}

}  // namespace
}  // namespace paiban::page
