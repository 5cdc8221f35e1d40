#pragma once
// What all renderings of a run share.

#include <memory>

#include "font/font_catalogue.hpp"
#include "picture/picture.hpp"

namespace paiban::render {

class CairoFaces;

/// The faces as Cairo knows them, made once, and the pictures read so far. `fonts` must outlive it. Keep one for the life of the
/// process: Cairo's glyph caches live and die with its faces.
class RenderContext {
 public:
  explicit RenderContext(const font::FontCatalogue& fonts, picture::PictureShelf pictures = {});
  RenderContext(RenderContext&&) noexcept;
  ~RenderContext();

  [[nodiscard]] picture::PictureShelf& pictures() { return pictures_; }
  /// How inks are shown on screens, and the colour conversions made so far, those for the press too.
  [[nodiscard]] picture::ScreenColours& colours() { return colours_; }
  [[nodiscard]] CairoFaces& faces() { return *faces_; }

 private:
  std::unique_ptr<CairoFaces> faces_;
  picture::PictureShelf pictures_;
  picture::ScreenColours colours_;
};

}  // namespace paiban::render
