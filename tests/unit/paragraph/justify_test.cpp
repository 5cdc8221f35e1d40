// Squeezing and stretching go in clreq's order, step by step; inside a step all places share alike (typography A1, A2, A3).

#include "paragraph/justify.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "paragraph/ruler.hpp"
#include "support/square_paragraph.hpp"

namespace paiban::paragraph {
namespace {

using text::Squeeze;

Line whole_line(const text::ShapedParagraph& p) {
  const Ruler ruler(p);
  return make_line(ruler, 0, static_cast<std::uint32_t>(p.units.size()), {p.em * 100, {}, {}, false});
}

/// The line of all units, set to `set`.
Line line_of(const text::ShapedParagraph& p, Length set) {
  Line line = whole_line(p);
  line.set = line.measure = set;
  line.justified = true;
  return line;
}

/// By how much each boundary is narrower than natural; wider is below zero.
std::vector<Length> changes(const text::ShapedParagraph& p, Length set) {
  const Line natural = whole_line(p);
  const auto before = justify(p, natural), after = justify(p, line_of(p, set));
  std::vector<Length> changes;
  for (std::size_t i = 0; i + 1 < before.size(); ++i) changes.push_back((before[i + 1] - before[i]) - (after[i + 1] - after[i]));
  return changes;
}

Length edge(const text::ShapedParagraph& p, Length set) {
  const Line line = line_of(p, set);
  return justify(p, line).back() + p.units.back().width - line.trim_end;
}

// One place of each step, in the order of the steps: each boundary of this line belongs to one step alone.
//                               word space  middle  bracket  pause  Han-Latin  stop
constexpr std::string_view every_step =
    "x x"
    "xmx"
    "x(x"
    "x,x"
    "x9x"
    "x.x";

struct Step {
  Squeeze kind;
  Length room;  ///< of all its places together
};

std::vector<Step> reduction() {
  return {{Squeeze::word_space, square_em / 12}, {Squeeze::middle, square_em / 2},    {Squeeze::bracket, square_em / 2},
          {Squeeze::pause, square_em / 2},       {Squeeze::han_latin, square_em / 8}, {Squeeze::stop, square_em / 2}};
}

/// Which step the boundary after unit `i` gives in.
Squeeze step_of(const text::ShapedParagraph& p, std::size_t i) {
  if (p.joints[i].gap_kind != Squeeze::none) return p.joints[i].gap_kind;
  if (p.units[i].give_end > Length{}) return p.units[i].squeeze;
  return p.units[i + 1].give_start > Length{} ? p.units[i + 1].squeeze : Squeeze::none;
}

class Reduction : public testing::TestWithParam<std::size_t> {};

// A need a little above the sum of the earlier steps takes all of those, and the little from this one.
TEST_P(Reduction, TouchesTheNextStepOnly) {
  const auto p = square_paragraph(every_step);
  const std::vector<Step> steps = reduction();
  const Length little = square_em / 50;
  Length need = little;
  for (std::size_t step = 0; step < GetParam(); ++step) need += steps[step].room;
  const auto changed = changes(p, whole_line(p).natural - need);
  std::array<Length, text::squeeze_steps> taken{};
  for (std::size_t i = 0; i < changed.size(); ++i) taken[static_cast<std::size_t>(step_of(p, i))] += changed[i];
  for (std::size_t step = 0; step < steps.size(); ++step) {
    const Length expected = step < GetParam() ? steps[step].room : step == GetParam() ? little : Length{};
    EXPECT_EQ(taken[static_cast<std::size_t>(steps[step].kind)], expected) << "step " << step;
  }
  EXPECT_EQ(taken[static_cast<std::size_t>(Squeeze::none)], Length{});
  EXPECT_EQ(edge(p, whole_line(p).natural - need), whole_line(p).natural - need);
}

INSTANTIATE_TEST_SUITE_P(Steps, Reduction, testing::Range<std::size_t>(0, 6));

TEST(Reduction, TakesWhatIsLeftOffEveryPlaceAlike) {
  const auto p = square_paragraph("xx,x99x");
  const Length natural = whole_line(p).natural;
  const Length room = square_em / 2 + square_em / 8;
  const auto changed = changes(p, natural - room - square_em / 10);
  EXPECT_EQ(changed[0], square_em / 50);                  // x|x: a fifth of the tenth
  EXPECT_EQ(changed[2], square_em / 2 + square_em / 50);  // ,|x: its blank, and its share
  EXPECT_EQ(changed[4], Length{});                        // 9|9: never
}

TEST(Expansion, WidensWordSpacesFirst) {
  const auto p = square_paragraph("xxa a9x,x~x");
  const auto changed = changes(p, whole_line(p).natural + square_em / 12);
  for (std::size_t i = 0; i < changed.size(); ++i) EXPECT_EQ(changed[i], i == 2 ? -(square_em / 12) : Length{}) << i;
}

TEST(Expansion, ThenGapsBetweenHanAndLatin) {
  const auto p = square_paragraph("xxa a9x,x~x");
  const auto changed = changes(p, whole_line(p).natural + square_em / 6 + square_em / 12);
  EXPECT_EQ(changed[2], -(square_em / 6));  // the word space, to its most
  EXPECT_EQ(changed[1], -(square_em / 24));
  EXPECT_EQ(changed[4], -(square_em / 24));
  EXPECT_EQ(changed[0], Length{});
}

TEST(Expansion, ThenEveryPlaceButWordsAndConnectors) {
  const auto p = square_paragraph("xxa a9x,x~x");
  const Length earlier = square_em / 6 + square_em / 8 * 2;
  const auto changed = changes(p, whole_line(p).natural + earlier + square_em * 6 / 10);
  const Length share = square_em / 10;  // x|x, x|a, a|a, 9|x, x|,, ,|x
  EXPECT_EQ(changed[0], -share);
  EXPECT_EQ(changed[1], -(square_em / 8 + share));
  EXPECT_EQ(changed[2], -(square_em / 6 + share));
  EXPECT_EQ(changed[3], Length{}) << "inside a word";
  EXPECT_EQ(changed[5], -share);
  EXPECT_EQ(changed[7], Length{}) << "before a connector";
  EXPECT_EQ(changed[8], Length{}) << "after a connector";
}

TEST(Expansion, OpensBesideConnectorsWhereNothingElseOpens) {
  const auto p = square_paragraph("99~99");
  const auto changed = changes(p, whole_line(p).natural + square_em);
  EXPECT_EQ(changed, (std::vector<Length>{{}, -(square_em / 2), -(square_em / 2), {}}));
}

TEST(Justification, SharesAlikeInsideAStep) {
  const auto p = square_paragraph("x,x,x,x,x,x,x");
  for (std::int64_t need = 1; need < 2'000; need += 7) {
    const auto changed = changes(p, whole_line(p).natural - Length::units(need));
    Length least = square_em, most;
    for (std::size_t i = 1; i < changed.size(); i += 2) {
      least = std::min(least, changed[i]);
      most = std::max(most, changed[i]);
    }
    EXPECT_LE(most - least, Length::units(1)) << need;
  }
}

TEST(Justification, GivesTheShareOfAFullPlaceToTheOthers) {
  auto p = square_paragraph("x,x,x");
  p.units[1].give_end = square_em / 10;
  const auto changed = changes(p, whole_line(p).natural - square_em / 2);
  EXPECT_EQ(changed[1], square_em / 10);
  EXPECT_EQ(changed[3], square_em * 4 / 10);
}

TEST(Justification, EndsAtTheMeasureExactly) {
  const auto p = square_paragraph("xx(xx,99x)x a9m9x~x.x");
  const Length natural = whole_line(p).natural;
  for (std::int64_t units = -12'000; units < 40'000; units += 331)
    EXPECT_EQ(edge(p, natural + Length::units(units)), natural + Length::units(units));
}

// The bracket stays by what it encloses: the blank goes from before “ and from after ”.
TEST(Justification, CutsTheOuterSideOfBrackets) {
  const auto p = square_paragraph("x(x)x");
  const auto starts = justify(p, line_of(p, whole_line(p).natural - square_em));
  EXPECT_EQ(starts[2] - starts[1], square_em);  // (x
  EXPECT_EQ(starts[3] - starts[2], square_em);  // x)
  EXPECT_EQ(starts[1] - starts[0], square_em / 2);
  EXPECT_EQ(starts[4] - starts[3], square_em / 2);
}

TEST(Justification, PlacesTrimmedEdgesOutsideTheLine) {
  const auto p = square_paragraph("(xx,");
  const Line line = whole_line(p);
  EXPECT_EQ(line.natural, square_em * 3);
  EXPECT_EQ(justify(p, line).front(), -(square_em / 2));
  EXPECT_EQ(justify(p, line).back(), square_em * 5 / 2);
}

TEST(Justification, OpensTrackedPlacesAlike) {
  const auto p = square_paragraph("xx99x");
  Line line = whole_line(p);
  line.tracking = Ratio{100};
  line.set = line.natural + square_em * 3 / 100;  // x|x, x|9, 9|x
  line.justified = false;
  const auto starts = justify(p, line);
  EXPECT_EQ(starts[1], square_em * 101 / 100);
  EXPECT_EQ(starts[3] - starts[2], square_em / 2);
}

TEST(Justification, LeavesALineOfOneUnitWhereItIs) {
  const auto p = square_paragraph("x");
  EXPECT_EQ(justify(p, line_of(p, square_em * 5)), std::vector<Length>{Length{}});
}

}  // namespace
}  // namespace paiban::paragraph
