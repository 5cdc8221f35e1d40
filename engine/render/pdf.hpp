#pragma once
// Display lists as a PDF.

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "paint/display_list.hpp"
#include "paint/palette.hpp"
#include "render/cairo_packing.hpp"
#include "render/cairo_picture.hpp"
#include "render/context.hpp"
#include "render/painter.hpp"

namespace paiban::render {

/// A drawing for the press: on a larger sheet, in colours that finish/ knows the inks of.
struct PressSheet {
  Length bleed;  ///< 出血: what the sheet has beyond the page on every side
  const paint::Palette* palette = nullptr;
  const PressPictures* pictures = nullptr;  ///< how pictures are separated; nullptr: they are as screens show them
};

/// One page a list, in order; title and date are the first list's. The same lists give the same bytes anywhere and at any time.
/// A picture without a file, or one that read_picture refuses, is a crossed box: to report it is the business of whoever
/// asked for it first. Errors: those of FontCatalogue::open, and output_failed, which is a fault of ours.
[[nodiscard]] Result<std::string> render_pdf(std::span<const paint::DisplayList> pages, RenderContext& context,
                                             const PressSheet& press = {}, Marks marks = Marks::none,
                                             Packing packing = Packing::quick);

/// Whether `bytes` are a whole PDF file of Cairo's kind: header, end mark, and a cross-reference table that names every object
/// where it stands (ISO 32000-1, 7.5). Cairo reports no error when the end of a file is lost, so we look.
[[nodiscard]] bool is_whole_pdf(std::string_view bytes);

}  // namespace paiban::render
