#include "render/png.hpp"

#include <libdeflate.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/message_table.hpp"
#include "render/painter.hpp"

namespace paiban::render {
namespace {

// Drawing a page takes some 4 ms, packing it ten times that: the quickest level, and no filter (text compresses best without).
constexpr int quickest = 1;
constexpr unsigned char no_filter = 0;
constexpr int most_raster_side = 32'767;  // Cairo's own
constexpr double points_per_inch = 72.0;

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
constexpr char gray_type = 0;
constexpr char rgb_type = 2;
constexpr char bits_per_sample = 8;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using CompressorHandle = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

constexpr bool is_gray(std::uint32_t pixel) {
  return ((pixel >> 16U) & 0xFFU) == (pixel & 0xFFU) && ((pixel >> 8U) & 0xFFU) == (pixel & 0xFFU);
}

void append_number(std::string& to, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) to.push_back(static_cast<char>(static_cast<unsigned char>(number >> shift)));
}

void append_chunk(std::string& png, std::string_view type, std::string_view data) {
  append_number(png, static_cast<std::uint32_t>(data.size()));
  const std::size_t start = png.size();
  png += type;
  png += data;
  append_number(png, libdeflate_crc32(0, png.data() + start, png.size() - start));
}

std::string header_of(int width, int height, bool gray) {
  std::string data;
  append_number(data, static_cast<std::uint32_t>(width));
  append_number(data, static_cast<std::uint32_t>(height));
  data += {bits_per_sample, gray ? gray_type : rgb_type, 0, 0, 0};  // deflate, the usual filters, not interlaced
  return data;
}

std::string resolution_of(int dpi) {
  constexpr std::int64_t inches_per_254_metres = 10'000;
  const auto per_metre = static_cast<std::uint32_t>(scale_rounded(dpi, inches_per_254_metres, 254));
  std::string data;
  append_number(data, per_metre);
  append_number(data, per_metre);
  data.push_back(1);  // the unit is the metre
  return data;
}

std::vector<unsigned char> samples_of(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride,
                                      bool gray) {
  const auto columns = static_cast<std::size_t>(width);
  std::vector<unsigned char> samples((columns * (gray ? 1 : 3) + 1) * static_cast<std::size_t>(height));
  unsigned char* to = samples.data();
  for (std::size_t row = 0; row < static_cast<std::size_t>(height); ++row) {
    *to++ = no_filter;
    for (const std::uint32_t pixel : pixels.subspan(row * stride, columns)) {
      if (!gray) {
        *to++ = static_cast<unsigned char>(pixel >> 16U);
        *to++ = static_cast<unsigned char>(pixel >> 8U);
      }
      *to++ = static_cast<unsigned char>(pixel);
    }
  }
  return samples;
}

std::string pack(const std::vector<unsigned char>& samples) {
  const CompressorHandle compressor(libdeflate_alloc_compressor(quickest));
  std::string packed(libdeflate_zlib_compress_bound(compressor.get(), samples.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), samples.data(), samples.size(), packed.data(), packed.size()));
  return packed;
}

bool all_gray(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride) {
  for (std::size_t row = 0; row < static_cast<std::size_t>(height); ++row)
    if (!std::ranges::all_of(pixels.subspan(row * stride, static_cast<std::size_t>(width)), is_gray)) return false;
  return true;
}

int in_pixels(Length length, int dpi) {
  return static_cast<int>(scale_rounded(length.count(), dpi, Length::units_per_point * 72));
}

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

PixelBox pixels_of(const paint::DisplayList& page, int dpi) {
  return {0, 0, std::max(1, in_pixels(page.width, dpi)), std::max(1, in_pixels(page.height, dpi))};
}

Result<std::string> render_png(const paint::DisplayList& page, int dpi, RenderContext& context) {
  return render_png_part(page, dpi, pixels_of(page, dpi), context);
}

Result<std::string> render_png_part(const paint::DisplayList& page, int dpi, const PixelBox& part, RenderContext& context) {
  if (part.width > most_raster_side || part.height > most_raster_side ||
      std::int64_t{part.width} * part.height > most_raster_pixels)
    return tl::unexpected(
        Diagnostic{Code::raster_too_large, {}, {std::to_string(part.width), std::to_string(part.height)}, {}, {}});
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, part.width, part.height));
  if (auto drawn = draw_raster(page, dpi, part, surface.get(), context); !drawn) return tl::unexpected(drawn.error());
  cairo_surface_flush(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())) / sizeof(std::uint32_t);
  // Cairo's pixels of this format are 32-bit numbers, its rows a whole number of them.
  const auto* pixels = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()));
  return write_png({pixels, stride * static_cast<std::size_t>(part.height)}, part.width, part.height, stride, dpi);
}

std::string write_png(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride, int dpi) {
  const bool gray = all_gray(pixels, width, height, stride);
  std::string png(signature);
  append_chunk(png, "IHDR", header_of(width, height, gray));
  append_chunk(png, "pHYs", resolution_of(dpi));
  append_chunk(png, "IDAT", pack(samples_of(pixels, width, height, stride, gray)));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace paiban::render
