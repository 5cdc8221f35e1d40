#pragma once
// 整段优化: all lines of a paragraph chosen together, for every number of lines that it can be set in.

#include <optional>
#include <vector>

#include "paragraph/costs.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::paragraph {

/// What a paragraph costs in `least`, `least` + 1 … lines; none where that count is out of reach.
struct CostCurve {
  int least = 0;
  std::vector<std::optional<Cost>> costs;

  [[nodiscard]] int most() const { return least + static_cast<int>(costs.size()) - 1; }
  [[nodiscard]] std::optional<Cost> at(int lines) const {
    if (lines < least || lines > most()) return std::nullopt;
    return costs[static_cast<std::size_t>(lines - least)];
  }
  [[nodiscard]] int cheapest() const;  ///< the count of least cost; the smaller one where two cost the same
};

/// What one text after another costs: for every sum of counts the cheapest way to share it out.
[[nodiscard]] CostCurve operator+(const CostCurve& first, const CostCurve& second);

/// Characters in a last line that begins at unit `first`, as a reader counts them: no marks. Counted up to
/// fewest_in_last_line, which is all that anyone asks.
[[nodiscard]] int characters_in_last_line(const text::ShapedParagraph& paragraph, std::uint32_t first);

/// 孤字成行: whether a last line that begins at unit `first` holds too few characters, marks not counted. A line whose beginning
/// was given, or that is all of its paragraph, is what it is.
[[nodiscard]] bool lone_last_line(const text::ShapedParagraph& paragraph, std::uint32_t first);

/// Every way to set a paragraph at one setting, cheapest first for each number of lines. Exact: the minimum over all
/// legal breakings whose lines hold the limits of costs.hpp. (Of a paragraph of thousands of lines, which nobody prints, only
/// counts around the cheapest are kept, so that memory stays bounded.)
class BestFit {
 public:
  /// `ruler` and its paragraph must outlive this.
  BestFit(const Ruler& ruler, const Setting& setting);

  [[nodiscard]] const CostCurve& curve() const { return curve_; }
  /// The cheapest lines for a count that the curve reaches.
  [[nodiscard]] std::vector<Line> lines(int count) const;
  /// The last place where a line can end as the `count`-th, as the unit after it: what would have to go stands behind it.
  [[nodiscard]] std::uint32_t furthest_end(int count) const;

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  /// A line that could be: units [first, last).
  struct Candidate {
    std::uint32_t first = 0, last = 0;
    std::int64_t gap = 0;  ///< mean, ten-thousandths of an em
    bool justified = true;
    Cost cost = 0;
    std::uint32_t first_way = 0;        ///< its ways: one for every number of lines before it
    std::uint32_t next_arrival = none;  ///< another candidate that ends where this one does
  };
  /// Where a line can end.
  struct End {
    std::uint32_t last = 0;
    text::Break rule{};
    Cost tie = 0;  ///< for what an end there parts
  };
  enum class Outcome : std::uint8_t { fits, too_wide, beyond_reach };  ///< beyond_reach: no longer line fits either
  struct Trial {
    Candidate line;
    Outcome outcome{};
  };
  static constexpr Cost no_way = INT64_MAX / 2;  ///< more than anything costs, with room to add to
  /// The cheapest way to end a candidate as the n-th line.
  struct Way {
    Cost cost = no_way;
    std::uint32_t previous = none;  ///< candidate before it
  };
  /// A place where a line may begin, and how many lines may stand before it.
  struct Start {
    int least = 0, most = -1;  ///< most < least: no line begins here
    std::uint32_t first_arrival = none;
    [[nodiscard]] bool reached() const { return least <= most; }
    [[nodiscard]] std::uint32_t counts() const { return static_cast<std::uint32_t>(most - least + 1); }
  };

  void keep_counts_near_cheapest(Start& start) const;
  void find_candidates(std::uint32_t first);
  bool find_lawful(std::uint32_t first);
  void add_last_resort(std::uint32_t first);
  [[nodiscard]] End end_at(std::uint32_t last) const;
  [[nodiscard]] Trial candidate(std::uint32_t first, const End& end) const;
  void add(const Candidate& line);
  void find_ways(std::uint32_t index);
  void draw_curve();

  const Ruler* ruler_;
  Setting setting_;
  Length tracked_;   ///< what the setting's tracking adds at a place that opens
  Length furthest_;  ///< what is wider at its least is beyond reach
  std::uint32_t count_ = 0;
  int most_counts_ = 0;       ///< kept at one start
  std::vector<End> ends_;     ///< where a line may lawfully end
  std::size_t next_end_ = 0;  ///< of them, the first that was not too loose for the last start
  std::vector<Start> starts_;
  std::vector<Candidate> candidates_;
  std::vector<Way> ways_;
  std::uint32_t ways_wanted_ = 0;  ///< by the candidates so far
  CostCurve curve_;
};

}  // namespace paiban::paragraph
