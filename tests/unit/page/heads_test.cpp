// 标题: heads in their slots. A slot 10 em wide at 4 em, on the rows from 3 on.

#include "page/heads.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::Role;
using test::small_row;
using test::square_em;

struct HeadRoom {
  test::SmallPlan small;
  document::PlannedModule module;

  HeadRoom() { module.story = "story"; }

  document::Slot& add(Role role, const std::vector<std::string_view>& rows, document::Style style = centred()) {
    const std::string name = "style-" + std::to_string(module.slots.size());
    style.size = square_em;
    small.add_style(name) = style;
    small.plan.design.styles.back().name = name;
    document::PlannedSlot planned;
    planned.slot.role = role;
    planned.slot.rows = {3, 6};
    planned.slot.x = square_em * 4;
    planned.slot.width = square_em * 10;
    planned.slot.top = small.row_top(3);
    for (const std::string_view row : rows) planned.rows.push_back(small.add_text(row, name, role));
    module.slots.push_back(planned);
    return module.slots.back().slot;
  }

  static document::Style centred() {
    document::Style style;
    style.align = Align::center;
    return style;
  }
  static document::Style running() { return {}; }

  SetStory set() {
    SetStory story;
    set_heads({small.plan, small.texts, small.report}, module, "一版", story);
    return story;
  }
};

TEST(Heads, StandRowUnderRowInTheirSlot) {
  HeadRoom room;
  room.add(Role::headline, {"xxxx", "xx"}).pitch = small_row;
  const SetStory story = room.set();
  ASSERT_EQ(story.heads.size(), 1U);
  const Head& head = story.heads.front();
  ASSERT_EQ(head.rows.size(), 2U);
  EXPECT_EQ(head.rows[0].at, (Point{square_em * 7, room.small.row_top(3)}));
  EXPECT_EQ(head.rows[1].at, (Point{square_em * 8, room.small.row_top(4)}));
  EXPECT_EQ(head.box, (Box{square_em * 4, room.small.row_top(3), square_em * 10, small_row + square_em}));
}

TEST(Heads, TakeTheSlotsPitchThenTheStylesThenAFifthMore) {
  const auto pitch = [](Length of_slot, Length of_style) {
    HeadRoom room;
    document::Style style = HeadRoom::centred();
    style.pitch = of_style;
    room.add(Role::headline, {"x", "x"}, style).pitch = of_slot;
    const Head head = room.set().heads.front();
    return head.rows[1].at.y - head.rows[0].at.y;
  };
  EXPECT_EQ(pitch(square_em * 3, square_em * 2), square_em * 3);
  EXPECT_EQ(pitch({}, square_em * 2), square_em * 2);
  EXPECT_EQ(pitch({}, {}), square_em * 6 / 5);
}

TEST(Heads, ASlotsAlignmentComesBeforeItsStyles) {
  HeadRoom room;
  room.add(Role::headline, {"xxxx"}).align = Align::end;
  EXPECT_EQ(room.set().heads.front().rows.front().at.x, square_em * 10);
}

TEST(Heads, NothingSaidIsNothingSet) {
  HeadRoom room;
  room.add(Role::headline, {});
  EXPECT_TRUE(room.set().heads.empty());
}

TEST(Heads, ReportARowThatIsTooWide) {
  HeadRoom room;
  room.add(Role::headline, {"xxxxx", "xxxxxxxxxxxxx"});
  room.set();
  ASSERT_EQ(room.small.codes(), (std::vector<Code>{Code::head_too_wide}));
  const Diagnostic& said = room.small.report.diagnostics().front();
  EXPECT_EQ(said.arguments, (std::vector<std::string>{"xxxxxxxxxxxxx", "3"}));  // 13 em, tightened by 12 × 0.05, in 10
  EXPECT_EQ(said.at, (SourcePlace{1, 2, 1}));
  EXPECT_EQ(said.story, "story");
  EXPECT_EQ(said.place, "一版 《xxxxx》");
}

TEST(Heads, ReportMoreRowsThanTheirSlotHolds) {
  HeadRoom room;
  document::Slot& slot = room.add(Role::headline, {"xx", "xx"});
  slot.pitch = small_row;
  slot.rows = {3, 4};
  room.set();
  EXPECT_TRUE(room.small.codes().empty());
  slot.rows = {3, 3};
  room.set();
  EXPECT_EQ(room.small.codes(), (std::vector<Code>{Code::head_too_high}));
}

TEST(Heads, RulesBesideALabelStayClearOfIt) {
  HeadRoom room;
  document::Slot& slot = room.add(Role::label, {"xxxx"});
  slot.side_rule_weight = "hairline";
  slot.side_rule_swatch = "red";
  slot.side_rule_clear = square_em / 2;
  slot.side_rule_y = room.small.row_top(3) + square_em / 2;
  const SetStory story = room.set();
  ASSERT_EQ(story.rules.size(), 2U);
  const Length y = slot.side_rule_y;
  EXPECT_EQ(story.rules[0].from, (Point{square_em * 4, y}));
  EXPECT_EQ(story.rules[0].to, (Point{square_em * 13 / 2, y}));
  EXPECT_EQ(story.rules[1].from, (Point{square_em * 23 / 2, y}));
  EXPECT_EQ(story.rules[1].to, (Point{square_em * 14, y}));
  EXPECT_EQ(story.rules[0].width, square_em / 20);
  EXPECT_EQ(story.rules[0].swatch, "red");
}

TEST(Heads, NoRuleStandsWhereALabelFillsItsSlot) {
  HeadRoom room;
  room.add(Role::label, {"xxxxxxxxxx"}).side_rule_weight = "hairline";
  EXPECT_TRUE(room.set().rules.empty());
}

TEST(Heads, ALogoIsASquareOfCharactersOnItsGround) {
  HeadRoom room;
  document::Slot& slot = room.add(Role::logo, {"xxxx"});
  slot.ground = "red";
  slot.width = slot.ground_size = square_em * 3;
  slot.inset = square_em / 4;
  slot.ground_columns = 2;
  slot.pitch = square_em * 3 / 2;
  const SetStory story = room.set();
  ASSERT_EQ(story.fills.size(), 1U);
  EXPECT_EQ(story.fills[0].box, (Box{square_em * 4, room.small.row_top(3), square_em * 3, square_em * 3}));
  EXPECT_EQ(story.fills[0].swatch, "red");
  const std::vector<SetLine>& rows = story.heads.front().rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at, (Point{square_em * 17 / 4, room.small.row_top(3) + square_em / 4}));
  EXPECT_EQ(rows[1].at.y - rows[0].at.y, square_em * 3 / 2);
  EXPECT_EQ(rows[1].line.first, 2U);
  EXPECT_EQ(rows[0].line.set, square_em * 5 / 2) << "spread from inset to inset";
}

TEST(Heads, RowsInVerticalWritingGoFromRightToLeft) {
  HeadRoom room;
  document::Style style = HeadRoom::centred();
  style.align = Align::start;
  style.writing = document::Writing::vertical;
  room.add(Role::headline, {"xxx", "xx"}, style).pitch = square_em * 2;
  const std::vector<SetLine> rows = room.set().heads.front().rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at, (Point{square_em * 14, room.small.row_top(3)}));
  EXPECT_EQ(rows[1].at, (Point{square_em * 12, room.small.row_top(3)}));
}

// ---- captions and credits ----

TEST(Heads, ACaptionRunsOverLines) {
  HeadRoom room;
  document::Style style = HeadRoom::running();
  style.pitch = small_row;
  style.indent = Ratio{20'000};
  room.add(Role::caption, {"xxxxxxxxxxxx"}, style);
  const std::vector<SetLine> rows = room.set().heads.front().rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line.indent, square_em * 2);
  EXPECT_EQ(rows[0].line.set, square_em * 8);
  EXPECT_EQ(rows[1].at, (Point{square_em * 4, room.small.row_top(4)}));
}

/// Where the credit stands beside a caption of so many characters.
Point credit_after(int characters) {
  HeadRoom room;
  document::Style style = HeadRoom::running();
  style.pitch = small_row;
  const std::string caption(static_cast<std::size_t>(characters), 'x');
  room.add(Role::caption, {caption}, style);
  room.add(Role::credit, {"xxx"}, style);
  return room.set().heads.back().rows.front().at;
}

TEST(Heads, ACreditEndsTheCaptionsLastLineWhereItHasRoom) {
  const Length top = test::SmallPlan().row_top(3);
  EXPECT_EQ(credit_after(6), (Point{square_em * 11, top})) << "an em of white between them";
  EXPECT_EQ(credit_after(7), (Point{square_em * 11, top + small_row})) << "none: a line of its own";
  EXPECT_EQ(credit_after(14), (Point{square_em * 11, top + small_row}));
}

}  // namespace
}  // namespace paiban::page
