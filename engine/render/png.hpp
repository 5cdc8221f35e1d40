#pragma once
// A display list as a PNG, and the quick PNG writer.

#include <cstdint>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "render/context.hpp"
#include "render/pixel_box.hpp"

namespace paiban::render {

/// More pixels than this are refused (512 MiB while drawing): a broadsheet page at 600 dpi is within it.
inline constexpr std::int64_t most_raster_pixels = std::int64_t{128} << 20;

/// The page in RGB at `dpi` (pixels an inch, > 0). Errors: raster_too_large, and as for render_pdf.
[[nodiscard]] Result<std::string> render_png(const paint::DisplayList& page, int dpi, RenderContext& context);

/// `part` of what render_png draws, without drawing the rest: the same but for the smoothing of edges beside the part's own.
/// Errors: as for render_png.
[[nodiscard]] Result<std::string> render_png_part(const paint::DisplayList& page, int dpi, const PixelBox& part,
                                                  RenderContext& context);

/// Pixels 0x00RRGGBB, `stride` apart from row to row, as an 8-bit PNG: gray where all are gray. Made for speed: one IDAT, the
/// quickest compression, no filter.
[[nodiscard]] std::string write_png(std::span<const std::uint32_t> pixels, int width, int height, std::size_t stride, int dpi);

}  // namespace paiban::render
