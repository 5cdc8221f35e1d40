#include "paragraph/justify.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "paragraph/ruler.hpp"

namespace paiban::paragraph {
namespace {

using text::Joint;
using text::Squeeze;
using text::Unit;

/// Reduction ② to ⑦ (clreq 3.1.6.2; ①, the mark at the line's end, is in the natural width already).
constexpr std::array reduction_order{Squeeze::word_space, Squeeze::middle,    Squeeze::bracket,
                                     Squeeze::pause,      Squeeze::han_latin, Squeeze::stop};
/// Expansion ① and ②; ③ is every other place.
constexpr std::array expansion_order{Squeeze::word_space, Squeeze::han_latin};

/// One place that can change, and where its change goes.
struct Place {
  Length room;     ///< how much it can take
  Length* change;  ///< grows by its share
};

/// Shares `amount` equally over `places`, none beyond its room; returns what is left. Exact: the shares differ by a unit.
Length share(std::vector<Place>& places, Length amount) {
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.room < b.room; });
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto left = static_cast<std::int64_t>(places.size() - i);
    const Length equal = Length::units((amount.count() + left - 1) / left);
    const Length taken = std::min({equal, places[i].room, amount});
    *places[i].change += taken;
    amount -= taken;
  }
  return amount;
}

class Justifier {
 public:
  Justifier(const text::ShapedParagraph& paragraph, const Line& line)
      : paragraph_(paragraph), line_(line), cut_start_(count()), cut_end_(count()), gap_(count()) {
    for (std::size_t i = 0; i < gaps(); ++i) {
      gap_[i] = joint(i).gap;
      if (joint(i).opens) gap_[i] += paragraph.em * line.tracking;
    }
    cut_start_.front() += line.trim_start;
    cut_end_.back() += line.trim_end;
  }

  void run() {
    const Length difference = line_.set - width();
    if (difference < Length{}) reduce(-difference);
    if (difference > Length{} && line_.justified) expand(difference);
  }

  /// Where each cell begins as it is set.
  [[nodiscard]] std::vector<Length> cells() const {
    std::vector<Length> cells(count());
    Length pen;
    for (std::size_t i = 0; i < count(); ++i) {
      cells[i] = pen;
      pen += unit(i).width - cut_start_[i] - cut_end_[i] + gap_[i];
    }
    return cells;
  }

  /// Where it would begin with nothing cut from its start.
  [[nodiscard]] std::vector<Length> starts() const {
    std::vector<Length> starts = cells();
    for (std::size_t i = 0; i < count(); ++i) starts[i] -= cut_start_[i];
    return starts;
  }

 private:
  [[nodiscard]] std::size_t count() const { return line_.last - line_.first; }
  /// Between its units; before one that stands behind the line's end there is none.
  [[nodiscard]] std::size_t gaps() const {
    const bool behind = count() > 1 && stands_behind(unit(count() - 1), line_.trim_end);
    return count() - (behind ? 2 : 1);
  }
  [[nodiscard]] const Unit& unit(std::size_t i) const { return paragraph_.units[line_.first + i]; }
  [[nodiscard]] const Joint& joint(std::size_t i) const { return paragraph_.joints[line_.first + i]; }

  [[nodiscard]] Length width() const {
    Length sum = line_.hyphenated ? paragraph_.joints[line_.last - 1].hyphen : Length{};
    for (std::size_t i = 0; i < count(); ++i) sum += unit(i).width - cut_start_[i] - cut_end_[i] + gap_[i];
    return sum;
  }

  void reduce(Length excess) {
    for (const Squeeze step : reduction_order) {
      std::vector<Place> places;
      for (std::size_t i = 0; i < count(); ++i) {
        if (unit(i).squeeze == step) {
          if (i > 0) places.push_back({unit(i).give_start - cut_start_[i], &cut_start_[i]});
          places.push_back({unit(i).give_end - cut_end_[i], &cut_end_[i]});
        }
        if (i < gaps() && joint(i).gap_kind == step) places.push_back({joint(i).gap - joint(i).gap_least, &taken(i)});
      }
      std::erase_if(places, [](const Place& place) { return place.room <= Length{}; });
      excess = share(places, excess);
      settle_taken();
    }
    // ⑧ What is left comes off every place alike: a given line end, or copy wider than its box.
    std::vector<Place> all;
    for (std::size_t i = 0; i < gaps(); ++i)
      if (joint(i).opens) all.push_back({excess, &taken(i)});
    share(all, excess);
    settle_taken();
  }

  void expand(Length lack) {
    for (const Squeeze step : expansion_order) {
      std::vector<Place> places;
      for (std::size_t i = 0; i < gaps(); ++i)
        if (joint(i).gap_kind == step && joint(i).gap_most > joint(i).gap)
          places.push_back({joint(i).gap_most - joint(i).gap, &gap_[i]});
      lack = share(places, lack);
    }
    for (const bool avoided : {false, true}) {
      std::vector<Place> places;
      for (std::size_t i = 0; i < gaps(); ++i)
        if (joint(i).opens && joint(i).avoid == avoided) places.push_back({lack, &gap_[i]});
      if (!places.empty()) lack = share(places, lack);
    }
  }

  /// Gaps shrink: what `share` adds up here is taken off them afterwards.
  Length& taken(std::size_t i) {
    if (taken_.empty()) taken_.resize(count());
    return taken_[i];
  }
  void settle_taken() {
    for (std::size_t i = 0; i < taken_.size(); ++i) gap_[i] -= std::exchange(taken_[i], Length{});
  }

  const text::ShapedParagraph& paragraph_;
  const Line& line_;
  std::vector<Length> cut_start_, cut_end_, gap_, taken_;
};

}  // namespace

std::vector<Length> justify(const text::ShapedParagraph& paragraph, const Line& line) {
  if (line.first == line.last) return {};
  Justifier justifier(paragraph, line);
  justifier.run();
  return justifier.starts();
}

std::vector<Length> cells_as_set(const text::ShapedParagraph& paragraph, const Line& line) {
  if (line.first == line.last) return {};
  Justifier justifier(paragraph, line);
  justifier.run();
  return justifier.cells();
}

}  // namespace paiban::paragraph
