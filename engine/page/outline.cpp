#include "page/outline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace paiban::page {
namespace {

enum class Way : std::uint8_t { right, down, left, up };
constexpr std::size_t ways = 4;
constexpr std::array<int, ways> across{1, 0, -1, 0}, down{0, 1, 0, -1};

/// The lattice of all edges of the boxes: cell (c, r) lies between its lines c and c + 1, r and r + 1.
class Lattice {
 public:
  explicit Lattice(std::span<const Box> boxes) {
    for (const Box& box : boxes) {
      xs_.insert(xs_.end(), {box.x, box.right()});
      ys_.insert(ys_.end(), {box.y, box.bottom()});
    }
    sort(xs_);
    sort(ys_);
    filled_.assign(xs_.size() * ys_.size(), false);
    walked_.assign(xs_.size() * ys_.size() * ways, false);
    for (const Box& box : boxes)
      for (std::size_t r = 0; r + 1 < ys_.size(); ++r)
        for (std::size_t c = 0; c + 1 < xs_.size(); ++c)
          if (box.x <= xs_[c] && xs_[c] < box.right() && box.y <= ys_[r] && ys_[r] < box.bottom()) filled_[at(c, r)] = true;
  }

  [[nodiscard]] std::vector<std::vector<Point>> walk() {
    std::vector<std::vector<Point>> outer, holes;
    for (std::size_t r = 0; r < ys_.size(); ++r)
      for (std::size_t c = 0; c < xs_.size(); ++c)
        for (const Way way : {Way::right, Way::left})
          if (borders(c, r, way) && !walked(c, r, way)) (way == Way::right ? outer : holes).push_back(round(c, r, way));
    outer.insert(outer.end(), holes.begin(), holes.end());
    return outer;
  }

 private:
  static void sort(std::vector<Length>& lines) {
    std::ranges::sort(lines);
    const auto rest = std::ranges::unique(lines);
    lines.erase(rest.begin(), rest.end());
  }
  [[nodiscard]] std::size_t at(std::size_t c, std::size_t r) const { return r * xs_.size() + c; }
  std::vector<bool>::reference walked(std::size_t c, std::size_t r, Way way) {
    return walked_[at(c, r) * ways + static_cast<std::size_t>(way)];
  }
  /// Unsigned: what lies left of the first line or above it is beyond all.
  [[nodiscard]] bool filled(std::size_t c, std::size_t r) const { return c < xs_.size() && r < ys_.size() && filled_[at(c, r)]; }

  /// A border runs from crossing (c, r) that way, the filled side at its right.
  [[nodiscard]] bool borders(std::size_t c, std::size_t r, Way way) const {
    switch (way) {
      case Way::right:
        return filled(c, r) && !filled(c, r - 1);
      case Way::down:
        return filled(c - 1, r) && !filled(c, r);
      case Way::left:
        return filled(c - 1, r - 1) && !filled(c - 1, r);
      case Way::up:
        return filled(c, r - 1) && !filled(c - 1, r - 1);
    }
    return false;
  }

  /// Where a border goes on: right turn first, so that what touches at a corner alone stays apart.
  [[nodiscard]] Way turn(std::size_t c, std::size_t r, Way way) const {
    for (const std::size_t by : {1U, 0U, 3U}) {
      const auto next = static_cast<Way>((static_cast<std::size_t>(way) + by) % ways);
      if (borders(c, r, next)) return next;
    }
    return way;
  }

  std::vector<Point> round(std::size_t c, std::size_t r, Way way) {
    std::vector<Point> corners{{xs_[c], ys_[r]}};
    while (!walked(c, r, way)) {
      walked(c, r, way) = true;
      c += static_cast<std::size_t>(across[static_cast<std::size_t>(way)]);
      r += static_cast<std::size_t>(down[static_cast<std::size_t>(way)]);
      const Way next = turn(c, r, way);
      if (next != way && !walked(c, r, next)) corners.push_back({xs_[c], ys_[r]});
      way = next;
    }
    return corners;
  }

  std::vector<Length> xs_, ys_;
  std::vector<bool> filled_;
  std::vector<bool> walked_;  // by crossing and way
};

}  // namespace

std::vector<std::vector<Point>> outlines_of(std::span<const Box> boxes) {
  std::vector<std::vector<Point>> outlines = Lattice(boxes).walk();
  if (boxes.empty() || outlines.empty()) return outlines;
  // The first box's own corner is on the outline that it is in, or above it: the one that reaches over it at its place.
  const Point corner{boxes.front().x, boxes.front().y};
  const auto holds = [&](const std::vector<Point>& outline) { return std::ranges::find(outline, corner) != outline.end(); };
  const auto first = std::ranges::find_if(outlines, holds);
  if (first != outlines.end()) std::rotate(outlines.begin(), first, first + 1);
  return outlines;
}

}  // namespace paiban::page
