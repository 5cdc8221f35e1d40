#pragma once
// The catalogue's faces as Cairo knows them.

#include <vector>

#include "base/diagnostic.hpp"
#include "font/font_catalogue.hpp"
#include "render/handles.hpp"

namespace paiban::render {

class CairoFaces {
 public:
  explicit CairoFaces(const font::FontCatalogue& fonts);

  /// The face `id`, made on its first use. Errors: those of FontCatalogue::open, output_failed.
  [[nodiscard]] Result<cairo_font_face_t*> take(font::FontId id);

  /// No hinting anywhere: a glyph is as wide as the engine measured it, at every size and resolution.
  [[nodiscard]] const cairo_font_options_t* options() const { return options_.get(); }

 private:
  const font::FontCatalogue& fonts_;
  std::vector<FontFaceHandle> faces_;  // by FontId
  FontOptionsHandle options_;
};

}  // namespace paiban::render
