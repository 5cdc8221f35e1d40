#include "paragraph/best_fit.hpp"

#include <algorithm>

namespace paiban::paragraph {
namespace {

using text::Break;
using text::CharClass;

bool is_text(CharClass cls) {
  switch (cls) {
    case CharClass::han:
    case CharClass::digit:
    case CharClass::latin:
    case CharClass::prefix:
    case CharClass::postfix:
    case CharClass::symbol:
      return true;
    case CharClass::opening:
    case CharClass::closing:
    case CharClass::pause:
    case CharClass::stop:
    case CharClass::middle:
    case CharClass::connector:
    case CharClass::solidus:
    case CharClass::dash:
    case CharClass::ellipsis:
    case CharClass::wide_space:
    case CharClass::bullet:
      return false;
  }
  return false;
}

/// Two lines below one another want the same grey.
Cost neighbour_cost(std::int64_t above, std::int64_t below) { return as_gap(above - below) / neighbour_share; }

}  // namespace

bool lone_last_line(const text::ShapedParagraph& paragraph, std::uint32_t first) {
  if (first == 0 || paragraph.joints[first - 1].rule == Break::forced || paragraph.joints[first - 1].rule == Break::closed)
    return false;
  std::uint32_t characters = 0;
  for (std::size_t i = first; i < paragraph.units.size() && characters < fewest_in_last_line; ++i)
    if (is_text(paragraph.units[i].cls)) characters += paragraph.units[i].characters;
  return characters < fewest_in_last_line;
}

int CostCurve::cheapest() const {
  int best = least;
  for (int lines = least; lines <= most(); ++lines)
    if (at(lines) && (!at(best) || *at(lines) < *at(best))) best = lines;
  return best;
}

BestFit::BestFit(const Ruler& ruler, const Setting& setting)
    : ruler_(&ruler), setting_(setting), count_(static_cast<std::uint32_t>(ruler.paragraph().units.size())) {
  if (count_ == 0) return;
  starts_.resize(count_ + 1);
  starts_[0] = {0, 0, 0, 0, {}};
  for (std::uint32_t first = 0; first < count_; ++first)
    if (starts_[first].most >= starts_[first].least) find_candidates(first);
  find_ways();
  draw_curve();
}

/// The candidate [first, last), or nullopt where it does not fit the measure or is too loose.
std::optional<BestFit::Candidate> BestFit::candidate(std::uint32_t first, std::uint32_t last) const {
  const auto& paragraph = ruler_->paragraph();
  const bool opening = first == 0 && setting_.indent > Length{};
  const Length measure = setting_.measure - (first == 0 ? setting_.indent : Length{});
  const Extent extent = ruler_->extent(first, last, opening && !setting_.trim_after_indent);
  const Length tracked = extent.natural + paragraph.em * setting_.tracking * extent.opens;
  const Break rule = last == count_ ? Break::closed : paragraph.joints[last - 1].rule;
  const bool fits = tracked - extent.give - extent.gap_give <= measure ||
                    (rule == Break::forced && tightest_given_width(extent, paragraph.em) <= measure);
  if (!fits) return std::nullopt;
  Candidate line{first, last, mean_gap(extent, measure, paragraph.em), true, 0};
  if (rule == Break::closed && tracked <= measure) {
    line.gap = 0;
    line.justified = false;
  }
  line.cost = as_gap(line.gap) + ending_cost(first, last);
  if (line.gap > loosest_gap) line.cost += forbidden::too_loose;
  return line;
}

Cost BestFit::ending_cost(std::uint32_t first, std::uint32_t last) const {
  const auto& paragraph = ruler_->paragraph();
  if (last < count_) return tie_costs[static_cast<std::size_t>(paragraph.joints[last - 1].tie)];
  return lone_last_line(paragraph, first) ? forbidden::lone_character : 0;
}

/// All lines that may begin at `first`. There is always one: where nothing legal holds the limits, the nearest to it.
void BestFit::find_candidates(std::uint32_t first) {
  const auto& paragraph = ruler_->paragraph();
  const Length measure = setting_.measure - (first == 0 ? setting_.indent : Length{});
  Start& start = starts_[first];
  start.first_candidate = static_cast<std::uint32_t>(candidates_.size());
  std::optional<Candidate> loose, emergency, anything;
  for (std::uint32_t last = first + 1; last <= count_; ++last) {
    const Break rule = last == count_ ? Break::closed : paragraph.joints[last - 1].rule;
    auto line = candidate(first, last);
    if (!line) {
      // A mark at the line's end is half as wide as inside, so the next place may fit again; two em on none will.
      const Extent extent = ruler_->extent(first, last, false);
      if (extent.natural - extent.give - extent.gap_give > measure + paragraph.em * 2) break;
      if (rule == Break::forced || rule == Break::closed) break;
      continue;
    }
    const bool given = rule == Break::forced || rule == Break::closed;
    if (given || (rule == Break::allowed && line->gap <= loosest_gap))
      candidates_.push_back(*line);
    else if (rule == Break::allowed)
      loose = line;
    else if (rule == Break::emergency)
      emergency = line;
    anything = line;
    if (given) break;
  }
  if (candidates_.size() == start.first_candidate) {
    Candidate last_resort = anything.value_or(Candidate{first, first + 1, 0, first + 1 < count_, 0});
    if (loose) {
      last_resort = *loose;
    } else if (emergency) {
      last_resort = *emergency;
      last_resort.cost += forbidden::emergency_break;
    } else {
      last_resort.cost += forbidden::overflow;
    }
    candidates_.push_back(last_resort);
  }
  start.last_candidate = static_cast<std::uint32_t>(candidates_.size());
  for (std::uint32_t i = start.first_candidate; i < start.last_candidate; ++i) {
    Start& next = starts_[candidates_[i].last];
    const bool fresh = next.most < next.least;
    next.least = fresh ? start.least + 1 : std::min(next.least, start.least + 1);
    next.most = fresh ? start.most + 1 : std::max(next.most, start.most + 1);
    next.arriving.push_back(i);
  }
}

void BestFit::find_ways() {
  ways_.resize(candidates_.size());
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) extend(starts_[candidates_[i].first], i);
}

/// The cheapest line before candidate `index`, for every number of lines before it.
void BestFit::extend(const Start& start, std::uint32_t index) {
  const Candidate& line = candidates_[index];
  std::vector<Way>& ways = ways_[index];
  ways.resize(static_cast<std::size_t>(start.most - start.least + 1));
  if (line.first == 0) {
    ways.front() = {line.cost, -1, true};
    return;
  }
  for (const std::uint32_t before : start.arriving) {
    const Candidate& above = candidates_[before];
    const Start& origin = starts_[above.first];
    const Cost joining = line.cost + (line.justified && above.justified ? neighbour_cost(above.gap, line.gap) : 0);
    for (std::size_t k = 0; k < ways_[before].size(); ++k) {
      if (!ways_[before][k].reached) continue;
      Way& way = ways[static_cast<std::size_t>(origin.least + 1 - start.least) + k];
      const Cost cost = ways_[before][k].cost + joining;
      if (!way.reached || cost < way.cost) way = {cost, static_cast<std::int32_t>(before), true};
    }
  }
}

void BestFit::draw_curve() {
  const Start& end = starts_[count_];
  curve_.least = end.least;
  curve_.costs.resize(static_cast<std::size_t>(end.most - end.least + 1));
  for (const std::uint32_t index : end.arriving) {
    const int offset = starts_[candidates_[index].first].least + 1 - end.least;
    for (std::size_t k = 0; k < ways_[index].size(); ++k) {
      auto& best = curve_.costs[static_cast<std::size_t>(offset) + k];
      const Way& way = ways_[index][k];
      if (way.reached && (!best || way.cost < *best)) best = way.cost;
    }
  }
}

std::vector<Line> BestFit::lines(int count) const {
  std::vector<Line> lines;
  const auto wanted = curve_.at(count);
  if (!wanted) return lines;
  std::int32_t index = -1;
  int before = count - 1;  // lines before the one at hand
  for (const std::uint32_t last : starts_[count_].arriving) {
    const int offset = before - starts_[candidates_[last].first].least;
    if (offset < 0 || offset >= static_cast<int>(ways_[last].size())) continue;
    const Way& way = ways_[last][static_cast<std::size_t>(offset)];
    if (index < 0 && way.reached && way.cost == *wanted) index = static_cast<std::int32_t>(last);
  }
  for (; index >= 0; --before) {
    const Candidate& line = candidates_[static_cast<std::size_t>(index)];
    lines.push_back(make_line(*ruler_, line.first, line.last, setting_));
    index = ways_[static_cast<std::size_t>(index)][static_cast<std::size_t>(before - starts_[line.first].least)].previous;
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace paiban::paragraph
