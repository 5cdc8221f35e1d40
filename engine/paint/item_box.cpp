#include "paint/item_box.hpp"

#include <algorithm>

namespace paiban::paint {
namespace {

// No carried face has a glyph that leaves its em box by more than that; a long dash is two em wide.
constexpr std::int64_t ems_of_ink = 2;

Box around(Point from, Point to, Length margin) {
  const Length left = std::min(from.x, to.x) - margin, top = std::min(from.y, to.y) - margin;
  return {left, top, std::max(from.x, to.x) + margin - left, std::max(from.y, to.y) + margin - top};
}

struct Reach {
  std::optional<Box> operator()(const GlyphRun& run) const {
    if (run.glyphs.empty()) return std::nullopt;
    const auto [left, right] = std::ranges::minmax(run.glyphs, {}, [](const PlacedGlyph& glyph) { return glyph.origin.x; });
    const auto [top, bottom] = std::ranges::minmax(run.glyphs, {}, [](const PlacedGlyph& glyph) { return glyph.origin.y; });
    const Length em = run.size * std::max(run.scale_x, Ratio::one());
    return around({left.origin.x, top.origin.y}, {right.origin.x, bottom.origin.y}, em * ems_of_ink);
  }
  std::optional<Box> operator()(const Rule& rule) const { return around(rule.from, rule.to, rule.width); }
  std::optional<Box> operator()(const Disc& disc) const { return around(disc.centre, disc.centre, disc.diameter); }
  std::optional<Box> operator()(const Wave& wave) const { return around(wave.from, wave.to, wave.width + wave.swing); }
  std::optional<Box> operator()(const Fill& fill) const { return fill.box; }
  std::optional<Box> operator()(const PictureItem& picture) const { return picture.box; }
  std::optional<Box> operator()(const Tag& /*tag*/) const { return std::nullopt; }
};

}  // namespace

std::optional<Box> reach_of(const Item& item) { return std::visit(Reach{}, item); }

bool meet(const Box& one, const Box& other) {
  return one.x <= other.right() && other.x <= one.right() && one.y <= other.bottom() && other.y <= one.bottom();
}

}  // namespace paiban::paint
