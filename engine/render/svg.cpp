#include "render/svg.hpp"

#include <cairo-svg.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/message_table.hpp"
#include "render/byte_sink.hpp"
#include "render/painter.hpp"

namespace paiban::render {
namespace {

constexpr const char* kind = "SVG";
constexpr std::string_view digits = "0123456789";

/// Where Cairo writes the name of a surface: as an id or a reference to one. Not the bare words: a picture's base64 may spell
/// them.
constexpr auto names = std::to_array<std::string_view>({"\"surface", "#surface", "\"image", "#image"});

/// The name that begins at the first quote or hash of `svg`; empty where there is none.
std::string_view name_at(std::string_view svg) {
  const auto found = std::ranges::find_if(names, [svg](std::string_view name) { return svg.starts_with(name); });
  return found == names.end() ? std::string_view{} : *found;
}

/// Cairo numbers its surfaces through the life of the process: the second page of a run would differ from the same page
/// alone. They are numbered anew in the order in which they appear.
std::string renumbered(std::string_view svg) {
  std::map<std::string, std::size_t, std::less<>> numbers;
  std::string out;
  out.reserve(svg.size());
  while (!svg.empty()) {
    const auto before = std::min(svg.find_first_of("\"#"), svg.size());
    out += svg.substr(0, before);
    svg.remove_prefix(before);
    const std::string_view name = name_at(svg);
    const std::string_view number = svg.substr(name.size(), svg.substr(name.size()).find_first_not_of(digits));
    if (name.empty() || number.empty()) {
      out += svg.substr(0, 1);
      svg.remove_prefix(std::min<std::size_t>(1, svg.size()));
      continue;
    }
    out += name;
    out += std::to_string(numbers.try_emplace(std::string(number), numbers.size() + 1).first->second);
    svg.remove_prefix(name.size() + number.size());
  }
  return out;
}

}  // namespace

Result<std::string> render_svg(const paint::DisplayList& page, RenderContext& context) {
  ByteSink sink;
  PictureSurfaces pictures(Canvas::svg);
  const SurfaceHandle surface(
      cairo_svg_surface_create_for_stream(ByteSink::write, &sink, in_points(page.width), in_points(page.height)));
  {
    const CairoHandle cairo(cairo_create(surface.get()));
    if (auto drawn = draw(page, cairo.get(), 1, pictures, context); !drawn) return tl::unexpected(drawn.error());
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = sink.failed() ? CAIRO_STATUS_WRITE_ERROR : cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure(kind, status));
  const std::string bytes = sink.take();
  if (!bytes.ends_with("</svg>\n"))
    return tl::unexpected(Diagnostic{Code::output_failed, {}, {kind, "its end is missing"}, {}, {}});
  return renumbered(bytes);
}

}  // namespace paiban::render
