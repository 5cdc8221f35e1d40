// Places in the trade's words.

#include "page/place_words.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "document/names.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using document::Role;
using document::StoryKind;

TEST(PageWords, CountsAsAPaperDoes) {
  EXPECT_EQ(page_words(1), "一版");
  EXPECT_EQ(page_words(10), "十版");
  EXPECT_EQ(page_words(12), "十二版");
  EXPECT_EQ(page_words(20), "二十版");
  EXPECT_EQ(page_words(34), "三十四版");
  EXPECT_EQ(page_words(120), "120版");
}

/// A story whose first headline is `headline`, after a deck.
std::string words_of(StoryKind kind, std::string_view headline) {
  test::SmallPlan small;
  document::PlannedModule module;
  module.story = "story-2";
  module.kind = kind;
  document::PlannedSlot deck, head;
  deck.slot.role = Role::deck;
  deck.rows = {small.add_text("副题", "body", Role::deck)};
  head.slot.role = Role::headline;
  if (!headline.empty()) head.rows = {small.add_text(headline, "body", Role::headline)};
  module.slots = {deck, head};
  return story_words(small.plan, module);
}

TEST(StoryWords, NameNewsByItsHeadline) {
  EXPECT_EQ(words_of(StoryKind::news, "昌吉州发展改革领域确定"), "《昌吉州发展改革领…》");
  EXPECT_EQ(words_of(StoryKind::news, "昌吉州发展改革领"), "《昌吉州发展改革领》");
  EXPECT_EQ(words_of(StoryKind::news, ""), "story-2");
}

TEST(StoryWords, NameAllElseByWhatItIs) {
  EXPECT_EQ(words_of(StoryKind::lead, "清单公布"), "头条");
  std::set<std::string> words;
  for (const auto& [kind, name] : document::kind_names) words.insert(words_of(kind, ""));
  EXPECT_EQ(words.size(), document::kind_names.size()) << "no two kinds alike";
}

}  // namespace
}  // namespace paiban::page
