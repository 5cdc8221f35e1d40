#pragma once
// Widths of any stretch of a paragraph in constant time.

#include <cstdint>
#include <vector>

#include "base/length.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/line.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

/// What units [first, last) measure as a line.
struct Extent {
  Length natural;  ///< after the pair rule and the edge trims
  Length trim_start, trim_end;
  Length give;               ///< all that squeezing can take of marks
  Length gap_give;           ///< and of gaps
  std::uint32_t marks = 0;   ///< marks that can still give
  std::uint32_t places = 0;  ///< boundaries between characters
  std::uint32_t opens = 0;   ///< of them, those that may be stretched and tracked
};

/// Sums over a paragraph's units and joints; does not own the paragraph.
class Ruler {
 public:
  explicit Ruler(const text::ShapedParagraph& paragraph);

  /// 0 ≤ first < last ≤ number of units. `indented`: the line begins after an indent, its first mark keeps its blank
  /// whole, or paragraphs would seem to begin at different places.
  [[nodiscard]] Extent extent(std::uint32_t first, std::uint32_t last, bool indented) const;
  [[nodiscard]] const text::ShapedParagraph& paragraph() const { return *paragraph_; }

 private:
  struct Sums {
    std::int64_t width = 0, give = 0, gap_give = 0;
    std::uint32_t marks = 0, characters = 0, opens = 0;
  };
  const text::ShapedParagraph* paragraph_;
  std::vector<Sums> before_;  ///< [i]: of units and joints before unit i
};

// Here, because the composers ask for millions of extents.
inline Extent Ruler::extent(std::uint32_t first, std::uint32_t last, bool indented) const {
  const Sums& from = before_[first];
  const Sums& to = before_[last];
  const text::Unit& head = paragraph_->units[first];
  const text::Unit& tail = paragraph_->units[last - 1];
  Extent extent;
  extent.trim_start = indented ? Length{} : head.trim_start;
  extent.trim_end = tail.trim_end;
  std::int64_t natural = to.width - from.width - (extent.trim_start + extent.trim_end).count();
  std::int64_t give = to.give - from.give - head.give_start.count() - tail.give_end.count();
  std::int64_t gap_give = to.gap_give - from.gap_give;
  extent.places = to.characters - from.characters - 1U;
  extent.opens = to.opens - from.opens;
  extent.marks = to.marks - from.marks - (head.give_start > Length{} ? 1U : 0U) -
                 (tail.give_end > Length{} && !(first + 1 == last && head.give_start > Length{}) ? 1U : 0U);
  if (last < before_.size() - 1) {  // the joint after the last unit is not in the line
    const text::Joint& joint = paragraph_->joints[last - 1];
    natural -= joint.gap.count();
    gap_give -= (joint.gap - joint.gap_least).count();
    extent.opens -= joint.opens ? 1U : 0U;
    extent.places -= joint.gap_kind == text::Squeeze::word_space ? 1U : 0U;
  }
  extent.natural = Length::units(natural);
  extent.give = Length::units(give);
  extent.gap_give = Length::units(gap_give);
  return extent;
}

/// The least width that a line with a given end may be tracked to.
[[nodiscard]] Length tightest_given_width(const Extent& extent, Length em);

/// A stretch that is wider than this at its least is beyond `measure`, and every longer one too: a mark at the line's end can
/// make up for a unit more, tracking to a given end for a share of the measure, no more.
[[nodiscard]] Length furthest_width(Length measure, Length em);

/// What every place of `extent` must be tightened by to stand in `width` when marks and gaps have given all they can:
/// ten-thousandths of an em, 0 where that is enough; more than anyone allows where nothing opens.
[[nodiscard]] std::int64_t tightening_needed(const Extent& extent, Ratio tracking, Length width, Length em);

/// Mean gap between characters, ten-thousandths of an em, if `extent` is set to `width`.
[[nodiscard]] std::int64_t mean_gap(const Extent& extent, Length width, Length em);

/// The line that `extent` becomes: justified to the measure; or natural, squeezed where that is too wide. A line whose end
/// is given and that would be too loose to look at stays natural too.
[[nodiscard]] Line make_line(const Ruler& ruler, std::uint32_t first, std::uint32_t last, const Setting& setting);

}  // namespace paiban::paragraph
