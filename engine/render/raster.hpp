#pragma once
// A display list as pixels.

#include <cstdint>
#include <span>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "render/context.hpp"
#include "render/handles.hpp"
#include "render/pixel_box.hpp"

namespace paiban::render {

/// Pixels 0x00RRGGBB, row by row from the top, `stride` apart from row to row.
struct Raster {
  int width = 0, height = 0;
  SurfaceHandle surface;

  [[nodiscard]] std::size_t stride() const;
  [[nodiscard]] std::span<std::uint32_t> pixels();
};

/// `part` of the page, on white. Errors: raster_too_large, and as for render_pdf.
[[nodiscard]] Result<Raster> rasterised(const paint::DisplayList& page, int dpi, const PixelBox& part, RenderContext& context);

}  // namespace paiban::render
