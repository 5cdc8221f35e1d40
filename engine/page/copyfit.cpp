#include "page/copyfit.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <numeric>

#include "paragraph/best_fit.hpp"
#include "paragraph/first_fit.hpp"

namespace paiban::page {
namespace {

using paragraph::BestFit;
using paragraph::Composer;
using paragraph::Cost;
using paragraph::CostCurve;
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
// Where a page ends a reader must turn it: there neither is had for any grey that a leg's end would be spared.
constexpr Cost lone_at_page_price = paragraph::as_gap(50'000);
// How far a paragraph is moved from its own best count when a story is fitted: beyond it the grey breaks anyway.
constexpr int furthest_count = 3;

/// The cheapest way to have set the paragraphs so far in a number of lines.
struct Step {
  std::optional<Cost> cost;
  int lines_of_last = 0;
};

struct LegEnd {
  int row = 0;           ///< of the story, after the leg
  bool of_page = false;  ///< the next leg is on another page
};

class StoryFitter {
 public:
  /// `rulers`: of the request's paragraphs.
  StoryFitter(const CopyRequest& request, const std::vector<Ruler>& rulers) : request_(request) {
    compositions_.reserve(rulers.size());
    for (std::size_t i = 0; i < rulers.size(); ++i) {
      Setting setting = request.settings[i];
      setting.tightening = paragraph::tightest;
      compositions_.emplace_back(rulers[i], setting);
    }
    int row = 0;
    for (std::size_t leg = 0; leg < request.legs.size(); ++leg)
      leg_ends_.push_back({row += request.legs[leg], std::ranges::find(request.page_ends, leg) != request.page_ends.end()});
    solve();
  }

  /// Of the whole story.
  [[nodiscard]] const CostCurve& curve() const { return curve_; }
  /// The count of lines at which paragraph `index` costs least.
  [[nodiscard]] int cheapest(std::size_t index) const { return compositions_[index].curve().cheapest(); }

  /// The reachable count nearest to `room`; of two, the smaller. Copy that cannot fill the room is set as it looks best:
  /// opened to its loosest it would not be fuller, only grey.
  [[nodiscard]] int nearest(int room) const {
    if (room > curve_.most()) return curve_.cheapest();
    const int furthest = std::max(std::abs(room - curve_.least), std::abs(room - curve_.most()));
    for (int distance = 0; distance <= furthest; ++distance) {
      if (curve_.at(room - distance)) return room - distance;
      if (curve_.at(room + distance)) return room + distance;
    }
    return curve_.least;
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
    draw_curve();
  }

  void draw_curve() {
    const auto reached = [](const Step& step) { return step.cost.has_value(); };
    const std::vector<Step>& steps = steps_.back();
    const auto first = std::find_if(steps.begin(), steps.end(), reached);
    curve_.least = static_cast<int>(first - steps.begin());
    std::transform(first, steps.end(), std::back_inserter(curve_.costs), [](const Step& step) { return step.cost; });
    while (!curve_.costs.empty() && !curve_.costs.back()) curve_.costs.pop_back();
  }

  /// What it costs that paragraph `index` stands on rows [first, first + count) of its legs.
  [[nodiscard]] Cost place_price(std::size_t index, int first, int count) const {
    Cost price = 0;
    for (const LegEnd& end : leg_ends_) {  // the last one is the story's end: no leg begins there
      if (end.row == leg_ends_.back().row) break;
      const int above = end.row - first;  // lines of the paragraph before the leg ends
      if (request_.heads[index]) {
        if (above == count) price += end.of_page ? lone_at_page_price : bare_head_price;
        if (above == count + 1) price += thin_head_price;
        continue;
      }
      if (above <= 0 || above >= count) continue;
      if (above == count - 1) price += end.of_page ? lone_at_page_price : widow_price;
      if (above == 1) price += end.of_page ? lone_at_page_price : orphan_price;
    }
    return price;
  }

  const CopyRequest& request_;
  std::vector<BestFit> compositions_;
  std::vector<LegEnd> leg_ends_;
  std::vector<std::vector<Step>> steps_;  ///< [paragraphs set][lines]
  CostCurve curve_;
};

int count_lines(const std::vector<std::vector<Line>>& lines) {
  return std::accumulate(lines.begin(), lines.end(), 0,
                         [](int sum, const std::vector<Line>& of) { return sum + static_cast<int>(of.size()); });
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
    const int in_line = std::max(1, static_cast<int>(request.settings[i].measure.count() / paragraph.em.count()));
    const int last = characters_from(paragraph, lines[i].back().first);
    const int whole_lines = (std::abs(over) - 1) * in_line;
    const int characters = over > 0 ? whole_lines + last : whole_lines + std::max(1, in_line - last + 1);
    const Cure cure{over > 0 ? Cure::Kind::cut : Cure::Kind::add, characters, static_cast<int>(i) + 1};
    if (over > 0 && static_cast<int>(lines[i].size()) <= over) continue;  // there must be a paragraph left
    if (!best || cure.characters < best->characters) best = cure;
  }
  return best;
}

/// What paragraph `index` spent, its cheapest count being `cheapest`.
void add_spending(const CopyRequest& request, std::size_t index, int cheapest, CopyResult& result) {
  result.fit.spent.add(spending_of(*request.paragraphs[index], result.lines[index], cheapest));
}

void set_by_press(const CopyRequest& request, CopyResult& result) {
  for (std::size_t i = 0; i < request.paragraphs.size(); ++i) {
    const text::ShapedParagraph& shaped = *request.paragraphs[i];
    result.lines.push_back(compose(shaped, request.settings[i], Composer::press).value_or(std::vector<Line>{}));
    add_spending(request, i, static_cast<int>(result.lines[i].size()), result);
  }
  result.fit.curve = {count_lines(result.lines), {Cost{0}}};
}

void set_by_best(const CopyRequest& request, int room, CopyResult& result) {
  std::vector<Ruler> rulers;
  rulers.reserve(request.paragraphs.size());
  for (const text::ShapedParagraph* paragraph : request.paragraphs) rulers.emplace_back(*paragraph);
  const StoryFitter fitter(request, rulers);
  result.lines = fitter.lines(fitter.nearest(room));
  result.fit.curve = fitter.curve();
  for (std::size_t i = 0; i < result.lines.size(); ++i) add_spending(request, i, fitter.cheapest(i), result);
}

}  // namespace

CopyResult fit_copy(const CopyRequest& request) {
  const int room = std::accumulate(request.legs.begin(), request.legs.end(), 0);
  CopyResult result;
  if (request.composer == Composer::press)
    set_by_press(request, result);
  else
    set_by_best(request, room, result);
  result.fit.legs = request.legs;
  result.fit.room = room;
  result.fit.lines = count_lines(result.lines);
  if (const auto cure = cheapest_cure(request, result.lines, result.fit.lines - room)) result.fit.cures.push_back(*cure);
  return result;
}

}  // namespace paiban::page
