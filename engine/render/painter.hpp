#pragma once
// Draws a display list with Cairo: the one place where lengths become floating point.

#include <cstdint>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "paint/palette.hpp"
#include "render/cairo_picture.hpp"
#include "render/context.hpp"
#include "render/handles.hpp"

namespace paiban::render {

/// Whether a drawing says which operators are one stretch of the page (paint::stretches_of), for finish/ to say what it is.
enum class Marks : std::uint8_t { none, stretches };

/// Draws everything of `page`; the surface's unit is the point. `scale`: pixels a point, where pictures are sampled. With a
/// palette in its colours instead of the screen's. Marks are for PDF alone.
[[nodiscard]] Result<void> draw(const paint::DisplayList& page, cairo_t* cairo, double scale, PictureSurfaces& pictures,
                                RenderContext& context, const paint::Palette* palette = nullptr, Marks marks = Marks::none);

/// The same of what reaches into `part` alone.
[[nodiscard]] Result<void> draw_part(const paint::DisplayList& page, const Box& part, cairo_t* cairo, double scale,
                                     PictureSurfaces& pictures, RenderContext& context);

/// The diagnostic for a `thing` ("PDF") that could not be made.
[[nodiscard]] Diagnostic failure(const char* thing, cairo_status_t status);

[[nodiscard]] constexpr double in_points(Length length) {
  return static_cast<double>(length.count()) / static_cast<double>(Length::units_per_point);
}

}  // namespace paiban::render
