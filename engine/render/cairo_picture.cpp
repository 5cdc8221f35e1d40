#include "render/cairo_picture.hpp"

#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "base/message_table.hpp"
#include "render/painter.hpp"

namespace paiban::render {
namespace {

Result<SurfaceHandle> new_surface(int width, int height) {
  SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure("picture", status));
  return surface;
}

Result<SurfaceHandle> surface_of(const Pixels& pixels) {
  auto surface = new_surface(pixels.width, pixels.height);
  if (!surface) return surface;
  unsigned char* start = cairo_image_surface_get_data(surface->get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface->get()));
  const auto width = static_cast<std::size_t>(pixels.width);
  for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.height); ++row)
    std::memcpy(start + row * stride, &pixels.rows[row * width], width * sizeof(std::uint32_t));
  cairo_surface_mark_dirty(surface->get());
  return surface;
}

// The pixels stay untouched zeros, never paged in: Cairo takes the JPEG in their stead. It was decoded to its end, so Cairo
// cannot fall back to them.
Result<SurfaceHandle> passed_through(const Picture& picture) {
  auto surface = new_surface(picture.info.width, picture.info.height);
  if (!surface) return surface;
  auto bytes = std::make_unique<std::string>(picture.jpeg);
  const auto* start = reinterpret_cast<const unsigned char*>(bytes->data());
  const auto let_go = [](void* held) { delete static_cast<std::string*>(held); };
  const cairo_status_t status =
      cairo_surface_set_mime_data(surface->get(), CAIRO_MIME_TYPE_JPEG, start, bytes->size(), let_go, bytes.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure("picture", status));
  static_cast<void>(bytes.release());
  return surface;
}

}  // namespace

Result<SurfaceHandle> embedded_surface(const Picture& picture) {
  return picture.embeddable ? passed_through(picture) : sampled_surface(picture, picture.info.width);
}

Result<SurfaceHandle> sampled_surface(const Picture& picture, int least_width) {
  if (picture.jpeg.empty()) return surface_of(picture.pixels);
  const auto pixels = decode(picture, least_width);
  if (!pixels) return tl::unexpected(pixels.error());
  return surface_of(*pixels);
}

}  // namespace paiban::render
