#include "render/cairo_faces.hpp"

#include <cairo-ft.h>

#include "base/message_table.hpp"

#include FT_MODULE_H

namespace paiban::render {
namespace {

// Cairo may keep a scaled font, and with it the FreeType face, after its last user is gone; it finds faces again by their
// address. So each Cairo face holds a share of its own in the FreeType face and library, given back when Cairo lets go.
void give_back(void* held) {
  auto* face = static_cast<FT_Face>(held);
  FT_Library library = face->glyph->library;
  FT_Done_Face(face);
  FT_Done_Library(library);
}

bool hold(cairo_font_face_t* font_face, FT_Face face) {
  static const cairo_user_data_key_t key{};
  if (FT_Reference_Face(face) != 0 || FT_Reference_Library(face->glyph->library) != 0) return false;
  return cairo_font_face_set_user_data(font_face, &key, face, give_back) == CAIRO_STATUS_SUCCESS;
}

}  // namespace

CairoFaces::CairoFaces(const font::FontCatalogue& fonts)
    : fonts_(fonts), faces_(fonts.faces().size()), options_(cairo_font_options_create()) {
  cairo_font_options_set_hint_style(options_.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options_.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options_.get(), CAIRO_ANTIALIAS_GRAY);
}

Result<cairo_font_face_t*> CairoFaces::take(font::FontId id) {
  FontFaceHandle& place = faces_[id];
  if (!place) {
    const auto face = fonts_.open(id);
    if (!face) return tl::unexpected(face.error());
    FontFaceHandle made(cairo_ft_font_face_create_for_ft_face((*face)->rasteriser(), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    if (!hold(made.get(), (*face)->rasteriser()))
      return tl::unexpected(Diagnostic{Code::output_failed, {}, {"page", "no memory for a face"}, {}, {}});
    place = std::move(made);
  }
  return place.get();
}

}  // namespace paiban::render
