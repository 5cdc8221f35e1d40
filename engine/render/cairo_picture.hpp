#pragma once
// Pictures as Cairo surfaces.

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "picture/separation.hpp"
#include "render/handles.hpp"

namespace paiban::render {

/// What a picture is drawn on. PDF and SVG take a JPEG byte for byte where every reader understands it alike.
enum class Canvas : std::uint8_t { pdf, svg, pixels };

/// What pictures become on their way to the press.
struct PressPictures {
  picture::PressColours colours;
  picture::Plates plates = picture::Plates::four;
};

/// The pictures of one document as Cairo surfaces, kept until it is written: Cairo copies the pixels of a source that goes away
/// earlier, and writes a picture only once where it comes by the same surface.
class PictureSurfaces {
 public:
  /// `press`: pictures are separated by it, on Canvas::pdf; nullptr: they are as screens show them. It outlives this.
  explicit PictureSurfaces(Canvas canvas, const PressPictures* press = nullptr) : canvas_(canvas), press_(press) {}

  [[nodiscard]] Canvas canvas() const { return canvas_; }
  [[nodiscard]] const PressPictures* press() const { return press_; }
  /// The picture of `file`, to be stretched to its place: its size in pixels may be another than the picture's.
  /// `least_width`: how many pixels wide the whole of it is drawn, on pixels.
  [[nodiscard]] Result<cairo_surface_t*> take(const std::filesystem::path& file, const picture::Picture& picture, int least_width,
                                              picture::ScreenColours& colours);
  /// How that surface is still to be turned. An SVG's readers may obey Exif by themselves, so it gets pictures turned already.
  [[nodiscard]] picture::Turn turn_of(const picture::Picture& picture) const {
    return canvas_ == Canvas::pdf && picture.embeddable ? picture.turn : picture::Turn::upright;
  }
  /// For a PDF that goes to the press: the part of `item` that is seen, to be stretched over its box.
  [[nodiscard]] Result<cairo_surface_t*> take_separated(const paint::PictureItem& item, const picture::Picture& picture,
                                                        const PressPictures& press, colour::TransformShelf& transforms);

 private:
  struct SeparatedPart {
    std::filesystem::path file;
    picture::PressPlace place;
    picture::Plates plates{};
    SurfaceHandle surface;
  };

  Canvas canvas_;
  const PressPictures* press_;
  std::map<std::filesystem::path, SurfaceHandle> embedded_;
  std::vector<SeparatedPart> separated_;
  SurfaceHandle sampled_;  // the last one
};

}  // namespace paiban::render
