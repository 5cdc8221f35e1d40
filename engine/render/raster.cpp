#include "render/raster.hpp"

#include <algorithm>
#include <utility>

#include "base/message_table.hpp"
#include "render/painter.hpp"
#include "render/png.hpp"

namespace paiban::render {
namespace {

constexpr int most_raster_side = 32'767;  // Cairo's own
constexpr double points_per_inch = 72.0;

// A pixel more on every side: what smoothing of edges may touch.
Box in_lengths(const PixelBox& part, int dpi) {
  const auto length = [dpi](int pixels) { return Length::units(scale_rounded(pixels, Length::units_per_point * 72, dpi)); };
  return {length(part.x - 1), length(part.y - 1), length(part.width + 2), length(part.height + 2)};
}

Result<void> draw_raster(const paint::DisplayList& page, int dpi, const PixelBox& part, cairo_surface_t* surface,
                         RenderContext& context) {
  const double scale = dpi / points_per_inch;
  const CairoHandle cairo(cairo_create(surface));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_translate(cairo.get(), -part.x, -part.y);
  cairo_scale(cairo.get(), scale, scale);
  PictureSurfaces pictures(Canvas::pixels);
  return draw_part(page, in_lengths(part, dpi), cairo.get(), scale, pictures, context);
}

}  // namespace

std::size_t Raster::stride() const {
  return static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())) / sizeof(std::uint32_t);
}

std::span<std::uint32_t> Raster::pixels() {
  // Cairo's pixels of this format are 32-bit numbers, its rows a whole number of them.
  auto* pixels = reinterpret_cast<std::uint32_t*>(cairo_image_surface_get_data(surface.get()));
  return {pixels, stride() * static_cast<std::size_t>(height)};
}

int in_pixels(Length length, int dpi) {
  return static_cast<int>(scale_rounded(length.count(), dpi, Length::units_per_point * 72));
}

PixelBox pixels_of(const paint::DisplayList& page, int dpi) {
  return {0, 0, std::max(1, in_pixels(page.width, dpi)), std::max(1, in_pixels(page.height, dpi))};
}

Result<Raster> rasterised(const paint::DisplayList& page, int dpi, const PixelBox& part, RenderContext& context) {
  Raster raster{part.width, part.height, {}};
  if (raster.width > most_raster_side || raster.height > most_raster_side ||
      std::int64_t{raster.width} * raster.height > most_raster_pixels)
    return tl::unexpected(
        Diagnostic{Code::raster_too_large, {}, {std::to_string(raster.width), std::to_string(raster.height)}, {}, {}});
  raster.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, raster.height));
  if (auto drawn = draw_raster(page, dpi, part, raster.surface.get(), context); !drawn) return tl::unexpected(drawn.error());
  cairo_surface_flush(raster.surface.get());
  return raster;
}

}  // namespace paiban::render
