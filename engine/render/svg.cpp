#include "render/svg.hpp"

#include <cairo-svg.h>

#include <map>
#include <string_view>

#include "base/message_table.hpp"
#include "render/byte_sink.hpp"
#include "render/painter.hpp"

namespace paiban::render {
namespace {

constexpr const char* kind = "SVG";
constexpr std::string_view digits = "0123456789";

/// Cairo numbers its surfaces through the life of the process: the second page of a run would differ from the same page
/// alone. They are numbered anew in the order in which they appear.
class Renumbering {
 public:
  explicit Renumbering(std::string_view word) : word_(word) {}
  [[nodiscard]] std::string apply(std::string_view svg);

 private:
  std::string_view word_;
  std::map<std::string, std::string, std::less<>> numbers_;
};

std::string Renumbering::apply(std::string_view svg) {
  std::string out;
  out.reserve(svg.size());
  for (auto at = svg.find(word_); at != std::string_view::npos; at = svg.find(word_)) {
    out += svg.substr(0, at + word_.size());
    svg.remove_prefix(at + word_.size());
    const std::string_view number = svg.substr(0, svg.find_first_not_of(digits));
    if (number.empty()) continue;
    out += numbers_.try_emplace(std::string(number), std::to_string(numbers_.size() + 1)).first->second;
    svg.remove_prefix(number.size());
  }
  out += svg;
  return out;
}

}  // namespace

Result<std::string> render_svg(const paint::DisplayList& page, RenderContext& context) {
  ByteSink sink;
  const SurfaceHandle surface(
      cairo_svg_surface_create_for_stream(ByteSink::write, &sink, in_points(page.width), in_points(page.height)));
  {
    const CairoHandle cairo(cairo_create(surface.get()));
    if (auto drawn = draw(page, cairo.get(), PictureUse::embed, 1, context); !drawn) return tl::unexpected(drawn.error());
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = sink.failed() ? CAIRO_STATUS_WRITE_ERROR : cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure(kind, status));
  const std::string bytes = sink.take();
  if (!bytes.ends_with("</svg>\n"))
    return tl::unexpected(Diagnostic{Code::output_failed, {}, {kind, "its end is missing"}, {}, {}});
  return Renumbering("surface").apply(bytes);
}

}  // namespace paiban::render
