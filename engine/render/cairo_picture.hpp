#pragma once
// Pictures as Cairo surfaces.

#include <cstdint>
#include <filesystem>
#include <map>

#include "base/diagnostic.hpp"
#include "picture/picture.hpp"
#include "render/handles.hpp"

namespace paiban::render {

/// What a picture is drawn on. PDF and SVG take a JPEG byte for byte where every reader understands it alike.
enum class Canvas : std::uint8_t { pdf, svg, pixels };

/// The pictures of one document as Cairo surfaces, kept until it is written: Cairo copies the pixels of a source that goes away
/// earlier, and writes a picture only once where it comes by the same surface.
class PictureSurfaces {
 public:
  explicit PictureSurfaces(Canvas canvas) : canvas_(canvas) {}

  [[nodiscard]] Canvas canvas() const { return canvas_; }
  /// The picture of `file`, to be stretched to its place: its size in pixels may be another than the picture's.
  /// `least_width`: how many pixels wide the whole of it is drawn, on pixels.
  [[nodiscard]] Result<cairo_surface_t*> take(const std::filesystem::path& file, const picture::Picture& picture,
                                              int least_width);

 private:
  Canvas canvas_;
  std::map<std::filesystem::path, SurfaceHandle> embedded_;
  SurfaceHandle sampled_;  // the last one
};

}  // namespace paiban::render
