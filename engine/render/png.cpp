#include "render/png.hpp"

#include <algorithm>
#include <vector>

#include "base/message_table.hpp"
#include "render/painter.hpp"
#include "render/png_file.hpp"
#include "render/raster.hpp"

namespace paiban::render {
namespace {

// Drawing a page takes some 4 ms, packing it ten times that: the quickest level, and no filter (text compresses best without).
constexpr int quickest = 1;
constexpr unsigned char no_filter = 0;
constexpr bool is_gray(std::uint32_t pixel) {
  return ((pixel >> 16U) & 0xFFU) == (pixel & 0xFFU) && ((pixel >> 8U) & 0xFFU) == (pixel & 0xFFU);
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

bool all_gray(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride) {
  for (std::size_t row = 0; row < static_cast<std::size_t>(height); ++row)
    if (!std::ranges::all_of(pixels.subspan(row * stride, static_cast<std::size_t>(width)), is_gray)) return false;
  return true;
}

}  // namespace

Result<std::string> render_png(const paint::DisplayList& page, int dpi, RenderContext& context) {
  return render_png_part(page, dpi, pixels_of(page, dpi), context);
}

Result<std::string> render_png_part(const paint::DisplayList& page, int dpi, const PixelBox& part, RenderContext& context) {
  auto raster = rasterised(page, dpi, part, context);
  if (!raster) return tl::unexpected(std::move(raster).error());
  return write_png(raster->pixels(), raster->width, raster->height, raster->stride(), dpi);
}

std::string write_png(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride, int dpi) {
  const bool gray = all_gray(pixels, width, height, stride);
  const PngShape shape{width, height, 8, gray ? PngColour::gray : PngColour::rgb};
  return png_file(shape, dpi, {}, samples_of(pixels, width, height, stride, gray), quickest);
}

}  // namespace paiban::render
