#pragma once
// Widths of any stretch of a paragraph in constant time.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/length.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/line.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

/// Whether a line's last unit falls away whole, and stands behind the line's end: a hanging mark, an em space.
[[nodiscard]] inline bool stands_behind(const text::Unit& last, Length trim_end) {
  return trim_end > Length{} && trim_end >= last.width;
}

/// What units [first, last) measure as a line.
struct Extent {
  Length natural;            ///< after the pair rule and the edge trims, with the hyphen of a parted word
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

  /// 0 ≤ first < last ≤ number of units. `keeps_blank`: the line begins after an indent, its first mark keeps its blank
  /// whole, or paragraphs would seem to begin at different places.
  [[nodiscard]] Extent extent(std::uint32_t first, std::uint32_t last, bool keeps_blank) const;
  [[nodiscard]] const text::ShapedParagraph& paragraph() const { return *paragraph_; }

 private:
  /// Sums up to a place where a line may begin or end, with what that edge takes away: an extent is a difference of two.
  struct Edge {
    Length natural, give, gap_give;
    std::uint32_t marks = 0, characters = 0, opens = 0;
  };
  void leave_out(std::size_t joint, Edge& end) const;
  void mend_single(Extent& extent, std::uint32_t unit) const;

  const text::ShapedParagraph* paragraph_;
  std::vector<Edge> starts_, ends_;  ///< [i]: of a line that begins at unit i; that ends before it
};

// Here, because the composers ask for millions of extents.
inline Extent Ruler::extent(std::uint32_t first, std::uint32_t last, bool keeps_blank) const {
  const Edge& start = starts_[first];
  const Edge& end = ends_[last];
  Extent extent{end.natural - start.natural,
                end.give - start.give,
                end.gap_give - start.gap_give,
                end.marks - start.marks,
                end.characters - start.characters - 1U,
                end.opens - start.opens};
  if (keeps_blank) extent.natural += paragraph_->units[first].trim_start;
  if (last == first + 1) mend_single(extent, first);
  return extent;
}

/// The least width that a line with a given end may be tracked to.
[[nodiscard]] Length tightest_given_width(const Extent& extent, Length em);

/// A stretch that is wider than this at its least is beyond `measure`, and every longer one too: a mark that hangs at the
/// line's end can make up for an em, `tightening` (0 or below) for its share of every half em, no more.
[[nodiscard]] Length furthest_width(Length measure, Length em, Ratio tightening);

/// What every place of `extent` must be tightened by to stand in `width` when marks and gaps have given all they can:
/// ten-thousandths of an em, 0 where that is enough; more than anyone allows where nothing opens.
[[nodiscard]] std::int64_t tightening_needed(const Extent& extent, Ratio tracking, Length width, Length em);

/// Mean gap between characters, ten-thousandths of an em, if `extent` is set to `width`.
[[nodiscard]] inline std::int64_t mean_gap(const Extent& extent, Length width, Length em) {
  const std::uint32_t places = std::max(extent.places, 1U);  // a line of one character is as loose as all its white
  return scale_rounded((width - extent.natural).count(), 10'000, em.count() * places);
}

/// The line that `extent` becomes: justified to the measure; or natural, squeezed where that is too wide. A line whose end
/// is given and that would be too loose to look at stays natural too.
[[nodiscard]] Line make_line(const Ruler& ruler, std::uint32_t first, std::uint32_t last, const Setting& setting);

}  // namespace paiban::paragraph
