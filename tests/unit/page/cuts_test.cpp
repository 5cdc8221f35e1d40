// 可删: what an editor lets go is cut where copy is over, by rank, as little as will do, and nothing else is touched.

#include "page/cuts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "document/copy_cuts.hpp"
#include "page/compose_page.hpp"
#include "support/small_plan.hpp"

namespace paiban::page {
namespace {

using paragraph::SquareNumbers;
using test::small_row;
using test::square_em;

struct Cut {
  std::size_t paragraph = 0;
  std::uint32_t start = 0, end = 0;
  int rank = 1;
};

/// A story of square characters in legs of ten em, and what may go from it.
struct Copy {
  std::vector<std::string> paragraphs;
  std::vector<Cut> cuts;
  std::vector<int> legs;

  [[nodiscard]] std::vector<std::string> without(const std::vector<Cut>& gone) const {
    std::vector<std::string> left = paragraphs;
    for (const Cut& cut : gone)
      for (std::uint32_t i = cut.start; i < cut.end; ++i) left[cut.paragraph][i] = '\0';
    for (std::string& each : left) std::erase(each, '\0');
    return left;
  }
};

std::string joined(const std::vector<std::string>& paragraphs) {
  return std::accumulate(paragraphs.begin(), paragraphs.end(), std::string());
}

/// The copy on a page, and what was said.
struct SetCopy {
  test::SmallPlan small;
  SetStory story;

  explicit SetCopy(const Copy& copy) {
    document::PlannedModule module;
    module.story = "story";
    Length x = square_em * 2;
    for (const int rows : copy.legs) {
      module.region.legs.push_back({x, square_em * 10, {2, 1 + rows}, {}});
      x += square_em * 12;
    }
    for (const std::string& each : copy.paragraphs) module.flow.push_back(small.add_text(each));
    for (const Cut& cut : copy.cuts)
      small.plan.texts[cut.paragraph].text.spans.push_back({cut.start,
                                                            cut.end,
                                                            document::SpanKind::cut,
                                                            std::to_string(cut.rank),
                                                            {1, static_cast<std::uint32_t>(cut.paragraph) + 1, cut.start + 1}});
    document::PlannedPage page;
    page.number = 1;
    page.modules.push_back(std::move(module));
    small.plan.pages.push_back(std::move(page));
    document::plan_cuts(small.plan, small.report);
    for (std::size_t id = small.texts.size(); id < small.plan.texts.size(); ++id)
      small.texts.push_back(test::square_text(small.plan.texts[id].text.utf8));
    story = compose_pages(small.plan, small.texts, small.report).front().stories.front();
  }

  [[nodiscard]] int over() const { return story.fit->lines - story.fit->room; }

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const Leg& leg : story.legs)
      for (const SetLine& line : leg.lines)
        for (std::uint32_t i = line.line.first; i < line.line.last; ++i)
          text += small.texts[line.text].text[small.texts[line.text].units[i].start];
    return text;
  }

  /// Those of the copy's cuts that the story lists.
  [[nodiscard]] std::vector<Cut> taken(const Copy& copy) const {
    std::vector<Cut> taken;
    for (const Cut& cut : copy.cuts) {
      const SourcePlace at{1, static_cast<std::uint32_t>(cut.paragraph) + 1, cut.start + 1};
      if (std::ranges::find(story.levers, at, &Lever::at) != story.levers.end()) taken.push_back(cut);
    }
    return taken;
  }
};

int characters(const std::vector<Cut>& cuts) {
  return std::accumulate(cuts.begin(), cuts.end(), 0,
                         [](int sum, const Cut& cut) { return sum + static_cast<int>(cut.end - cut.start); });
}
int highest_rank(const std::vector<Cut>& cuts) {
  return std::accumulate(cuts.begin(), cuts.end(), 0, [](int rank, const Cut& cut) { return std::max(rank, cut.rank); });
}

/// Two to four paragraphs, up to five cuts of three ranks, legs a little too short or not.
Copy random_copy(SquareNumbers& numbers) {
  Copy copy;
  int length = 0;
  for (std::uint32_t count = 2 + numbers.below(3); count > 0; --count) {
    std::string text(12 + numbers.below(40), 'x');
    for (std::size_t i = 4; i + 1 < text.size(); i += 5 + numbers.below(5)) text[i] = ',';
    std::uint32_t from = 1;
    const std::size_t before = copy.cuts.size();
    while (copy.cuts.size() < std::min<std::size_t>(5, before + document::most_cuts_in_paragraph) && from + 4 < text.size() &&
           numbers.below(3) > 0) {
      const std::uint32_t start = from + numbers.below(4), end = start + 2 + numbers.below(8);
      if (end > text.size()) break;
      copy.cuts.push_back({copy.paragraphs.size(), start, end, 1 + static_cast<int>(numbers.below(3))});
      from = end + 1;
    }
    length += static_cast<int>(text.size() + 9) / 10;
    copy.paragraphs.push_back(std::move(text));
  }
  const int rows = std::max(2, length - static_cast<int>(numbers.below(4)));
  copy.legs = {rows - rows / 2, rows / 2};
  return copy;
}

/// Every set of cuts that keeps the order of ranks and would be tried before `taken`.
std::vector<std::vector<Cut>> tried_before(const Copy& copy, const std::vector<Cut>& taken) {
  std::vector<std::vector<Cut>> sets;
  for (std::uint32_t bits = 0; bits < 1U << copy.cuts.size(); ++bits) {
    std::vector<Cut> set, left;
    for (std::size_t n = 0; n < copy.cuts.size(); ++n) ((bits >> n & 1U) != 0 ? set : left).push_back(copy.cuts[n]);
    const int rank = highest_rank(set);
    if (std::ranges::any_of(left, [rank](const Cut& cut) { return cut.rank < rank; })) continue;
    if (std::pair(rank, characters(set)) < std::pair(highest_rank(taken), characters(taken))) sets.push_back(std::move(set));
  }
  return sets;
}

TEST(Cuts, AreTakenByRankAsFewAsWillDoAndNothingElse) {
  SquareNumbers numbers(4);
  int with_cuts = 0;
  for (int trial = 0; trial < 400; ++trial) {
    const Copy copy = random_copy(numbers);
    const SetCopy set(copy);
    const std::vector<Cut> taken = set.taken(copy);
    ASSERT_EQ(taken.size(), set.story.levers.size());
    const std::string text = joined(copy.without(taken));
    EXPECT_EQ(set.text(), set.over() > 0 ? text.substr(0, set.text().size()) : text) << "trial " << trial;
    if (SetCopy({copy.paragraphs, {}, copy.legs}).over() <= 0) {
      EXPECT_TRUE(taken.empty()) << "nothing is cut from copy that fits";
    }
    if (taken.empty()) continue;
    ++with_cuts;
    for (const Cut& cut : copy.cuts) {
      const auto is_it = [&](const Cut& each) { return each.paragraph == cut.paragraph && each.start == cut.start; };
      EXPECT_TRUE(cut.rank >= highest_rank(taken) || std::ranges::any_of(taken, is_it)) << "rank " << cut.rank;
    }
    if (set.over() != 0) continue;
    for (const std::vector<Cut>& less : tried_before(copy, taken))
      EXPECT_NE(SetCopy({copy.without(less), {}, copy.legs}).over(), 0) << "trial " << trial << ": less would have done";
  }
  EXPECT_GT(with_cuts, 50) << "the trials try something";
}

TEST(Cuts, OfAWholeParagraphTakeItsLine) {
  const Copy copy{{std::string(20, 'x'), "xxx.", std::string(15, 'x')}, {{1, 0, 4, 1}}, {4}};
  const SetCopy set(copy);
  EXPECT_EQ(set.over(), 0);
  EXPECT_EQ(set.text(), std::string(35, 'x'));
  EXPECT_EQ(set.small.codes(), std::vector<Code>{Code::cut_taken});
}

TEST(Cuts, InOneAnotherAreToldOnce) {
  const Copy copy{{std::string(20, 'x') + "x,xxxxxx,xxxxxxxxx"}, {{0, 20, 29, 2}, {0, 22, 26, 1}}, {3}};
  const SetCopy set(copy);
  EXPECT_EQ(set.over(), 0);
  ASSERT_EQ(set.story.levers.size(), 1U);
  EXPECT_EQ(set.story.levers.front().characters, 9);
  EXPECT_EQ(set.story.levers.front().rank, 2);
}

TEST(Cuts, TooManyOfThemStay) {
  Copy copy{{std::string(60, 'x')}, {}, {6}};
  for (std::uint32_t start = 0; start < 50; start += 10) copy.cuts.push_back({0, start, start + 5, 1});
  const SetCopy set(copy);
  EXPECT_EQ(set.small.plan.pages.front().modules.front().may_go.cuts.size(), document::most_cuts_in_paragraph);
  EXPECT_EQ(set.small.codes(), std::vector<Code>{Code::cuts_too_many});
}

TEST(Cuts, MakeTheCurveReachFurther) {
  const Copy copy{{std::string(40, 'x')}, {{0, 0, 12, 1}}, {4}};
  const SetCopy set(copy), whole({copy.paragraphs, {}, copy.legs});
  EXPECT_TRUE(set.story.levers.empty());
  EXPECT_EQ(set.story.fit->curve.least, whole.story.fit->curve.least - 1);
  EXPECT_EQ(set.story.fit->curve.at(4), whole.story.fit->curve.at(4));
}

}  // namespace
}  // namespace paiban::page
