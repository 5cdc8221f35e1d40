#include "compare/edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "compare/tokens.hpp"
#include "support/random_numbers.hpp"

namespace paiban::compare {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers applied(const Numbers& was, const Numbers& now, const std::vector<Edit>& edits) {
  Numbers made;
  std::size_t i = 0;
  for (const Edit& edit : edits) {
    made.insert(made.end(), was.begin() + static_cast<std::ptrdiff_t>(i),
                was.begin() + static_cast<std::ptrdiff_t>(edit.old_first));
    made.insert(made.end(), now.begin() + static_cast<std::ptrdiff_t>(edit.new_first),
                now.begin() + static_cast<std::ptrdiff_t>(edit.new_last));
    i = edit.old_last;
  }
  made.insert(made.end(), was.begin() + static_cast<std::ptrdiff_t>(i), was.end());
  return made;
}

/// The fewest elements taken out and put in, by trying everything.
std::size_t fewest(const Numbers& was, const Numbers& now) {
  std::vector<std::vector<std::size_t>> cost(was.size() + 1, std::vector<std::size_t>(now.size() + 1));
  for (std::size_t i = 0; i <= was.size(); ++i)
    for (std::size_t j = 0; j <= now.size(); ++j) {
      if (i == 0 || j == 0)
        cost[i][j] = i + j;
      else if (was[i - 1] == now[j - 1])
        cost[i][j] = cost[i - 1][j - 1];
      else
        cost[i][j] = 1 + std::min(cost[i - 1][j], cost[i][j - 1]);
    }
  return cost.back().back();
}

Numbers random_numbers(test::RandomNumbers& random) {
  Numbers numbers(static_cast<std::size_t>(random.between(0, 14)));
  for (std::uint32_t& number : numbers) number = static_cast<std::uint32_t>(random.between(0, 3));
  return numbers;
}

TEST(Edits, LeadFromOneToTheOtherAndAreTheFewest) {
  test::RandomNumbers random(12184);
  for (int trial = 0; trial < 2000; ++trial) {
    const Numbers was = random_numbers(random), now = random_numbers(random);
    const std::vector<Edit> edits = edits_between(was, now);
    ASSERT_EQ(applied(was, now, edits), now) << trial;
    std::size_t cost = 0;
    for (const Edit& edit : edits) cost += edit.old_last - edit.old_first + edit.new_last - edit.new_first;
    ASSERT_EQ(cost, fewest(was, now)) << trial;
    ASSERT_EQ(applied(was, now, joined_edits(edits, 3)), now) << trial;
  }
}

TEST(Edits, CountTooManyDifferencesAsOne) {
  Numbers was(most_edits), now(most_edits);
  for (std::uint32_t i = 0; i < most_edits; ++i) was[i] = i, now[i] = i + most_edits;
  const std::vector<Edit> edits = edits_between(was, now);
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits.front(), (Edit{0, most_edits, 0, most_edits}));
}

TEST(Edits, AreJoinedWhereLittleStandsBetween) {
  EXPECT_EQ(joined_edits({{0, 1, 0, 1}, {2, 3, 2, 4}, {9, 9, 10, 11}}, 2), (std::vector<Edit>{{0, 3, 0, 4}, {9, 9, 10, 11}}));
}

std::string shown(const std::vector<Line>& lines, const std::set<std::string>& names = {}) {
  std::string text;
  for (const Token& token : tokens_of(lines, names)) text += token.text + '|';
  return text;
}
Line line(std::string text, bool hyphenated = false) {
  Line line;
  line.text = std::move(text);
  line.hyphenated = hyphenated;
  return line;
}

TEST(Tokens, AreCharactersAndWholeWordsNumbersAndNames) {
  EXPECT_EQ(shown({line("今年1,234.5万元，增12.5%。")}), "今|年|1,234.5|万|元|，|增|12.5%|。|");
  EXPECT_EQ(shown({line("state-owned COVID-19 don't")}), "state-owned|COVID-19|don't|");
  EXPECT_EQ(shown({line("州长张建国说张建")}, {"张建国", "张建"}), "州|长|张建国|说|张建|");
}

TEST(Tokens, KnowNoEndsOfLines) {
  EXPECT_EQ(shown({line("a regen", true), line("eration of"), line("two")}), "a|regeneration|of|two|");
  EXPECT_EQ(shown({line("一"), line("二")}), "一|二|");
  EXPECT_EQ(tokens_of(std::vector{line("一"), line("二")}, {}).back().line, 1U);
  EXPECT_TRUE(tokens_of({}, {}).empty());
}

}  // namespace
}  // namespace paiban::compare
