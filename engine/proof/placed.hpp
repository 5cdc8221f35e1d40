#pragma once
// A page, or a part of one, put on a sheet of paper.

#include <vector>

#include "base/length.hpp"
#include "paint/display_list.hpp"

namespace paiban::proof {

/// Where and how large.
struct Placement {
  Point at;                    ///< where the page's top left comes to stand
  Ratio scale = Ratio::one();  ///< of every length
  [[nodiscard]] Length along(Length length) const { return length * scale; }
  [[nodiscard]] Point of(Point point) const { return {at.x + along(point.x), at.y + along(point.y)}; }
  [[nodiscard]] Box of(const Box& box) const {
    const Point corner = of(Point{box.x, box.y});
    return {corner.x, corner.y, along(box.width), along(box.height)};
  }
};

/// Appends `items` as they stand under `placement`, those alone that reach into `window` (of the sheet). Tags stay behind: a
/// proof has no reading order of its own.
void place(const std::vector<paint::Item>& items, const Placement& placement, const Box& window, std::vector<paint::Item>& sheet);

/// White over everything outside `window`, up to the edges of a sheet of that size.
void mask(const Box& window, Length width, Length height, std::vector<paint::Item>& sheet);

}  // namespace paiban::proof
