// 留版: a stand-in has as many characters as were promised, and makes as many lines as the paper's own copy does.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/promise.hpp"
#include "page/setting.hpp"
#include "paragraph/compose.hpp"
#include "support/composing_room.hpp"

namespace paiban {
namespace {

using document::Text;

std::size_t characters_in(const std::vector<Text>& texts) {
  std::size_t count = 0;
  for (const Text& text : texts) count += document::count_characters(text.utf8);
  return count;
}

TEST(StandIn, HasAsManyCharactersAsWerePromised) {
  for (std::size_t count = 1; count < 2'000; ++count) {
    const std::vector<Text> copy = document::stand_in_copy(count, {});
    ASSERT_EQ(characters_in(copy), count);
    for (const Text& paragraph : copy) ASSERT_TRUE(count < 2 || paragraph.utf8.ends_with("。")) << paragraph.utf8;
  }
  for (std::size_t count = 1; count < 100; ++count)
    ASSERT_EQ(document::count_characters(document::stand_in_head(count, {}).utf8), count);
}

TEST(StandIn, IsCountedAsANewsroomCounts) {
  EXPECT_EQ(document::count_characters("　　2025年，“报” 。"), 10U);
  EXPECT_EQ(document::count_characters(""), 0U);
}

// Make-up puts them in to measure a story, and binding meets it again.
TEST(StandIn, IsPutInOnce) {
  document::Story story;
  story.expected = 620;
  document::Block headline;
  headline.role = document::Role::headline;
  headline.expected = 14;
  story.blocks.push_back(headline);
  document::put_stand_ins(story);
  const std::size_t blocks = story.blocks.size();
  document::put_stand_ins(story);
  ASSERT_EQ(story.blocks.size(), blocks);
  EXPECT_EQ(document::running_characters(story), 0U);
  EXPECT_EQ(characters_in(story.blocks.front().rows), 14U);
  std::size_t running = 0;
  for (const document::Block& block : story.blocks) {
    EXPECT_TRUE(block.promised);
    if (block.role == document::Role::paragraph) running += characters_in(block.rows);
  }
  EXPECT_EQ(running, 620U);
}

std::size_t lines_of(const std::vector<Text>& texts, Ratio measure, test::ComposingRoom& room) {
  const document::Style style = room.style("body");
  std::size_t lines = 0;
  for (const Text& text : texts) {
    const text::ShapedParagraph shaped = room.shape(text, style);
    lines += compose(shaped, page::setting_for(style, shaped.em, shaped.em * measure), paragraph::Composer::best)->size();
  }
  return lines;
}

/// The paragraphs of each story of 12184, boxes left out: its list is no running copy.
std::vector<std::vector<Text>> stories() {
  Report report;
  const document::Issue issue = document::read_issue(PAIBAN_SOURCE_DIR "/issues/12184/issue.xml", report).value();
  std::vector<std::vector<Text>> found;
  for (const document::Story& story : issue.pages.front().stories) {
    std::vector<Text> paragraphs;
    for (const document::Block& block : story.blocks)
      if (block.role == document::Role::paragraph) paragraphs.insert(paragraphs.end(), block.rows.begin(), block.rows.end());
    if (!paragraphs.empty()) found.push_back(std::move(paragraphs));
  }
  return found;
}

/// Whether `stand_in` lines are as many as `real` ones, give or take so many hundredths.
bool within(std::size_t stand_in, std::size_t real, std::size_t hundredths) {
  return (stand_in > real ? stand_in - real : real - stand_in) * 100 <= real * hundredths;
}

// Five stories at one measure are few: where twenty paragraphs end is chance, and one story has more numbers than another. Over
// all measures chance is even.
TEST(StandIn, MakesAsManyLinesAsRealCopy) {
  test::ComposingRoom room;
  const auto real_stories = stories();
  ASSERT_EQ(real_stories.size(), 5U);
  constexpr std::int64_t narrowest = 120'000, widest = 250'000, step = 5'000;  // em
  std::size_t all_real = 0, all_stand_in = 0;
  for (std::int64_t measure = narrowest; measure <= widest; measure += step) {
    std::size_t real = 0, stand_in = 0;
    for (const std::vector<Text>& story : real_stories) {
      real += lines_of(story, Ratio{measure}, room);
      stand_in += lines_of(document::stand_in_copy(characters_in(story), {}), Ratio{measure}, room);
    }
    EXPECT_TRUE(within(stand_in, real, 3)) << measure << ": " << real << " lines of real copy, " << stand_in << " of stand-ins";
    all_real += real;
    all_stand_in += stand_in;
  }
  EXPECT_TRUE(within(all_stand_in, all_real, 2)) << all_real << " lines of real copy, " << all_stand_in << " of stand-ins";
  RecordProperty("real", static_cast<int>(all_real));
  RecordProperty("stand_in", static_cast<int>(all_stand_in));
}

}  // namespace
}  // namespace paiban
