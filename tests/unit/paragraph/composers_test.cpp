// Both composers against plain ones: first fit written again by hand, the whole paragraph against every breaking there is.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "paragraph/best_fit.hpp"
#include "paragraph/first_fit.hpp"
#include "support/square_paragraph.hpp"

namespace paiban::paragraph {
namespace {

using text::Break;
using text::ShapedParagraph;

/// A line measured unit by unit.
struct Measured {
  std::int64_t natural = 0, least = 0, press = 0, places = 0, opens = 0;
};

constexpr std::int64_t em = square_em.count();

Measured measured(const ShapedParagraph& p, std::uint32_t first, std::uint32_t last, const Setting& setting) {
  const bool keeps_blank = setting.keeps_blank(first);
  Measured m;
  for (std::uint32_t i = first; i < last; ++i) {
    const text::Unit& unit = p.units[i];
    std::int64_t width = unit.width.count(), give = (unit.give_start + unit.give_end).count();
    bool gives = give > 0;
    if (i == first && !keeps_blank) width -= unit.trim_start.count();
    if (i == first) give -= unit.give_start.count();
    if (i + 1 == last) width -= unit.trim_end.count();
    if (i + 1 == last) give -= unit.give_end.count();
    gives = gives && give > 0;
    m.natural += width;
    m.least += width - give;
    m.press += width - give + (gives ? em / 20 : 0);
    m.places += unit.characters;
    if (i + 1 == last) break;
    const text::Joint& joint = p.joints[i];
    m.natural += joint.gap.count() + (joint.opens ? (square_em * setting.tracking).count() : 0);
    m.least += joint.gap_least.count() + (joint.opens ? (square_em * setting.tracking).count() : 0);
    m.press += joint.gap.count() + (joint.opens ? (square_em * setting.tracking).count() : 0);
    m.places += joint.gap_kind == text::Squeeze::word_space ? 1 : 0;
    m.opens += joint.opens ? 1 : 0;
  }
  m.places -= 1;
  return m;
}

std::int64_t measure_of(std::uint32_t first, const Setting& setting) {
  return (setting.measure - (first == 0 ? setting.indent : setting.indent_rest)).count();
}

Break rule_at(const ShapedParagraph& p, std::uint32_t last) {
  return last == p.units.size() ? Break::closed : p.joints[last - 1].rule;
}

std::string random_signs(SquareNumbers& numbers, std::uint32_t most) {
  constexpr std::string_view signs = "xxxxxxxx,,.()9999a m";
  std::string text = "x";
  const std::uint32_t length = numbers.below(most);
  for (std::uint32_t i = 0; i < length; ++i) {
    const char next = signs[numbers.below(static_cast<std::uint32_t>(signs.size()))];
    if (next != ' ' || text.back() != ' ') text += next;
  }
  return text + "x";
}

Setting random_setting(SquareNumbers& numbers) {
  Setting setting;
  setting.measure = square_em * static_cast<std::int64_t>(60 + numbers.below(60)) / 20;  // 3 to 6 em
  setting.indent = numbers.below(3) == 0 ? square_em : Length{};
  setting.trim_after_indent = numbers.below(2) == 0;
  if (numbers.below(4) == 0) setting.indent_rest = square_em * static_cast<std::int64_t>(numbers.below(5)) / 4;
  if (numbers.below(4) == 0) setting.tracking = Ratio{100 * (static_cast<std::int64_t>(numbers.below(5)) - 2)};
  if (numbers.below(2) == 0) setting.tightening = tightest;
  return setting;
}

void give_some_ends(ShapedParagraph& p, SquareNumbers& numbers) {
  for (text::Joint& joint : p.joints)
    if (numbers.below(15) == 0) joint.rule = numbers.below(3) == 0 ? Break::closed : Break::forced;
}

// ---- first fit ----

TEST(FirstFit, PushesAMarkIn) {
  // Five characters and the half mark: 5.5; the comma inside may be squeezed to 0.55, no further.
  const auto p = square_paragraph("xx,xx,xxxx");
  const auto ends = [&](std::int64_t hundredths) {
    return first_fit(Ruler(p), {square_em * hundredths / 100, {}, {}, false}).front().last;
  };
  EXPECT_EQ(ends(505), 6U);
  EXPECT_EQ(ends(504), 4U) << "else the last character goes down with it";
}

TEST(FirstFit, ReachesAGivenEnd) {
  auto p = square_paragraph("xxxxxxxxxxxx");
  p.joints[5].rule = Break::forced;
  EXPECT_EQ(first_fit(Ruler(p), {square_em * 57 / 10, {}, {}, false}).front().last, 6U);
  EXPECT_EQ(first_fit(Ruler(p), {square_em * 10, {}, {}, false}).front().last, 6U);
  EXPECT_EQ(first_fit(Ruler(p), {square_em * 56 / 10, {}, {}, false}).front().last, 5U)
      << "beyond six per cent it is out of reach";
}

// ---- the whole paragraph ----

struct PlainLine {
  std::uint32_t first, last;
  std::int64_t gap;
  bool justified;
  Cost cost;
};

class PlainBestFit {
 public:
  PlainBestFit(const ShapedParagraph& p, const Setting& setting) : p_(p), setting_(setting) { walk(0, {}, 0); }
  [[nodiscard]] const std::map<int, Cost>& cheapest() const { return cheapest_; }

 private:
  [[nodiscard]] bool given(Break rule) const { return rule == Break::forced || rule == Break::closed; }

  /// The line, where it fits.
  [[nodiscard]] std::optional<PlainLine> line(std::uint32_t first, std::uint32_t last) const {
    const Measured m = measured(p_, first, last, setting_);
    const std::int64_t measure = measure_of(first, setting_);
    const std::int64_t tracked = m.natural;
    std::int64_t least = m.least;
    const Break rule = rule_at(p_, last);
    const std::int64_t lack = std::max<std::int64_t>(0, least - measure);
    const std::int64_t places = em * std::max<std::int64_t>(m.opens, 1);
    const std::int64_t tightened = (lack * 10'000 + places - 1) / places;  // rounded up
    if (lack > 0 && m.opens > 0 && tightened <= -setting_.tightening.ten_thousandths) least = measure;
    if (rule == Break::forced) least = std::min(least, tightest_given_end(first, last));
    if (least > measure) return std::nullopt;
    std::int64_t untracked = tracked;
    for (std::uint32_t i = first; i + 1 < last; ++i)
      if (p_.joints[i].opens) untracked -= (square_em * setting_.tracking).count();
    PlainLine line{first, last, scale_rounded(measure - untracked, 10'000, em * std::max<std::int64_t>(m.places, 1)), true, 0};
    if (rule == Break::closed && tracked <= measure) {
      line.gap = 0;
      line.justified = false;
    }
    if (line.gap > loosest_gap) line.cost = forbidden::too_loose;
    if (line.gap > loosest_gap && rule == Break::forced) {  // stays natural
      line.gap = 0;
      line.justified = false;
    }
    line.cost += line.gap * line.gap + tightening_share * tightened * tightened;
    if (std::abs(line.gap) > even_gap) line.cost += uneven_price;
    if (last < p_.units.size())
      line.cost += tie_costs[static_cast<std::size_t>(p_.joints[last - 1].tie)];
    else if (lone(first))
      line.cost += forbidden::lone_character;
    return line;
  }

  /// Six per cent off every place that opens, on top of all squeezing.
  [[nodiscard]] std::int64_t tightest_given_end(std::uint32_t first, std::uint32_t last) const {
    Setting untracked = setting_;
    untracked.tracking = Ratio{};
    std::int64_t width = measured(p_, first, last, untracked).least;
    for (std::uint32_t i = first; i + 1 < last; ++i)
      if (p_.joints[i].opens) width -= em * 6 / 100;
    return width;
  }

  [[nodiscard]] bool lone(std::uint32_t first) const {
    if (first == 0 || given(p_.joints[first - 1].rule)) return false;
    int characters = 0;
    for (auto i = first; i < p_.units.size(); ++i)
      if (p_.units[i].cls == text::CharClass::han || p_.units[i].cls == text::CharClass::digit ||
          p_.units[i].cls == text::CharClass::latin)
        ++characters;
    return characters < 2;
  }

  [[nodiscard]] std::vector<PlainLine> lines_from(std::uint32_t first) const {
    std::vector<PlainLine> lawful;
    std::optional<PlainLine> loose, emergency, anything;
    const auto count = static_cast<std::uint32_t>(p_.units.size());
    for (std::uint32_t last = first + 1; last <= count; ++last) {
      const Break rule = rule_at(p_, last);
      const auto candidate = line(first, last);
      if (candidate) {
        anything = candidate;
        if (rule == Break::allowed) loose = candidate;
        if (rule == Break::emergency) emergency = candidate;
        if (given(rule) || (rule == Break::allowed && candidate->gap <= loosest_gap)) lawful.push_back(*candidate);
      }
      if (given(rule)) break;
    }
    if (!lawful.empty()) return lawful;
    if (loose) return {*loose};
    if (emergency) {
      emergency->cost += forbidden::emergency_break;
      return {*emergency};
    }
    if (!anything) anything = PlainLine{first, first + 1, 0, first + 1 < count, 0};
    anything->cost += forbidden::overflow;
    return {*anything};
  }

  void walk(std::uint32_t first, std::optional<PlainLine> above, Cost so_far, int lines = 0) {
    if (first == p_.units.size()) {
      const auto [entry, fresh] = cheapest_.try_emplace(lines, so_far);
      if (!fresh) entry->second = std::min(entry->second, so_far);
      return;
    }
    for (const PlainLine& line : lines_from(first)) {
      Cost cost = so_far + line.cost;
      if (above && above->justified && line.justified)
        cost += (above->gap - line.gap) * (above->gap - line.gap) / neighbour_share;
      walk(line.last, line, cost, lines + 1);
    }
  }

  const ShapedParagraph& p_;
  const Setting& setting_;
  std::map<int, Cost> cheapest_;
};

/// What `lines` cost, added up along them.
Cost cost_of(const ShapedParagraph& p, const Setting& setting, const std::vector<Line>& lines) {
  ShapedParagraph given = p;
  for (text::Joint& joint : given.joints)
    if (joint.rule != Break::forced && joint.rule != Break::closed) joint.rule = Break::never;
  // The plain composer, left no other choice than these lines.
  for (const Line& line : lines)
    if (line.last < p.units.size()) given.joints[line.last - 1].rule = p.joints[line.last - 1].rule;
  const PlainBestFit plain(given, setting);
  const auto found = plain.cheapest().find(static_cast<int>(lines.size()));
  return found == plain.cheapest().end() ? -1 : found->second;
}

void expect_exact(const ShapedParagraph& p, const Setting& setting) {
  const BestFit best(Ruler(p), setting);
  const PlainBestFit plain(p, setting);
  std::map<int, Cost> curve;
  for (int lines = best.curve().least; lines <= best.curve().most(); ++lines)
    if (const auto cost = best.curve().at(lines)) curve[lines] = *cost;
  ASSERT_EQ(curve, plain.cheapest()) << p.text << " at " << setting.measure.count();
}

TEST(BestFit, EqualsTheCheapestOfAllBreakings) {
  SquareNumbers numbers(2);
  for (int trial = 0; trial < 5'000; ++trial) {
    const auto p = square_paragraph(random_signs(numbers, 22));
    const Setting setting = random_setting(numbers);
    expect_exact(p, setting);
    if (HasFatalFailure()) return;
  }
}

TEST(BestFit, EqualsItWithGivenEndsToo) {
  SquareNumbers numbers(3);
  for (int trial = 0; trial < 5'000; ++trial) {
    auto p = square_paragraph(random_signs(numbers, 22));
    give_some_ends(p, numbers);
    const Setting setting = random_setting(numbers);
    expect_exact(p, setting);
    if (HasFatalFailure()) return;
  }
}

TEST(BestFit, SetsTheLinesThatItPriced) {
  SquareNumbers numbers(4);
  for (int trial = 0; trial < 3'000; ++trial) {
    const auto p = square_paragraph(random_signs(numbers, 22));
    const Setting setting = random_setting(numbers);
    const Ruler ruler(p);
    const BestFit best(ruler, setting);
    for (int count = best.curve().least; count <= best.curve().most(); ++count) {
      const auto cost = best.curve().at(count);
      const auto lines = best.lines(count);
      ASSERT_EQ(lines.size(), cost ? static_cast<std::size_t>(count) : 0U);
      if (cost && *cost < forbidden::too_loose) {
        ASSERT_EQ(cost_of(p, setting, lines), *cost) << p.text << " in " << count;
      }
    }
  }
}

TEST(BestFit, IsNeverWorseThanFirstFit) {
  SquareNumbers numbers(5);
  for (int trial = 0; trial < 3'000; ++trial) {
    const auto p = square_paragraph(random_signs(numbers, 60));
    const Setting setting = random_setting(numbers);
    const auto greedy = first_fit(Ruler(p), setting);
    const Cost cost = cost_of(p, setting, greedy);
    const BestFit best(Ruler(p), setting);
    if (cost >= 0 && cost < forbidden::too_loose) {
      ASSERT_LE(*best.curve().at(static_cast<int>(greedy.size())), cost) << p.text;
    }
  }
}

TEST(BestFit, ReachesExactlyTheCountsOfItsCurve) {
  const auto p = square_paragraph(std::string(200, 'x'));
  const Setting setting{square_em * 10, {}, {}, false};
  const BestFit best(Ruler(p), setting);
  EXPECT_EQ(best.curve().least, 20);
  EXPECT_EQ(compose(p, setting, Composer::best, 21)->size(), 21U);
  EXPECT_FALSE(compose(p, setting, Composer::best, 19));
  EXPECT_FALSE(compose(p, setting, Composer::best, best.curve().most() + 1));
  EXPECT_FALSE(compose(p, setting, Composer::press, 21)) << "the press sets what it sets";
  EXPECT_TRUE(compose(text::ShapedParagraph{}, setting, Composer::best)->empty());
}

TEST(BestFit, DoesNotCountMarksOrGivenLinesAsAlone) {
  auto p = square_paragraph("xxxxx,x).");
  EXPECT_TRUE(lone_last_line(p, 6));
  EXPECT_FALSE(lone_last_line(p, 4));
  EXPECT_FALSE(lone_last_line(p, 0));
  p.joints[5].rule = Break::forced;
  EXPECT_FALSE(lone_last_line(p, 6));
}

// No newspaper prints it, but a file may hold it: memory and time stay bounded, and the lines are all there.
TEST(BestFit, SetsAParagraphAsLongAsABook) {
  std::string signs;
  while (signs.size() < 60'000) signs += "xxxxxx,xxxx99xxx(xxx)xxx.";
  const auto p = square_paragraph(signs);
  const Setting setting{square_em * 16, square_em * 2, {}, false};
  const auto lines = compose(p, setting, Composer::best);
  ASSERT_TRUE(lines);
  EXPECT_EQ(lines->back().last, p.units.size());
  const auto greedy = first_fit(Ruler(p), setting);
  EXPECT_NEAR(static_cast<double>(lines->size()), static_cast<double>(greedy.size()), 0.05 * static_cast<double>(greedy.size()));
}

// ---- tightening ----

Setting tightened(Length measure) { return {measure, {}, {}, false, tightest}; }

Ratio least_tracking(const std::vector<Line>& lines) {
  return std::min_element(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.tracking < b.tracking; })
      ->tracking;
}

TEST(Tightening, IsNotUsedWhereTheCopyFits) {
  const auto p = square_paragraph(std::string(32, 'x'));
  EXPECT_EQ(least_tracking(*compose(p, tightened(square_em * 10), Composer::best)), Ratio{});
}

TEST(Tightening, ReachesTwoPerCentAndNoFurther) {
  const auto p = square_paragraph(std::string(404, 'x'));
  const auto lines_in = [&p](std::int64_t hundredths, Setting setting) {
    setting.measure = square_em * hundredths / 100;
    return compose(p, setting, Composer::best, 10);
  };
  // Ten lines of 41 characters and fewer: 40 places, and so 0.8 em of tightening.
  EXPECT_FALSE(lines_in(4'000, {})) << "40 a line without it";
  const auto set = lines_in(4'020, tightened({}));
  ASSERT_TRUE(set);
  EXPECT_EQ(least_tracking(*set), Ratio{-200});
  EXPECT_FALSE(lines_in(4'019, tightened({}))) << "a hundredth of an em less is out of reach";
}

TEST(Tightening, IsTakenWhenMarksHaveGivenAll) {
  // 21 characters and a comma in 21.3 em: the comma gives half an em, the rest comes off every place.
  const auto p = square_paragraph("xxxxxxxxxx,xxxxxxxxxxx" + std::string(21, 'x'));
  const auto lines = *compose(p, tightened(square_em * 213 / 10), Composer::best, 2);
  ASSERT_EQ(lines.front().last, 22U);
  EXPECT_EQ(lines.front().tracking, Ratio{-96}) << "0.2 em over 21 places, rounded up";
  EXPECT_EQ(lines.front().set, lines.front().measure);
  EXPECT_EQ(lines.back().tracking, Ratio{}) << "the last line has room";
}

}  // namespace
}  // namespace paiban::paragraph
