// How evenly the running text of 12184 is set, and how far it can be stretched: the figures that a change of the composer must
// not spoil. No test: tests/conformance and tests/issues hold the page; this prints what a typographer wants to know.
//
//     cmake --preset bench && cmake --build --preset bench && build/bench/bin/report_composition

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/issue_reader.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/costs.hpp"
#include "paragraph/exact_lines.hpp"
#include "paragraph/findings.hpp"
#include "support/composing_room.hpp"

namespace paiban {
namespace {

using paragraph::Composer;
using paragraph::Cost;
using paragraph::CostCurve;
using paragraph::Line;
using paragraph::Setting;
using text::ShapedParagraph;

/// A story's running text, shaped.
struct Copy {
  std::string story;
  Ratio own_measure;  ///< em, as the front page has it
  std::vector<ShapedParagraph> paragraphs;
};

constexpr Ratio left_measure{165'000}, right_measure{157'500};
constexpr std::int64_t even = paragraph::even_gap, neighbourly = 800, too_open = 1'000;

/// Before a lost line the end is given: no composer chose it.
bool has_given_ends(const ShapedParagraph& p) {
  return std::any_of(p.joints.begin(), p.joints.end(),
                     [](const text::Joint& joint) { return joint.rule == text::Break::forced; });
}

void add_story(const document::Story& story, test::ComposingRoom& room, std::vector<Copy>& copies) {
  const bool left = story.id.starts_with("lead");
  Copy copy{story.id, left ? left_measure : right_measure, {}};
  for (const document::Block& block : story.blocks) {
    if (block.role != document::Role::paragraph) continue;
    ShapedParagraph p = room.shape(block.rows.front(), room.style("body"));
    if (!has_given_ends(p)) copy.paragraphs.push_back(std::move(p));
  }
  if (!copy.paragraphs.empty()) copies.push_back(std::move(copy));
  for (const document::Story& box : story.boxes) add_story(box, room, copies);
}

std::vector<Copy> copies_of_the_page(test::ComposingRoom& room) {
  Report report;
  const auto issue = document::read_issue(PAIBAN_SOURCE_DIR "/issues/12184/issue.xml", report);
  std::vector<Copy> copies;
  for (const document::Story& story : issue.value().pages.front().stories) add_story(story, room, copies);
  return copies;
}

Setting setting_at(const ShapedParagraph& p, Ratio measure, Composer composer) {
  return {p.em * measure, p.em * 2, {}, false, composer == Composer::best ? paragraph::tightest : Ratio{}};
}

/// The mean gaps of a composer's justified lines, ten-thousandths of an em.
struct Grey {
  std::vector<std::int64_t> gaps;
  int lines = 0, findings = 0, pairs = 0, uneven_pairs = 0;
  Cost squares = 0;

  void add(const ShapedParagraph& p, const std::vector<Line>& set) {
    lines += static_cast<int>(set.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
      findings += static_cast<int>(findings_in(p, set[i]).size());
      if (!set[i].justified) continue;
      const std::int64_t gap = gap_of(p, set[i]).ten_thousandths;
      if (i > 0 && set[i - 1].justified) {
        ++pairs;
        uneven_pairs += std::abs(gap - gaps.back()) > neighbourly ? 1 : 0;
      }
      gaps.push_back(gap);
      squares += gap * gap;
    }
  }
  [[nodiscard]] double share(std::int64_t within) const {
    const auto inside = std::count_if(gaps.begin(), gaps.end(), [within](std::int64_t gap) { return std::abs(gap) <= within; });
    return 100.0 * static_cast<double>(inside) / static_cast<double>(gaps.size());
  }
};

Grey grey_of(const std::vector<Copy>& copies, Composer composer, Ratio measure) {
  Grey grey;
  for (const Copy& copy : copies)
    for (const ShapedParagraph& p : copy.paragraphs) {
      const Ratio own = measure == Ratio{} ? copy.own_measure : measure;
      grey.add(p, *compose(p, setting_at(p, own, composer), composer));
    }
  return grey;
}

void print_histogram(const Grey& press, const Grey& best) {
  constexpr std::int64_t step = 200, edge = 1'400;
  for (std::int64_t from = -edge; from < edge; from += step) {
    const auto in = [from](const Grey& grey) {
      return std::count_if(grey.gaps.begin(), grey.gaps.end(), [from](std::int64_t gap) {
        return (gap >= from || from == -edge) && (gap < from + step || from + step == edge);
      });
    };
    fmt::print("    {:+.2f} … {:+.2f} em {:5} {:5}  {}\n", static_cast<double>(from) / 1e4,
               static_cast<double>(from + step) / 1e4, in(press), in(best),
               std::string(static_cast<std::size_t>(in(best) / 2), '#'));
  }
}

void report_evenness(const std::vector<Copy>& copies) {
  struct Row {
    const char* name;
    Ratio measure;
  };
  for (const Row& row : {Row{"16.5 em", left_measure}, Row{"15.75 em", right_measure}, Row{"each at its own measure", {}}}) {
    const Grey press = grey_of(copies, Composer::press, row.measure), best = grey_of(copies, Composer::best, row.measure);
    fmt::print("\n{}\n    composer  lines  findings  within ±0.04 em  above +0.10  neighbours within 0.08\n", row.name);
    for (const auto& [name, grey] : {std::pair{"press", &press}, std::pair{"best", &best}})
      fmt::print("    {:8} {:6} {:9} {:14.1f} % {:12} {:20.1f} %\n", name, grey->lines, grey->findings, grey->share(even),
                 std::count_if(grey->gaps.begin(), grey->gaps.end(), [](std::int64_t gap) { return gap > too_open; }),
                 100.0 * (grey->pairs - grey->uneven_pairs) / grey->pairs);
    fmt::print("    squared gaps: best has {:.2f} of press\n    mean gap            press  best\n",
               static_cast<double>(best.squares) / static_cast<double>(press.squares));
    print_histogram(press, best);
  }
}

/// A story's curve: each paragraph's, added up.
CostCurve story_curve(const Copy& copy, Ratio measure) {
  CostCurve sum{0, {Cost{0}}};
  for (const ShapedParagraph& p : copy.paragraphs)
    sum = sum + paragraph::BestFit(paragraph::Ruler(p), setting_at(p, measure, Composer::best)).curve();
  return sum;
}

/// Mean gap that all lines together would have at that cost, em.
double evenness(Cost cost, int lines) { return std::sqrt(static_cast<double>(cost) / std::max(lines, 1)) / 1e4; }

void report_reach(const std::vector<Copy>& copies) {
  constexpr std::array measures{Ratio{130'000}, right_measure, left_measure, Ratio{170'000}, Ratio{200'000}};
  fmt::print(
      "\nEvery story in L−2 … L+2 lines (L: the cheapest): root mean square of its gaps in em; — where no setting reaches it,\n"
      "! where a line is looser than 0.25 em or a character stands alone\n");
  for (const Copy& copy : copies)
    for (const Ratio measure : measures) {
      const CostCurve curve = story_curve(copy, measure);
      const int cheapest = curve.cheapest();
      fmt::print("    {:11} {:>5} em  L = {:3} ", copy.story, decimal(measure.ten_thousandths, 10'000, 2), cheapest);
      for (int count = cheapest - 2; count <= cheapest + 2; ++count) {
        const auto cost = curve.at(count);
        if (!cost)
          fmt::print("      —");
        else if (*cost >= paragraph::forbidden::too_loose)
          fmt::print("      !");
        else
          fmt::print(" {:6.3f}", evenness(*cost, count));
      }
      fmt::print("\n");
    }
}

}  // namespace
}  // namespace paiban

int main() {
  paiban::test::ComposingRoom room;
  const auto copies = paiban::copies_of_the_page(room);
  paiban::report_evenness(copies);
  paiban::report_reach(copies);
}
