#include "paint/extents.hpp"

#include <algorithm>
#include <variant>

namespace paiban::paint {
namespace {

// The em box of Han lies so far above the baseline (OpenType's ideographic em box; the faces of the trade agree within a hair).
constexpr Ratio above_baseline{8'800};

Box between(const Point& a, const Point& b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x) - std::min(a.x, b.x),
          std::max(a.y, b.y) - std::min(a.y, b.y)};
}

struct Extent {
  std::optional<Box> operator()(const GlyphRun& run) const {
    std::optional<Box> all;
    const Length above = run.size * above_baseline;
    for (const PlacedGlyph& glyph : run.glyphs) {
      const Point& at = glyph.origin;
      const Box em = run.rotated ? Box{at.x - (run.size - above), at.y, run.size, run.size * run.scale_x}
                                 : Box{at.x, at.y - above, run.size * run.scale_x, run.size};
      all = all ? united(*all, em) : em;
    }
    return all;
  }
  std::optional<Box> operator()(const Rule& rule) const { return between(rule.from, rule.to); }
  std::optional<Box> operator()(const Disc& disc) const { return between(disc.centre, disc.centre); }
  std::optional<Box> operator()(const Wave& wave) const { return between(wave.from, wave.to); }
  std::optional<Box> operator()(const Fill& fill) const { return fill.box; }
  std::optional<Box> operator()(const PictureItem& picture) const { return picture.box; }
  std::optional<Box> operator()(const Tag& /*tag*/) const { return std::nullopt; }
};

}  // namespace

Box united(const Box& a, const Box& b) {
  const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::optional<Box> extent_of(std::span<const Item> items) {
  std::optional<Box> all;
  for (const Item& item : items)
    if (const auto each = std::visit(Extent{}, item)) all = all ? united(*all, *each) : *each;
  return all;
}

}  // namespace paiban::paint
