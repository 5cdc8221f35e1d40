#pragma once
// The graphics state of a content stream (ISO 32000-1 8.4, 9.3).

#include <cmath>
#include <optional>

#include "preflight/colour.hpp"
#include "preflight/font.hpp"

namespace paiban::preflight {

struct Point {
  double x = 0, y = 0;
};

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  /// This one first, `next` after it.
  [[nodiscard]] Matrix then(const Matrix& next) const {
    return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
            c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
  }
  [[nodiscard]] Point of(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  /// How much lengths grow, in the mean of all directions.
  [[nodiscard]] double scale() const { return std::sqrt(std::abs(a * d - b * c)); }
};

/// A box in the page's space that encloses what was added.
struct Extent {
  bool any = false;
  double left = 0, bottom = 0, right = 0, top = 0;
  void add(Point point) {
    left = any ? std::min(left, point.x) : point.x;
    right = any ? std::max(right, point.x) : point.x;
    bottom = any ? std::min(bottom, point.y) : point.y;
    top = any ? std::max(top, point.y) : point.y;
    any = true;
  }
  [[nodiscard]] bool holds(Point point) const {
    return any && point.x >= left && point.x <= right && point.y >= bottom && point.y <= top;
  }
};

/// What an ExtGState dictionary changes. Nothing where it has no such key.
struct StateChange {
  std::optional<double> line_width;
  std::optional<bool> stroke_overprint, fill_overprint;
  Object font = Object::newNull();  ///< an array of font and size
};

struct GraphicsState {
  Matrix ctm;
  double line_width = 1;
  Colour fill, stroke;
  bool fill_overprint = false, stroke_overprint = false;
  Font* font = nullptr;
  double size = 0, character_gap = 0, word_gap = 0, stretch = 1, leading = 0, rise = 0;
  int mode = 0;
};

}  // namespace paiban::preflight
