// 排文: copy into legs, to the line. Square characters in a column of ten: a line holds ten of them, or nine with a gap of an
// eighth of an em, never fewer.

#include "page/copyfit.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "support/square_paragraph.hpp"

namespace paiban::page {
namespace {

using paragraph::Composer;
using paragraph::square_em;
using paragraph::square_paragraph;

std::string han(int count) { return std::string(static_cast<std::size_t>(count), 'x'); }

/// A story and what holds its paragraphs.
struct Story {
  std::vector<text::ShapedParagraph> paragraphs;
  CopyRequest request;

  /// Each paragraph of so many characters; below 0: a head.
  Story(const std::vector<int>& counts, std::vector<int> legs) {
    for (const int count : counts) {
      paragraphs.push_back(square_paragraph(han(std::abs(count))));
      request.heads.push_back(count < 0);
    }
    for (const text::ShapedParagraph& each : paragraphs) request.paragraphs.push_back(&each);
    request.settings.resize(paragraphs.size());
    request.legs = std::move(legs);
    set_measure(square_em * 10);
  }
  Story(const Story&) = delete;
  Story& operator=(const Story&) = delete;

  void set_measure(Length measure) {
    for (paragraph::Setting& each : request.settings) each.measure = measure;
  }
  [[nodiscard]] CopyResult fit() const { return fit_copy(request); }
};

int over(const CopyResult& result) { return result.fit.lines - result.fit.room; }

std::vector<std::size_t> lines_of(const CopyResult& result) {
  std::vector<std::size_t> counts;
  for (const auto& lines : result.lines) counts.push_back(lines.size());
  return counts;
}

TEST(FitCopy, FillsTheRoomByTheBreakingAlone) {
  const CopyResult exact = Story({95}, {5, 5}).fit(), opened = Story({95}, {6, 5}).fit();
  EXPECT_EQ(exact.fit.room, 10);
  EXPECT_EQ(over(exact), 0);
  EXPECT_EQ(exact.fit.spent.tightest, Ratio{});
  EXPECT_EQ(opened.fit.lines, 11);
  EXPECT_EQ(opened.fit.spent.tightest, Ratio{}) << "lines of nine fill it";
  EXPECT_TRUE(opened.fit.cures.empty());
}

TEST(FitCopy, TellsItsLoosestGap) {
  EXPECT_EQ(Story({95}, {11}).fit().fit.spent.loosest, Ratio{1'250}) << "nine in a line for ten";
  EXPECT_EQ(Story({7}, {1}).fit().fit.spent.loosest, Ratio{}) << "a last line is not opened";
}

// 110 characters where a line holds ten and nine tenths: eleven a line, if each place gives a hundredth.
TEST(FitCopy, TightensWhereNothingElseFillsTheRoom) {
  Story story({110}, {10});
  story.set_measure(square_em * 109 / 10);
  EXPECT_EQ(over(story.fit()), 0);
  EXPECT_EQ(story.fit().fit.spent.tightest, Ratio{-100});
}

TEST(FitCopy, TightensByTwoPerCentAndNoMore) {
  Story story({110}, {10});
  story.set_measure(square_em * 107 / 10);  // three per cent would do
  EXPECT_EQ(over(story.fit()), 1);
  EXPECT_GE(story.fit().fit.spent.tightest, Ratio{-200});
}

// ---- cures ----

/// The counts with the cure applied.
std::vector<int> cured(std::vector<int> counts, const Cure& cure, int spared = 0) {
  const int change = cure.characters - spared;
  counts[static_cast<std::size_t>(cure.paragraph - 1)] += cure.kind == Cure::Kind::cut ? -change : change;
  return counts;
}

TEST(FitCopy, CutsWhatMakesItFit) {
  const std::vector<int> counts{95, -4, 43};
  for (const int rows : {15, 14}) {
    const CopyResult result = Story(counts, {rows}).fit();
    ASSERT_EQ(over(result), 16 - rows);
    ASSERT_EQ(result.fit.cures.size(), 1U);
    const Cure& cure = result.fit.cures.front();
    EXPECT_EQ(cure.kind, Cure::Kind::cut);
    EXPECT_EQ(cure.paragraph, 3) << "its last line is the shorter one";
    EXPECT_EQ(over(Story(cured(counts, cure), {rows}).fit()), 0);
    EXPECT_EQ(over(Story(cured(counts, cure, 1), {rows}).fit()), 1) << "a character less would not do";
  }
}

TEST(FitCopy, AddsWhatMakesItFit) {
  const std::vector<int> counts{5, -9, 18};  // nobody lengthens a head, though two characters would do
  for (const int rows : {5, 6}) {
    const CopyResult result = Story(counts, {rows}).fit();
    ASSERT_EQ(over(result), 4 - rows);
    ASSERT_EQ(result.fit.cures.size(), 1U);
    const Cure& cure = result.fit.cures.front();
    EXPECT_EQ(cure.kind, Cure::Kind::add);
    EXPECT_EQ(cure.paragraph, 3) << "its last line is nearly full";
    const CopyResult filled = Story(cured(counts, cure), {rows}).fit();
    EXPECT_EQ(over(filled), 0);
    const paragraph::Line& last = filled.lines.back().back();
    EXPECT_GE(last.last - last.first, 2U) << "no character stands alone for it";
  }
}

TEST(FitCopy, CutsNoParagraphAwayWhole) {
  const CopyResult result = Story({3, 95}, {10}).fit();
  ASSERT_EQ(over(result), 1);
  EXPECT_EQ(result.fit.cures.front().paragraph, 2) << "the first has no second line to lose";
}

// ---- legs ----

// One line is to be won. Opening the first paragraph is dearer than opening the last, and is taken for the legs' sake alone.
TEST(FitCopy, LeavesNoHeadBareAtALegsFoot) {
  const std::vector<int> counts{38, -3, 40};
  EXPECT_EQ(lines_of(Story(counts, {10}).fit()), (std::vector<std::size_t>{4, 1, 5}));
  EXPECT_EQ(lines_of(Story(counts, {5, 5}).fit()), (std::vector<std::size_t>{5, 1, 4}));
}

TEST(FitCopy, LeavesNoLastLineOnTopOfALeg) {
  const std::vector<int> counts{38, 11, 40};
  EXPECT_EQ(lines_of(Story(counts, {11}).fit()), (std::vector<std::size_t>{4, 2, 5}));
  EXPECT_EQ(lines_of(Story(counts, {5, 6}).fit()), (std::vector<std::size_t>{5, 2, 4}));
}

TEST(FitCopy, IndentsEachParagraphByItsOwn) {
  Story story({28, -4, 28}, {7});
  story.request.settings[0].indent = story.request.settings[2].indent = square_em * 2;
  const CopyResult result = story.fit();
  EXPECT_EQ(result.lines[0].front().indent, square_em * 2);
  EXPECT_EQ(result.lines[0].back().indent, Length{});
  EXPECT_EQ(result.lines[1].front().indent, Length{});
}

TEST(FitCopy, ThePressSetsWhatItSets) {
  Story story({95}, {6, 5});
  story.request.composer = Composer::press;
  const CopyResult result = story.fit();
  EXPECT_EQ(over(result), -1) << "the whole-paragraph composer would have opened it";
  EXPECT_EQ(result.lines.front().front().last, 10U);
  EXPECT_EQ(result.fit.spent.tightest, Ratio{});
}

TEST(FitCopy, NoCopyLeavesTheRoomEmpty) { EXPECT_EQ(over(Story({}, {4}).fit()), -4); }

}  // namespace
}  // namespace paiban::page
