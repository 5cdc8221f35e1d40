#include "page/head_division.hpp"

#include <algorithm>

#include "paragraph/ruler.hpp"

namespace paiban::page {
namespace {

using text::Seam;
using text::ShapedParagraph;

class Divider {
 public:
  Divider(const ShapedParagraph& head, int rows) : head_(head), ruler_(head), rows_(rows) {
    const auto count = static_cast<std::uint32_t>(head.units.size());
    mean_ = ruler_.extent(0, count, false).natural / rows;
    for (std::uint32_t end = 1; end < count; ++end) {
      const text::Joint& joint = head.joints[end - 1];
      if (joint.rule == text::Break::allowed && joint.seam >= Seam::lean) places_.push_back(end);
    }
  }

  [[nodiscard]] std::vector<Division> run() {
    cut(0, static_cast<int>(places_.size()) - 1, {});
    std::ranges::stable_sort(found_, {}, &Division::price);
    return std::move(found_);
  }

 private:
  /// Adds the rows after unit `first`; they may end at places_[0 … last] that lie behind it.
  void cut(std::uint32_t first, int last, const Division& above) {
    const auto row = static_cast<int>(above.ends.size()) + 1;
    if (row == rows_) {
      add_row(first, static_cast<std::uint32_t>(head_.units.size()), above, -1);
      return;
    }
    for (int i = last; i >= 0 && places_[static_cast<std::size_t>(i)] > first; --i)
      add_row(first, places_[static_cast<std::size_t>(i)], above, static_cast<int>(places_.size()) - 1);
  }

  void add_row(std::uint32_t first, std::uint32_t end, const Division& above, int last) {
    if (is_lone_word(first, end)) return;
    Division division = above;
    division.ends.push_back(end);
    division.price += unevenness(first, end);
    if (last < 0) {
      found_.push_back(std::move(division));
      return;
    }
    division.price += head_prices::seams[static_cast<std::size_t>(head_.joints[end - 1].seam)];
    cut(end, last, division);
  }

  /// A row without a boundary of words in it (typography H4).
  [[nodiscard]] bool is_lone_word(std::uint32_t first, std::uint32_t end) const {
    if (end - first > text::longest_lone_word) return false;
    return std::none_of(head_.joints.begin() + first, head_.joints.begin() + (end - 1),
                        [](const text::Joint& joint) { return joint.seam > Seam::number; });
  }

  [[nodiscard]] Price unevenness(std::uint32_t first, std::uint32_t end) const {
    const Length miss = ruler_.extent(first, end, false).natural - mean_;
    const std::int64_t tenths = scale_rounded(miss.count(), 10, head_.em.count());
    return head_prices::uneven * tenths * tenths / 100;
  }

  const ShapedParagraph& head_;
  paragraph::Ruler ruler_;
  int rows_;
  Length mean_;
  std::vector<std::uint32_t> places_;  ///< where a row may end
  std::vector<Division> found_;
};

}  // namespace

std::vector<Division> divisions(const ShapedParagraph& head, int rows) {
  const bool divisible = !head.units.empty() && head.units.size() <= text::longest_head && rows <= head_prices::most_rows;
  if (!divisible || rows < 1) return {};
  if (rows == 1) return {{{static_cast<std::uint32_t>(head.units.size())}, 0}};
  return Divider(head, rows).run();
}

}  // namespace paiban::page
