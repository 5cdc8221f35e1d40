#include "page/copyfit.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "paragraph/best_fit.hpp"
#include "paragraph/findings.hpp"
#include "paragraph/first_fit.hpp"

namespace paiban::page {
namespace {

using paragraph::BestFit;
using paragraph::Composer;
using paragraph::Cost;
using paragraph::Line;
using paragraph::Ruler;
using paragraph::Setting;

// 孤行: a paragraph's last line on top of a leg; dearer than any grey, cheaper than a line too loose (typography F4).
constexpr Cost widow_price = paragraph::as_gap(5'000);
// A first line alone at a leg's foot is allowed in a newspaper, at a cost (F4).
constexpr Cost orphan_price = paragraph::as_gap(700);
// A head with no text below it in its leg (背题, H6); with only one line below it.
constexpr Cost bare_head_price = paragraph::as_gap(5'000);
constexpr Cost thin_head_price = paragraph::as_gap(700);
// How far a paragraph is moved from its own best count when a story is fitted: beyond it the grey breaks anyway.
constexpr int furthest_count = 3;

/// The cheapest way to have set the paragraphs so far in a number of lines.
struct Step {
  std::optional<Cost> cost;
  int lines_of_last = 0;
};

class StoryFitter {
 public:
  /// `rulers`: of the request's paragraphs.
  StoryFitter(const CopyRequest& request, const std::vector<Ruler>& rulers) : request_(request) {
    compositions_.reserve(rulers.size());
    for (std::size_t i = 0; i < rulers.size(); ++i) {
      const Length indent = request.paragraphs[i]->em * request.indents[i];
      compositions_.emplace_back(rulers[i], Setting{request.measure, indent, {}, false, paragraph::tightest});
    }
    int row = 0;
    for (const int rows : request.legs) leg_starts_.push_back(row += rows);
    solve();
  }

  /// Cost of the whole story in `lines` lines.
  [[nodiscard]] std::optional<Cost> cost(int lines) const {
    const auto& last = steps_.back();
    return lines >= 0 && static_cast<std::size_t>(lines) < last.size() ? last[static_cast<std::size_t>(lines)].cost
                                                                       : std::nullopt;
  }

  /// The reachable count nearest to `room`; of two, the smaller.
  [[nodiscard]] int nearest(int room) const {
    const int most = static_cast<int>(steps_.back().size());
    for (int distance = 0; distance <= std::max(room, most); ++distance) {
      if (cost(room - distance)) return room - distance;
      if (cost(room + distance)) return room + distance;
    }
    return 0;
  }

  [[nodiscard]] std::vector<std::vector<Line>> lines(int total) const {
    std::vector<std::vector<Line>> out(compositions_.size());
    for (std::size_t i = compositions_.size(); i > 0; --i) {
      const int own = steps_[i][static_cast<std::size_t>(total)].lines_of_last;
      out[i - 1] = compositions_[i - 1].lines(own);
      total -= own;
    }
    return out;
  }

 private:
  void solve() {
    steps_.assign(compositions_.size() + 1, {});
    steps_[0] = {Step{0, 0}};
    for (std::size_t i = 0; i < compositions_.size(); ++i) {
      const auto& curve = compositions_[i].curve();
      const int own_best = curve.cheapest();
      const int least = std::max(curve.least, own_best - furthest_count);
      const int most = std::min(curve.most(), own_best + furthest_count);
      steps_[i + 1].resize(steps_[i].size() + static_cast<std::size_t>(std::max(most, 0)));
      for (std::size_t before = 0; before < steps_[i].size(); ++before) {
        if (!steps_[i][before].cost) continue;
        for (int own = least; own <= most; ++own) {
          const auto price = curve.at(own);
          if (!price) continue;
          const Cost sum = *steps_[i][before].cost + *price + place_price(i, static_cast<int>(before), own);
          Step& step = steps_[i + 1][before + static_cast<std::size_t>(own)];
          if (!step.cost || sum < *step.cost) step = {sum, own};
        }
      }
    }
  }

  /// What it costs that paragraph `index` stands on rows [first, first + count) of its legs.
  [[nodiscard]] Cost place_price(std::size_t index, int first, int count) const {
    Cost price = 0;
    for (const int start : leg_starts_) {  // the last one is the story's end: no leg begins there
      if (start == leg_starts_.back()) break;
      const int above = start - first;  // lines of the paragraph before the leg ends
      if (request_.heads[index]) {
        if (above == count) price += bare_head_price;
        if (above == count + 1) price += thin_head_price;
        continue;
      }
      if (above <= 0 || above >= count) continue;
      if (above == count - 1) price += widow_price;
      if (above == 1) price += orphan_price;
    }
    return price;
  }

  const CopyRequest& request_;
  std::vector<BestFit> compositions_;
  std::vector<int> leg_starts_;           ///< row after each leg
  std::vector<std::vector<Step>> steps_;  ///< [paragraphs set][lines]
};

std::vector<std::vector<Line>> set_by_press(const CopyRequest& request) {
  std::vector<std::vector<Line>> out;
  for (std::size_t i = 0; i < request.paragraphs.size(); ++i) {
    const text::ShapedParagraph& shaped = *request.paragraphs[i];
    const Setting setting{request.measure, shaped.em * request.indents[i], Ratio{}, false};
    out.push_back(compose(shaped, setting, Composer::press).value_or(std::vector<Line>{}));
  }
  return out;
}

int count_lines(const std::vector<std::vector<Line>>& lines) {
  return std::accumulate(lines.begin(), lines.end(), 0,
                         [](int sum, const std::vector<Line>& of) { return sum + static_cast<int>(of.size()); });
}

Ratio loosest_gap(const CopyRequest& request, const std::vector<std::vector<Line>>& lines) {
  Ratio loosest;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const Line& line : lines[i])
      if (line.justified) loosest = std::max(loosest, gap_of(*request.paragraphs[i], line));
  return loosest;
}

/// What the line that is tightened most is tightened by.
Ratio tightest_tracking(const std::vector<std::vector<Line>>& lines) {
  Ratio tightest;
  for (const std::vector<Line>& paragraph : lines)
    for (const Line& line : paragraph) tightest = std::min(tightest, line.tracking);
  return tightest;
}

/// Characters from unit `first` on.
int characters_from(const text::ShapedParagraph& paragraph, std::uint32_t first) {
  int count = 0;
  for (std::size_t i = first; i < paragraph.units.size(); ++i) count += paragraph.units[i].characters;
  return count;
}

/// The paragraph whose last line costs the fewest characters to lose (or to fill), and how many that is.
std::optional<Cure> cheapest_cure(const CopyRequest& request, const std::vector<std::vector<Line>>& lines, int over) {
  if (over == 0) return std::nullopt;
  std::optional<Cure> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || request.heads[i]) continue;
    const text::ShapedParagraph& paragraph = *request.paragraphs[i];
    const int in_line = std::max(1, static_cast<int>(request.measure.count() / paragraph.em.count()));
    const int last = characters_from(paragraph, lines[i].back().first);
    const int whole_lines = (std::abs(over) - 1) * in_line;
    const int characters = over > 0 ? whole_lines + last : whole_lines + std::max(1, in_line - last + 1);
    const Cure cure{over > 0 ? Cure::Kind::cut : Cure::Kind::add, characters, static_cast<int>(i) + 1};
    if (over > 0 && static_cast<int>(lines[i].size()) <= over) continue;  // there must be a paragraph left
    if (!best || cure.characters < best->characters) best = cure;
  }
  return best;
}

std::vector<std::vector<Line>> set_by_best(const CopyRequest& request, int room) {
  std::vector<Ruler> rulers;
  rulers.reserve(request.paragraphs.size());
  for (const text::ShapedParagraph* paragraph : request.paragraphs) rulers.emplace_back(*paragraph);
  const StoryFitter fitter(request, rulers);
  return fitter.lines(fitter.nearest(room));
}

}  // namespace

CopyResult fit_copy(const CopyRequest& request) {
  const int room = std::accumulate(request.legs.begin(), request.legs.end(), 0);
  CopyResult result{request.composer == Composer::press ? set_by_press(request) : set_by_best(request, room), {}};
  result.fit.legs = request.legs;
  result.fit.room = room;
  result.fit.lines = count_lines(result.lines);
  result.fit.tracking = tightest_tracking(result.lines);
  result.fit.loosest_gap = loosest_gap(request, result.lines);
  if (const auto cure = cheapest_cure(request, result.lines, result.fit.lines - room)) result.fit.cures.push_back(*cure);
  return result;
}

}  // namespace paiban::page
