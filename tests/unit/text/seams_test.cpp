// 标题转行: what lies between the words of a head (typography H4); names, run-in heads (H7); texts at another size.

#include "text/seams.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/term_marks.hpp"
#include "document/terms.hpp"
#include "support/composing_room.hpp"
#include "support/table_rows.hpp"
#include "text/head_rows.hpp"
#include "text/resized.hpp"

namespace paiban::text {
namespace {

using document::SpanKind;
using test::ComposingRoom;

const document::Terms& house() {
  static const document::Terms terms = [] {
    Report report;
    return document::read_terms(PAIBAN_SOURCE_DIR "/templates/terms.xml", report).value();
  }();
  return terms;
}

/// The rows of a head, "/" between them, with what the house knows of their words.
std::vector<document::Text> marked(std::string_view rows) {
  document::Issue issue;
  document::Story& story = issue.pages.emplace_back().stories.emplace_back();
  document::Block block;
  block.role = document::Role::headline;
  for (std::size_t from = 0; from <= rows.size();) {
    const std::size_t to = std::min(rows.find('/', from), rows.size());
    block.rows.push_back(test::marked_text(rows.substr(from, to - from)));
    from = to + 1;
  }
  story.blocks.push_back(block);
  document::mark_terms(issue, house());
  return story.blocks.front().rows;
}

/// A sign for each seam between characters, in the order of the enumerators.
std::string seams_of(std::string_view head) {
  constexpr std::string_view signs = "_=#pce~.>,:|";
  const document::Text text = marked(head).front();
  WordBreaker words;
  const Seams seams(text.utf8, text.spans, words);
  std::string line;
  for (std::uint32_t at = 0; at < text.utf8.size();) {
    const Decoded character = decode_at(text.utf8, at);
    line += to_utf8(character.code_point);
    at = character.next;
    if (at < text.utf8.size()) line += signs[static_cast<std::size_t>(seams.at(at))];
  }
  return line;
}

TEST(Seams, TellWhatARowWouldPart) {
  EXPECT_EQ(seams_of("昌吉州确定今年9项重点任务"), "昌=吉=州>确=定~今_年.9#项~重_点.任_务");
  EXPECT_EQ(seams_of("20万欧元购置设备的审批"), "2_0#万#欧_元.购_置.设_备p的.审_批");
  EXPECT_EQ(seams_of("总工会“春暖农民工”走进昌吉市"), "总=工=会:“e春e暖e农e民e工e”:走=进~昌=吉=市");
  EXPECT_EQ(seams_of("农业和城镇、乡村：持续　发展"), "农_业.和c城_镇.、,乡_村.：|持_续|　|发_展");
}

TEST(Seams, OfATextWithoutWordsAreNone) {
  WordBreaker words;
  const Seams seams("", {}, words);
  EXPECT_TRUE(seams.word_after(0).empty());
}

// ---- rows that an editor gave ----

std::string codes_of_rows(const std::string& rows) {
  document::Plan plan;
  document::PlannedSlot slot;
  slot.slot.role = document::Role::headline;
  for (document::Text& row : marked(rows)) {
    slot.rows.push_back(static_cast<document::TextId>(plan.texts.size()));
    plan.texts.push_back({std::move(row), 0, document::Role::headline, "story"});
  }
  document::PlannedModule module;
  module.slots.push_back(slot);
  plan.pages.emplace_back().modules.push_back(module);
  Report report;
  check_head_rows(plan, report);
  std::string codes;
  for (const Diagnostic& each : report.diagnostics()) codes += (codes.empty() ? "" : " ") + std::string(code_name(each.code));
  return codes.empty() ? "-" : codes;
}

TEST(GivenRows, AreJudgedByTheirMeaning) {
  for (const test::Row& row : test::rows_of("heads", ".faults")) {
    ASSERT_EQ(row.fields.size(), 2U) << row.where;
    EXPECT_EQ(codes_of_rows(row.fields[0]), row.fields[1]) << row.where;
  }
}

TEST(GivenRows, MayBeMeantSo) {
  document::Plan plan;
  document::PlannedSlot slot;
  slot.slot.role = document::Role::headline;
  for (const char* row : {"让群众过上幸福", "的好日子"}) {
    slot.rows.push_back(static_cast<document::TextId>(plan.texts.size()));
    plan.texts.push_back({test::marked_text(row), 0, document::Role::headline, "story"});
  }
  plan.texts.back().text.spans.push_back({0, 3, SpanKind::sic, "诗句如此", {}});
  document::PlannedModule module;
  module.slots.push_back(slot);
  plan.pages.emplace_back().modules.push_back(module);
  Report report;
  check_head_rows(plan, report);
  EXPECT_TRUE(report.diagnostics().empty());
}

// ---- names and run-in heads in running text ----

TEST(Names, CostSomethingToPart) {
  ComposingRoom room;
  document::Text text = test::marked_text("记者常谊谊报道");
  text.spans.push_back({6, 15, SpanKind::name, {}, {}});
  const ShapedParagraph shaped = room.shape(text, room.style("body"));
  std::string ties;
  for (const Joint& joint : shaped.joints) ties += joint.tie == Tie::name ? '-' : ' ';
  EXPECT_EQ(ties, "  --  ");
}

TEST(RunInHeads, HaveAnEmOfWhiteAfterThem) {
  ComposingRoom room;
  const auto gap_after = [&room](const char* words) {
    document::Text text = test::marked_text(words);
    text.spans.push_back({0, 12, SpanKind::run_in, {}, {}});
    const ShapedParagraph shaped = room.shape(text, room.style("body"));
    return shaped.joints[3].gap.per(shaped.em);
  };
  EXPECT_EQ(gap_after("看病省钱实现互认"), Ratio::one());
  EXPECT_EQ(gap_after("看病省钱2025年实现"), Ratio::one()) << "not an eighth more";
  EXPECT_EQ(gap_after("看病省钱　实现互认"), Ratio{}) << "typed already";
}

// ---- another look ----

TEST(Resized, IsWhatShapingInThatLookGives) {
  ComposingRoom room;
  document::Style style = room.style("headline-song");
  const ShapedParagraph as_shaped = room.shape("“昌吉”2025年", style);
  const Look look{points(18), Ratio{8'000}};
  const ShapedParagraph made = resized(as_shaped, look);
  style.size = look.size;
  style.scale_x = look.scale_x;
  const ShapedParagraph expected = room.shape("“昌吉”2025年", style);
  EXPECT_EQ(made.size, expected.size);
  EXPECT_EQ(made.em, expected.em);
  const auto near = [](Length a, Length b) { return a - b <= Length::units(2) && b - a <= Length::units(2); };
  EXPECT_TRUE(near(made.baseline, expected.baseline));
  ASSERT_EQ(made.units.size(), expected.units.size());
  for (std::size_t i = 0; i < made.units.size(); ++i) EXPECT_TRUE(near(made.units[i].width, expected.units[i].width)) << i;
  for (std::size_t i = 0; i < made.joints.size(); ++i) EXPECT_TRUE(near(made.joints[i].gap, expected.joints[i].gap)) << i;
  for (std::size_t i = 0; i < made.glyphs.size(); ++i) EXPECT_TRUE(near(made.glyphs[i].x, expected.glyphs[i].x)) << i;
}

TEST(Resized, InItsOwnLookIsItself) {
  ComposingRoom room;
  const document::Style style = room.style("headline-song");
  const ShapedParagraph shaped = room.shape("昌吉州2025年", style);
  const ShapedParagraph same = resized(shaped, {style.size, style.scale_x});
  EXPECT_EQ(same.em, shaped.em);
  for (std::size_t i = 0; i < shaped.units.size(); ++i) EXPECT_EQ(same.units[i].width, shaped.units[i].width);
  for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) EXPECT_EQ(same.glyphs[i].x, shaped.glyphs[i].x);
}

}  // namespace
}  // namespace paiban::text
