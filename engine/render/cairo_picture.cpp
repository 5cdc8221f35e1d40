#include "render/cairo_picture.hpp"

#include <algorithm>
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

Result<SurfaceHandle> surface_of(const picture::Pixels& pixels) {
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

// Cairo takes the JPEG in the stead of the pixels, which it never looks at: the JPEG was decoded to its end, so there is no
// falling back to them.
Result<SurfaceHandle> jpeg_surface(std::string jpeg, int width, int height) {
  auto surface = new_surface(width, height);
  if (!surface) return surface;
  auto bytes = std::make_unique<std::string>(std::move(jpeg));
  const auto* start = reinterpret_cast<const unsigned char*>(bytes->data());
  const auto let_go = [](void* held) { delete static_cast<std::string*>(held); };
  const cairo_status_t status =
      cairo_surface_set_mime_data(surface->get(), CAIRO_MIME_TYPE_JPEG, start, bytes->size(), let_go, bytes.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure("picture", status));
  static_cast<void>(bytes.release());
  return surface;
}

// For a PDF, where a picture is a unit square, one pixel will do; as many as the picture has would be copied, 10 MB for a
// photograph. SVG states the size and keeps its proportions.
Result<SurfaceHandle> passed_through(const picture::Picture& picture, Canvas canvas) {
  const bool square = canvas == Canvas::pdf;
  return jpeg_surface(picture.jpeg, square ? 1 : picture.info.width, square ? 1 : picture.info.height);
}

Result<SurfaceHandle> sampled_surface(const picture::Picture& source, int least_width, picture::ScreenColours& colours) {
  const auto pixels = picture::decode(source, least_width, colours);
  if (!pixels) return tl::unexpected(pixels.error());
  return surface_of(*pixels);
}

Result<SurfaceHandle> embedded_surface(const picture::Picture& picture, Canvas canvas, picture::ScreenColours& colours) {
  const bool passes = picture.embeddable && (canvas == Canvas::pdf || picture.turn == picture::Turn::upright);
  return passes ? passed_through(picture, canvas) : sampled_surface(picture, picture.info.width, colours);
}

}  // namespace

Result<cairo_surface_t*> PictureSurfaces::take(const std::filesystem::path& file, const picture::Picture& picture,
                                               int least_width, picture::ScreenColours& colours) {
  const bool embeds = canvas_ != Canvas::pixels;
  SurfaceHandle& place = embeds ? embedded_[file] : sampled_;
  if (embeds && place) return place.get();
  auto surface = embeds ? embedded_surface(picture, canvas_, colours) : sampled_surface(picture, least_width, colours);
  if (!surface) return tl::unexpected(std::move(surface).error());
  place = std::move(*surface);
  return place.get();
}

Result<cairo_surface_t*> PictureSurfaces::take_separated(const paint::PictureItem& item, const picture::Picture& picture,
                                                         const PressPictures& press, colour::TransformShelf& transforms) {
  const picture::PressPlace place{item.crop.left,   item.crop.top,  item.crop.right,
                                  item.crop.bottom, item.box.width, item.box.height};
  const auto same = [&](const SeparatedPart& part) {
    return part.file == item.file && part.place == place && part.plates == press.plates;
  };
  if (const auto found = std::ranges::find_if(separated_, same); found != separated_.end()) return found->surface.get();
  auto separated = picture::separated(picture, place, press.plates, press.colours, transforms);
  if (!separated) return tl::unexpected(std::move(separated).error());
  auto surface = jpeg_surface(std::move(separated->jpeg), 1, 1);
  if (!surface) return tl::unexpected(std::move(surface).error());
  return separated_.emplace_back(SeparatedPart{item.file, place, press.plates, std::move(*surface)}).surface.get();
}

}  // namespace paiban::render
