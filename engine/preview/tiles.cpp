#include "preview/tiles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "paint/item_box.hpp"

namespace paiban::preview {
namespace {

using namespace paint;

/// FNV-1a over 64 bits: quick, and two states of a tile that meet by chance are one in 10^19.
class Digest {
 public:
  Digest& add(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<unsigned char>(number >> static_cast<unsigned>(shift)));
    return *this;
  }
  Digest& add(Length length) { return add(static_cast<std::uint64_t>(length.count())); }
  Digest& add(Ratio ratio) { return add(static_cast<std::uint64_t>(ratio.ten_thousandths)); }
  Digest& add(Point point) { return add(point.x).add(point.y); }
  Digest& add(const Box& box) { return add(box.x).add(box.y).add(box.width).add(box.height); }
  Digest& add(const Colour& colour) { return add(std::uint64_t{colour.screen}); }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void byte(unsigned char byte) { value_ = (value_ ^ byte) * 1'099'511'628'211U; }
  std::uint64_t value_ = 14'695'981'039'346'656'037U;
};

/// What an item looks like. Text and tags are not seen: they count for nothing.
class Looks {
 public:
  explicit Looks(const PictureState& picture_state) : picture_state_(picture_state) {}

  std::uint64_t operator()(const GlyphRun& run) const {
    Digest digest;
    digest.add(std::uint64_t{run.face}).add(run.size).add(run.scale_x).add(std::uint64_t{run.rotated}).add(run.colour);
    for (const PlacedGlyph& glyph : run.glyphs) digest.add(std::uint64_t{glyph.id}).add(glyph.origin);
    return digest.value();
  }
  std::uint64_t operator()(const Rule& rule) const {
    return Digest().add(rule.from).add(rule.to).add(rule.width).add(rule.colour).value();
  }
  std::uint64_t operator()(const Disc& disc) const {
    return Digest().add(disc.centre).add(disc.diameter).add(disc.colour).value();
  }
  std::uint64_t operator()(const Wave& wave) const {
    return Digest().add(wave.from).add(wave.to).add(wave.width).add(wave.swing).add(wave.colour).value();
  }
  std::uint64_t operator()(const Fill& fill) const { return Digest().add(fill.box).add(fill.colour).value(); }
  std::uint64_t operator()(const PictureItem& picture) const {
    return Digest()
        .add(picture.box)
        .add(picture.crop.left)
        .add(picture.crop.top)
        .add(picture.crop.right)
        .add(picture.crop.bottom)
        .add(picture.file.empty() ? 0 : picture_state_(picture.file))
        .value();
  }
  std::uint64_t operator()(const Tag& /*tag*/) const { return 0; }

 private:
  const PictureState& picture_state_;
};

int parts_of(int pixels) { return (pixels + tile_side - 1) / tile_side; }

/// Which tiles of a side a stretch of the page touches; smoothing of edges may reach a pixel further.
struct Stretch {
  int first = 0, last = 0;
};
Stretch stretch(Length from, Length to, int dpi, int tiles) {
  const auto pixel = [dpi](Length length) {
    return static_cast<int>(scale_rounded(length.count(), dpi, Length::units_per_point * 72));
  };
  return {std::clamp((pixel(from) - 2) / tile_side, 0, tiles - 1), std::clamp((pixel(to) + 2) / tile_side, 0, tiles - 1)};
}

}  // namespace

TileGrid tile_grid(const DisplayList& page, int dpi, const PictureState& picture_state) {
  const render::PixelBox whole = render::pixels_of(page, dpi);
  TileGrid grid{dpi, whole.width, whole.height, parts_of(whole.width), parts_of(whole.height), {}};
  std::vector<Digest> digests(static_cast<std::size_t>(grid.columns * grid.rows));
  const Looks looks(picture_state);
  for (const Item& item : page.items) {
    const auto reach = reach_of(item);
    if (!reach) continue;
    const std::uint64_t look = std::visit(looks, item);
    const Stretch across = stretch(reach->x, reach->right(), dpi, grid.columns);
    const Stretch down = stretch(reach->y, reach->bottom(), dpi, grid.rows);
    for (int row = down.first; row <= down.last; ++row)
      for (int column = across.first; column <= across.last; ++column)
        digests[static_cast<std::size_t>(row * grid.columns + column)].add(look);
  }
  for (const Digest& digest : digests) grid.keys.push_back(fmt::format("{:016x}", digest.value()));
  return grid;
}

render::PixelBox tile_box(const TileGrid& grid, int index) {
  const int x = index % grid.columns * tile_side, y = index / grid.columns * tile_side;
  return {x, y, std::min(tile_side, grid.width - x), std::min(tile_side, grid.height - y)};
}

}  // namespace paiban::preview
