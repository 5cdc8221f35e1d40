#include "paragraph/best_fit.hpp"

#include <algorithm>
#include <utility>

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

bool is_given(Break rule) { return rule == Break::forced || rule == Break::closed; }

// A line of a newspaper column has about so many places where it could end: room reserved at once.
constexpr std::size_t usual_candidates = 5;

// Memory: so many ways in all, 64 MB, and at every start so many counts at the least. A newspaper's paragraph needs
// a few thousand ways; one as long as a page keeps the counts around the cheapest.
constexpr std::size_t most_ways = 4'000'000;
constexpr std::size_t fewest_counts = 8;

/// Two lines below one another want the same grey.
Cost neighbour_cost(std::int64_t above, std::int64_t below) { return as_gap(above - below) / neighbour_share; }

}  // namespace

int characters_in_last_line(const text::ShapedParagraph& paragraph, std::uint32_t first) {
  int characters = 0;
  for (std::size_t i = first; i < paragraph.units.size() && characters < fewest_in_last_line; ++i)
    if (is_text(paragraph.units[i].cls)) characters += paragraph.units[i].characters;
  return characters;
}

bool lone_last_line(const text::ShapedParagraph& paragraph, std::uint32_t first) {
  if (first == 0 || is_given(paragraph.joints[first - 1].rule)) return false;
  return characters_in_last_line(paragraph, first) < fewest_in_last_line;
}

int CostCurve::cheapest() const {
  int best = least;
  for (int lines = least; lines <= most(); ++lines)
    if (at(lines) && (!at(best) || *at(lines) < *at(best))) best = lines;
  return best;
}

CostCurve operator+(const CostCurve& first, const CostCurve& second) {
  CostCurve sum;
  sum.least = first.least + second.least;
  if (first.costs.empty() || second.costs.empty()) return sum;
  sum.costs.resize(first.costs.size() + second.costs.size() - 1);
  for (std::size_t i = 0; i < first.costs.size(); ++i)
    for (std::size_t j = 0; j < second.costs.size(); ++j) {
      if (!first.costs[i] || !second.costs[j]) continue;
      auto& cost = sum.costs[i + j];
      const Cost both = *first.costs[i] + *second.costs[j];
      if (!cost || both < *cost) cost = both;
    }
  return sum;
}

BestFit::BestFit(const Ruler& ruler, const Setting& setting)
    : ruler_(&ruler),
      setting_(setting),
      tracked_(ruler.paragraph().em * setting.tracking),
      count_(static_cast<std::uint32_t>(ruler.paragraph().units.size())) {
  if (count_ == 0) return;
  ends_.reserve(count_);
  for (std::uint32_t last = 1; last <= count_; ++last)
    if (const End end = end_at(last); end.rule != Break::never && end.rule != Break::emergency) ends_.push_back(end);
  const bool given = std::any_of(ends_.begin(), ends_.end(), [](const End& end) { return end.rule == Break::forced; });
  furthest_ = furthest_width(setting.measure, ruler.paragraph().em, given ? Ratio{tightest_given} : setting.tightening);
  starts_.resize(count_ + 1);
  starts_[0] = {0, 0, none};
  candidates_.reserve(count_ * usual_candidates);
  ways_.reserve(count_ * usual_candidates * 2);
  most_counts_ = static_cast<int>(std::max(fewest_counts, most_ways / (count_ * usual_candidates)));
  for (std::uint32_t first = 0; first < count_; ++first) {
    if (!starts_[first].reached()) continue;
    keep_counts_near_cheapest(starts_[first]);
    find_candidates(first);
  }
  draw_curve();
}

/// Leaves `start` no more than most_counts_ counts: those around the one that the cheapest way to it has.
void BestFit::keep_counts_near_cheapest(Start& start) const {
  if (start.most - start.least < most_counts_) return;
  Cost least_cost = no_way;
  int centre = start.least;
  for (std::uint32_t index = start.first_arrival; index != none; index = candidates_[index].next_arrival) {
    const Candidate& line = candidates_[index];
    const Start& origin = starts_[line.first];
    for (std::uint32_t k = 0; k < origin.counts(); ++k) {
      const Cost cost = ways_[line.first_way + k].cost;
      if (cost >= least_cost) continue;
      least_cost = cost;
      centre = origin.least + 1 + static_cast<int>(k);
    }
  }
  start.least = std::max(start.least, centre - most_counts_ / 2);
  start.most = std::min(start.most, start.least + most_counts_ - 1);
}

BestFit::End BestFit::end_at(std::uint32_t last) const {
  if (last == count_) return {last, Break::closed, 0};
  const text::Joint& joint = ruler_->paragraph().joints[last - 1];
  return {last, joint.rule, tie_costs[static_cast<std::size_t>(joint.tie)]};
}

/// The candidate [first, last), or why there is none.
BestFit::Trial BestFit::candidate(std::uint32_t first, const End& end) const {
  const auto& paragraph = ruler_->paragraph();
  const std::uint32_t last = end.last;
  const Break rule = end.rule;
  const Length measure = setting_.measure - setting_.indent_of(first);
  const Extent extent = ruler_->extent(first, last, setting_.keeps_blank(first));
  const Length tracked = extent.natural + tracked_ * extent.opens;
  std::int64_t tightened = 0;
  if (const Length least = tracked - extent.give - extent.gap_give; least > measure) {
    tightened = tightening_needed(extent, setting_.tracking, measure, paragraph.em);
    const bool fits = Ratio{-tightened} >= setting_.tightening ||
                      (rule == Break::forced && tightest_given_width(extent, paragraph.em) <= measure);
    if (!fits) return {{}, least > furthest_ ? Outcome::beyond_reach : Outcome::too_wide};
  }
  Candidate line{first, last, mean_gap(extent, measure, paragraph.em), true, 0};
  if (rule == Break::closed && tracked <= measure) {
    line.gap = 0;
    line.justified = false;
  }
  if (line.gap > loosest_gap) {
    line.cost = forbidden::too_loose;
    // make_line leaves such a line natural where its end is given: how much it lacks is then no matter.
    if (rule == Break::forced) line.gap = 0;
    line.justified = rule != Break::forced;
  }
  line.cost += gap_price(line.gap) + tightening_share * as_gap(tightened) + end.tie;
  if (last == count_ && lone_last_line(paragraph, first)) line.cost += forbidden::lone_character;
  return {line, Outcome::fits};
}

/// All lines that may begin at `first`, and the cheapest way to each. There is always one: where nothing lawful holds the
/// limits, the nearest to it.
void BestFit::find_candidates(std::uint32_t first) {
  const auto from = static_cast<std::uint32_t>(candidates_.size());
  if (!find_lawful(first)) add_last_resort(first);
  ways_.resize(ways_wanted_);
  for (auto index = from; index < candidates_.size(); ++index) find_ways(index);
}

bool BestFit::find_lawful(std::uint32_t first) {
  // An end that is too loose for one start is too loose for every later one, so the search begins where the last one did.
  while (ends_[next_end_].last <= first) ++next_end_;
  bool found = false;
  bool loose = true;
  for (std::size_t i = next_end_; i < ends_.size(); ++i) {
    const Trial trial = candidate(first, ends_[i]);
    const bool given = is_given(ends_[i].rule);
    if (trial.outcome == Outcome::beyond_reach || (given && trial.outcome == Outcome::too_wide)) break;
    if (trial.outcome == Outcome::too_wide) continue;
    const bool lawful = given || trial.line.gap <= loosest_gap;
    if (lawful && std::exchange(loose, false)) next_end_ = i;
    if (lawful) add(trial.line);
    found = found || lawful;
    if (given) break;
  }
  return found;
}

/// Nothing lawful fits: the loosest line, else a break in need, else whatever is least wide.
void BestFit::add_last_resort(std::uint32_t first) {
  std::optional<Candidate> loose, emergency, anything;
  for (std::uint32_t last = first + 1; last <= count_; ++last) {
    const End end = end_at(last);
    const Trial trial = candidate(first, end);
    if (trial.outcome == Outcome::beyond_reach) break;
    if (trial.outcome == Outcome::too_wide) continue;
    if (end.rule == Break::allowed) loose = trial.line;
    if (end.rule == Break::emergency) emergency = trial.line;
    anything = trial.line;
    if (is_given(end.rule)) break;
  }
  Candidate line = anything.value_or(Candidate{first, first + 1, 0, first + 1 < count_, 0});
  if (loose) {
    line = *loose;
  } else if (emergency) {
    line = *emergency;
    line.cost += forbidden::emergency_break;
  } else {
    line.cost += forbidden::overflow;
  }
  add(line);
}

void BestFit::add(const Candidate& line) {
  const Start& start = starts_[line.first];
  Start& next = starts_[line.last];
  const bool fresh = !next.reached();
  next.least = fresh ? start.least + 1 : std::min(next.least, start.least + 1);
  next.most = fresh ? start.most + 1 : std::max(next.most, start.most + 1);
  const auto index = static_cast<std::uint32_t>(candidates_.size());
  candidates_.push_back(line);
  candidates_.back().first_way = ways_wanted_;
  ways_wanted_ += start.counts();
  candidates_.back().next_arrival = std::exchange(next.first_arrival, index);
}

/// The cheapest line before candidate `index`, for every number of lines before it.
void BestFit::find_ways(std::uint32_t index) {
  const Candidate& line = candidates_[index];
  Way* ways = ways_.data() + line.first_way;
  if (line.first == 0) {
    *ways = {line.cost, none};
    return;
  }
  const Start& start = starts_[line.first];
  for (std::uint32_t before = start.first_arrival; before != none; before = candidates_[before].next_arrival) {
    const Candidate& above = candidates_[before];
    const Start& origin = starts_[above.first];
    const Cost joining = line.cost + (line.justified && above.justified ? neighbour_cost(above.gap, line.gap) : 0);
    const int from = std::max(start.least, origin.least + 1);
    const int to = std::min(start.most, origin.most + 1);
    if (from > to) continue;
    const Way* so_far = ways_.data() + above.first_way + (from - 1 - origin.least);
    Way* way = ways + (from - start.least);
    for (const Way* const end = way + (to - from + 1); way != end; ++way, ++so_far)
      if (const Cost cost = joining + so_far->cost; cost < way->cost) *way = {cost, before};
  }
}

void BestFit::draw_curve() {
  const Start& end = starts_[count_];
  curve_.least = end.least;
  curve_.costs.resize(end.counts());
  for (std::uint32_t index = end.first_arrival; index != none; index = candidates_[index].next_arrival) {
    const Start& start = starts_[candidates_[index].first];
    const auto offset = static_cast<std::size_t>(start.least + 1 - end.least);
    for (std::uint32_t k = 0; k < start.counts(); ++k) {
      auto& best = curve_.costs[offset + k];
      const Cost cost = ways_[candidates_[index].first_way + k].cost;
      if (cost < no_way && (!best || cost < *best)) best = cost;
    }
  }
}

std::uint32_t BestFit::furthest_end(int count) const {
  for (std::uint32_t end = count_; end > 0; --end)
    if (starts_[end].reached() && starts_[end].least <= count) return end;
  return 0;
}

std::vector<Line> BestFit::lines(int count) const {
  std::vector<Line> lines;
  const auto wanted = curve_.at(count);
  if (!wanted) return lines;
  const auto way_of = [this](std::uint32_t index, int lines_before) -> Way {
    const Start& start = starts_[candidates_[index].first];
    if (lines_before < start.least || lines_before > start.most) return {};
    return ways_[candidates_[index].first_way + static_cast<std::uint32_t>(lines_before - start.least)];
  };
  int before = count - 1;
  std::uint32_t index = starts_[count_].first_arrival;
  while (way_of(index, before).cost != *wanted) index = candidates_[index].next_arrival;
  for (; index != none; --before) {
    const Candidate& line = candidates_[index];
    lines.push_back(make_line(*ruler_, line.first, line.last, setting_));
    index = way_of(index, before).previous;
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace paiban::paragraph
