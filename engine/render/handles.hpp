#pragma once
// Owners of Cairo's objects.

#include <cairo.h>

#include <memory>

namespace paiban::render {

struct CloseSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct CloseCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct CloseFontFace {
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
struct CloseFontOptions {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, CloseSurface>;
using CairoHandle = std::unique_ptr<cairo_t, CloseCairo>;
using FontFaceHandle = std::unique_ptr<cairo_font_face_t, CloseFontFace>;
using FontOptionsHandle = std::unique_ptr<cairo_font_options_t, CloseFontOptions>;

}  // namespace paiban::render
