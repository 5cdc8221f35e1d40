#include "paint/palette.hpp"

#include <algorithm>
#include <variant>

namespace paiban::paint {
namespace {

struct ColourOf {
  const Colour* operator()(const GlyphRun& run) const { return &run.colour; }
  const Colour* operator()(const Rule& rule) const { return &rule.colour; }
  const Colour* operator()(const Disc& disc) const { return &disc.colour; }
  const Colour* operator()(const Wave& wave) const { return &wave.colour; }
  const Colour* operator()(const Fill& fill) const { return &fill.colour; }
  const Colour* operator()(const PictureItem& /*picture*/) const { return nullptr; }
  const Colour* operator()(const Tag& /*tag*/) const { return nullptr; }
};

}  // namespace

Palette::Palette(std::span<const DisplayList> pages) {
  for (const DisplayList& page : pages)
    for (const Item& item : page.items)
      if (const Colour* colour = std::visit(ColourOf{}, item)) add(colour->inks);
}

void Palette::add(const Inks& inks) {
  if (std::ranges::find(inks_, inks) == inks_.end()) inks_.push_back(inks);
}

std::uint32_t Palette::sentinel_of(const Colour& colour) const {
  const auto found = std::ranges::find(inks_, colour.inks);
  return found == inks_.end() ? 0U : static_cast<std::uint32_t>(found - inks_.begin());
}

}  // namespace paiban::paint
