#include "page/copyfit.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "page/lever_prices.hpp"
#include "page/story_fitter.hpp"
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
using text::ShapedParagraph;

/// Every paragraph of a request composed, each way in which it may stand, and what the compositions stand on.
class Compositions {
 public:
  explicit Compositions(const CopyRequest& request) : request_(request) {
    std::size_t count = request.paragraphs.size();
    for (const ShorterCopy& shorter : request.shorter) count += shorter.instead.size();
    rulers_.reserve(count);
    fits_.reserve(count);
    for (std::size_t i = 0; i < request.paragraphs.size(); ++i) add(i, *request.paragraphs[i]);
    for (const ShorterCopy& shorter : request.shorter)
      for (const Replacement& each : shorter.instead)
        if (each.by != nullptr && find(each.by) == nullptr) add(each.paragraph, *each.by);
  }

  [[nodiscard]] std::vector<const BestFit*> of_all() const {
    std::vector<const BestFit*> all;
    for (std::size_t i = 0; i < request_.paragraphs.size(); ++i) all.push_back(&fits_[i]);
    return all;
  }
  [[nodiscard]] std::vector<const BestFit*> of(const ShorterCopy& shorter) const {
    std::vector<const BestFit*> all = of_all();
    for (const Replacement& each : shorter.instead) all[each.paragraph] = find(each.by);
    return all;
  }

 private:
  void add(std::size_t index, const ShapedParagraph& paragraph) {
    paragraph::Setting setting = request_.settings[index];
    setting.tightening = paragraph::tightest;
    fits_.emplace_back(rulers_.emplace_back(paragraph), setting);
    if (request_.paragraphs[index] != &paragraph) shorter_.emplace_back(&paragraph, fits_.size() - 1);
  }
  /// nullptr: it is not set at all.
  [[nodiscard]] const BestFit* find(const ShapedParagraph* paragraph) const {
    const auto found = std::ranges::find(shorter_, paragraph, &std::pair<const ShapedParagraph*, std::size_t>::first);
    return found == shorter_.end() ? nullptr : &fits_[found->second];
  }

  const CopyRequest& request_;
  std::vector<Ruler> rulers_;
  std::vector<BestFit> fits_;
  std::vector<std::pair<const ShapedParagraph*, std::size_t>> shorter_;  ///< and the place of each in `fits_`
};

int count_lines(const std::vector<std::vector<Line>>& lines) {
  return std::accumulate(lines.begin(), lines.end(), 0,
                         [](int sum, const std::vector<Line>& of) { return sum + static_cast<int>(of.size()); });
}

/// `request` as if it had never been longer.
CopyRequest shortened(CopyRequest request, const ShorterCopy& shorter) {
  for (const Replacement& each : shorter.instead) request.paragraphs[each.paragraph] = each.by;
  return request;
}

/// The paragraph whose last line costs the fewest characters to lose (or to fill), and how many that is.
std::optional<Cure> cheapest_cure(const CopyRequest& request, const std::vector<std::vector<Line>>& lines, int over) {
  if (over == 0) return std::nullopt;
  std::optional<Cure> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || request.heads[i]) continue;
    const ShapedParagraph& paragraph = *request.paragraphs[i];
    const int in_line = std::max(1, static_cast<int>(request.settings[i].measure.count() / paragraph.em.count()));
    const int last = text::characters_from(paragraph, lines[i].back().first);
    const int whole_lines = (std::abs(over) - 1) * in_line;
    const int characters = over > 0 ? whole_lines + last : whole_lines + std::max(1, in_line - last + 1);
    Cure cure{over > 0 ? Cure::Kind::cut : Cure::Kind::add, characters, static_cast<int>(i) + 1};
    cure.price = characters * cure_prices::character;
    if (over > 0 && static_cast<int>(lines[i].size()) <= over) continue;  // there must be a paragraph left
    if (!best || cure.characters < best->characters) best = cure;
  }
  return best;
}

/// What paragraph `index` spent, its cheapest count being `cheapest`.
void add_spending(const CopyRequest& request, std::size_t index, int cheapest, CopyResult& result) {
  if (request.paragraphs[index] == nullptr) return;
  result.fit.spent.add(spending_of(*request.paragraphs[index], result.lines[index], cheapest));
}

void set_by_press(const CopyRequest& request, CopyResult& result) {
  for (std::size_t i = 0; i < request.paragraphs.size(); ++i) {
    const ShapedParagraph& shaped = *request.paragraphs[i];
    result.lines.push_back(compose(shaped, request.settings[i], Composer::press).value_or(std::vector<Line>{}));
    add_spending(request, i, static_cast<int>(result.lines[i].size()), result);
  }
  result.fit.curve = {count_lines(result.lines), {Cost{0}}};
}

void set_by(const StoryFitter& fitter, const CopyRequest& request, int room, CopyResult& result) {
  result.lines = fitter.lines(fitter.nearest(room));
  for (std::size_t i = 0; i < result.lines.size(); ++i) add_spending(request, i, fitter.cheapest(i), result);
}

/// What each count costs where either may be had.
CostCurve cheaper(const CostCurve& a, const CostCurve& b, Cost dearer_by) {
  CostCurve both;
  both.least = std::min(a.least, b.least);
  for (int lines = both.least; lines <= std::max(a.most(), b.most()); ++lines) {
    std::optional<Cost> cost = a.at(lines);
    if (const auto other = b.at(lines); other && (!cost || *other + dearer_by < *cost)) cost = *other + dearer_by;
    both.costs.push_back(cost);
  }
  return both;
}

/// The first of the shorter copies that fills the room to the line; else the one that comes nearest, if any comes nearer than
/// `whole`. Copy that is not over keeps all its words. The curve becomes that of all of them.
std::optional<std::size_t> choose_shorter(const CopyRequest& request, const Compositions& compositions, const StoryFitter& whole,
                                          int room, CostCurve& curve) {
  int least_off = whole.nearest(room) - room;  // below 0 where it is short: nothing comes nearer
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < request.shorter.size(); ++i) {
    const StoryFitter fitter(compositions.of(request.shorter[i]), request);
    curve = cheaper(curve, fitter.curve(), request.shorter[i].price);
    const int off = std::abs(fitter.nearest(room) - room);
    if (off >= least_off) continue;
    least_off = off;
    best = i;
  }
  return best;
}

void set_by_best(const CopyRequest& request, int room, CopyResult& result) {
  const Compositions compositions(request);
  const StoryFitter whole(compositions.of_all(), request);
  result.fit.curve = whole.curve();
  if (!request.shorter.empty()) result.shorter = choose_shorter(request, compositions, whole, room, result.fit.curve);
  if (!result.shorter) return set_by(whole, request, room, result);
  const ShorterCopy& shorter = request.shorter[*result.shorter];
  set_by(StoryFitter(compositions.of(shorter), request), shortened(request, shorter), room, result);
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
  const int over = result.fit.lines - room;
  const auto cure = result.shorter ? cheapest_cure(shortened(request, request.shorter[*result.shorter]), result.lines, over)
                                   : cheapest_cure(request, result.lines, over);
  if (cure) result.fit.cures.push_back(*cure);
  return result;
}

}  // namespace paiban::page
