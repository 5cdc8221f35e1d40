#include "render/pdf.hpp"

#include <cairo-pdf.h>

#include <utility>

#include "base/message_table.hpp"
#include "render/byte_sink.hpp"
#include "render/painter.hpp"

namespace paiban::render {
namespace {

constexpr const char* kind = "PDF";

// The date, midnight, without a zone: Cairo would take the clock.
void set_metadata(cairo_surface_t* surface, const paint::DisplayList& first) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "paiban");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, (first.date + "T00:00:00").c_str());
}

Result<void> draw_pages(std::span<const paint::DisplayList> pages, cairo_surface_t* surface, PictureSurfaces& pictures,
                        RenderContext& context, const PressSheet& press, Marks marks) {
  const CairoHandle cairo(cairo_create(surface));
  const double bleed = in_points(press.bleed);
  cairo_translate(cairo.get(), bleed, bleed);
  for (const paint::DisplayList& page : pages) {
    cairo_pdf_surface_set_size(surface, in_points(page.width) + 2 * bleed, in_points(page.height) + 2 * bleed);
    if (auto drawn = draw(page, cairo.get(), 1, pictures, context, press.palette, marks); !drawn) return drawn;
    cairo_show_page(cairo.get());
  }
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure(kind, cairo_status(cairo.get())));
  return {};
}

}  // namespace

Result<std::string> render_pdf(std::span<const paint::DisplayList> pages, RenderContext& context, const PressSheet& press,
                               Marks marks, Packing packing) {
  if (pages.empty()) return tl::unexpected(Diagnostic{Code::output_failed, {}, {kind, "no pages"}, {}, {}});
  const PackingScope as_wished(packing);
  ByteSink sink;
  PictureSurfaces pictures(Canvas::pdf, press.pictures);
  const paint::DisplayList& first = pages.front();
  const SurfaceHandle surface(
      cairo_pdf_surface_create_for_stream(ByteSink::write, &sink, in_points(first.width), in_points(first.height)));
  set_metadata(surface.get(), first);
  if (auto drawn = draw_pages(pages, surface.get(), pictures, context, press, marks); !drawn)
    return tl::unexpected(drawn.error());
  cairo_surface_finish(surface.get());
  const cairo_status_t status = sink.failed() ? CAIRO_STATUS_WRITE_ERROR : cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure(kind, status));
  std::string bytes = sink.take();
  if (!is_whole_pdf(bytes)) return tl::unexpected(Diagnostic{Code::output_failed, {}, {kind, "its end is missing"}, {}, {}});
  return bytes;
}

}  // namespace paiban::render
