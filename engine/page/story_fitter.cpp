#include "page/story_fitter.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "paragraph/costs.hpp"

namespace paiban::page {

using paragraph::Cost;
using paragraph::CostCurve;
using paragraph::Line;

namespace {

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

}  // namespace

StoryFitter::StoryFitter(std::vector<const paragraph::BestFit*> paragraphs, const CopyRequest& request)
    : paragraphs_(std::move(paragraphs)), heads_(request.heads) {
  int row = 0;
  for (std::size_t leg = 0; leg < request.legs.size(); ++leg)
    leg_ends_.push_back({row += request.legs[leg], std::ranges::find(request.page_ends, leg) != request.page_ends.end()});
  solve();
}

int StoryFitter::cheapest(std::size_t index) const {
  return paragraphs_[index] == nullptr ? 0 : paragraphs_[index]->curve().cheapest();
}

int StoryFitter::nearest(int room) const {
  if (room > curve_.most()) return curve_.cheapest();
  const int furthest = std::max(std::abs(room - curve_.least), std::abs(room - curve_.most()));
  for (int distance = 0; distance <= furthest; ++distance) {
    if (curve_.at(room - distance)) return room - distance;
    if (curve_.at(room + distance)) return room + distance;
  }
  return curve_.least;
}

std::vector<std::vector<Line>> StoryFitter::lines(int total) const {
  std::vector<std::vector<Line>> out(paragraphs_.size());
  for (std::size_t i = paragraphs_.size(); i > 0; --i) {
    if (paragraphs_[i - 1] == nullptr) continue;
    const int own = steps_[i][static_cast<std::size_t>(total)].lines_of_last;
    out[i - 1] = paragraphs_[i - 1]->lines(own);
    total -= own;
  }
  return out;
}

void StoryFitter::solve() {
  steps_.assign(paragraphs_.size() + 1, {});
  steps_[0] = {Step{0, 0}};
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    if (paragraphs_[i] == nullptr)
      steps_[i + 1] = steps_[i];
    else
      add_paragraph(i);
  }
  draw_curve();
}

void StoryFitter::add_paragraph(std::size_t index) {
  const std::vector<Step>& before = steps_[index];
  std::vector<Step>& after = steps_[index + 1];
  const CostCurve& curve = paragraphs_[index]->curve();
  const int own_best = curve.cheapest();
  const int least = std::max(curve.least, own_best - furthest_count);
  const int most = std::min(curve.most(), own_best + furthest_count);
  after.resize(before.size() + static_cast<std::size_t>(std::max(most, 0)));
  for (std::size_t lines = 0; lines < before.size(); ++lines) {
    if (!before[lines].cost) continue;
    for (int own = least; own <= most; ++own) {
      const auto price = curve.at(own);
      if (!price) continue;
      const Cost sum = *before[lines].cost + *price + place_price(index, static_cast<int>(lines), own);
      Step& step = after[lines + static_cast<std::size_t>(own)];
      if (!step.cost || sum < *step.cost) step = {sum, own};
    }
  }
}

void StoryFitter::draw_curve() {
  const auto reached = [](const Step& step) { return step.cost.has_value(); };
  const std::vector<Step>& steps = steps_.back();
  const auto first = std::find_if(steps.begin(), steps.end(), reached);
  curve_.least = static_cast<int>(first - steps.begin());
  std::transform(first, steps.end(), std::back_inserter(curve_.costs), [](const Step& step) { return step.cost; });
  while (!curve_.costs.empty() && !curve_.costs.back()) curve_.costs.pop_back();
}

/// What it costs that paragraph `index` stands on rows [first, first + count) of its legs.
Cost StoryFitter::place_price(std::size_t index, int first, int count) const {
  Cost price = 0;
  for (const LegEnd& end : leg_ends_) {  // the last one is the story's end: no leg begins there
    if (end.row == leg_ends_.back().row) break;
    const int above = end.row - first;  // lines of the paragraph before the leg ends
    if (heads_[index]) {
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

}  // namespace paiban::page
