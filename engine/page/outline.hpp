#pragma once
// The outline of several boxes together.

#include <span>
#include <vector>

#include "base/length.hpp"

namespace paiban::page {

/// The union of `boxes` as polygons, clockwise, each from its highest corner (the left one of two), the one with the first box
/// first. Boxes that share a part of an edge, or overlap, are in one polygon; touching corners do not join. Holes are polygons of
/// their own, after all others, counter-clockwise.
[[nodiscard]] std::vector<std::vector<Point>> outlines_of(std::span<const Box> boxes);

}  // namespace paiban::page
