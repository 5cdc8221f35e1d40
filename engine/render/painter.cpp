#include "render/painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <variant>
#include <vector>

#include "base/message_table.hpp"
#include "paint/item_box.hpp"
#include "paint/stretches.hpp"
#include "render/cairo_faces.hpp"

namespace paiban::render {
namespace {

constexpr double crossed_box_line = 0.35;  // points: a hairline, the thinnest that newsprint holds
constexpr double most_byte = 255.0;
// Cairo takes the names of structure types alone; finish/ puts the right one in its place.
constexpr const char* mark = "P";

constexpr double in_ones(Ratio ratio) { return static_cast<double>(ratio.ten_thousandths) / 10'000.0; }

/// What stays the same from run to run is not set again: Cairo looks a scaled font up anew each time.
struct Lettering {
  std::uint16_t face = 0;
  Length size;
  Ratio scale_x;
  bool rotated = false;
  friend bool operator==(const Lettering&, const Lettering&) = default;
};

// Cairo's font space is the page's: x to the right, y downwards. Scaled along the line, then turned.
cairo_matrix_t matrix_of(const Lettering& lettering) {
  const double high = in_points(lettering.size);
  const double wide = high * in_ones(lettering.scale_x);
  cairo_matrix_t matrix;
  if (lettering.rotated) {
    cairo_matrix_init(&matrix, 0, wide, -high, 0, 0, 0);
  } else {
    cairo_matrix_init(&matrix, wide, 0, 0, high, 0, 0);
  }
  return matrix;
}

/// Draws item after item. A failure of Cairo's sticks to its context and is looked at in the end.
class Painter {
 public:
  Painter(cairo_t* cairo, double scale, PictureSurfaces& pictures, RenderContext& context, const paint::Palette* palette)
      : cairo_(cairo), scale_(scale), pictures_(pictures), context_(context), palette_(palette) {
    cairo_set_font_options(cairo, context.faces().options());
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
  }

  Result<void> operator()(const paint::GlyphRun& run);
  Result<void> operator()(const paint::Rule& rule);
  Result<void> operator()(const paint::Disc& disc);
  Result<void> operator()(const paint::Wave& wave);
  Result<void> operator()(const paint::Fill& fill);
  Result<void> operator()(const paint::PictureItem& item);
  Result<void> operator()(const paint::Tag& /*tag*/) { return {}; }  // structure is the finished PDF's, not the drawing's

 private:
  Result<void> choose(const Lettering& lettering);
  void dip(const paint::Colour& colour);
  void draw_crossed_box(const Box& box);
  Result<void> draw_cropped(const paint::PictureItem& item, const picture::Picture& picture);
  Result<void> draw_separated(const paint::PictureItem& item, const picture::Picture& picture);
  void show(cairo_surface_t* surface, double width, double height, picture::Turn turn);

  cairo_t* cairo_;
  double scale_;
  PictureSurfaces& pictures_;
  RenderContext& context_;
  const paint::Palette* palette_;  // nullptr: for the screen
  Lettering lettering_;
  bool chosen_ = false;  // whether Cairo knows of lettering_
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> clusters_;
};

void Painter::dip(const paint::Colour& colour) {
  const std::uint32_t rgb = palette_ != nullptr ? palette_->sentinel_of(colour) : colour.screen;
  const auto part = [rgb](unsigned shift) { return ((rgb >> shift) & 0xFFU) / most_byte; };
  cairo_set_source_rgb(cairo_, part(16), part(8), part(0));
}

Result<void> Painter::choose(const Lettering& lettering) {
  if (chosen_ && lettering == lettering_) return {};
  const auto face = context_.faces().take(lettering.face);
  if (!face) return tl::unexpected(face.error());
  const cairo_matrix_t matrix = matrix_of(lettering);
  cairo_set_font_face(cairo_, *face);
  cairo_set_font_matrix(cairo_, &matrix);
  lettering_ = lettering;
  chosen_ = true;
  return {};
}

Result<void> Painter::operator()(const paint::GlyphRun& run) {
  if (run.glyphs.empty()) return {};
  if (auto chosen = choose({run.face, run.size, run.scale_x, run.rotated}); !chosen) return chosen;
  dip(run.colour);
  glyphs_.clear();
  for (const paint::PlacedGlyph& glyph : run.glyphs)
    glyphs_.push_back({glyph.id, in_points(glyph.origin.x), in_points(glyph.origin.y)});
  clusters_.clear();
  for (const paint::Cluster& cluster : run.clusters) clusters_.push_back({cluster.bytes, cluster.glyphs});
  // Always with the text: from glyphs alone Cairo would guess it, and guess radicals and U+FFFD.
  cairo_show_text_glyphs(cairo_, run.text.data(), static_cast<int>(run.text.size()), glyphs_.data(),
                         static_cast<int>(glyphs_.size()), clusters_.data(), static_cast<int>(clusters_.size()),
                         cairo_text_cluster_flags_t{});
  return {};
}

Result<void> Painter::operator()(const paint::Rule& rule) {
  dip(rule.colour);
  cairo_set_line_width(cairo_, in_points(rule.width));
  cairo_move_to(cairo_, in_points(rule.from.x), in_points(rule.from.y));
  cairo_line_to(cairo_, in_points(rule.to.x), in_points(rule.to.y));
  cairo_stroke(cairo_);
  return {};
}

Result<void> Painter::operator()(const paint::Disc& disc) {
  dip(disc.colour);
  cairo_arc(cairo_, in_points(disc.centre.x), in_points(disc.centre.y), in_points(disc.diameter) / 2, 0, 2 * std::numbers::pi);
  cairo_fill(cairo_);
  return {};
}

// Half wave by half wave, each a cubic that leaves and meets the centre line as a sine does.
Result<void> Painter::operator()(const paint::Wave& wave) {
  constexpr double handle = 0.3642;  // of a half wave: with it the cubic is nearest to a sine
  constexpr double bow = 4.0 / 3.0;  // a cubic's top is three quarters of its handles' height
  const double x = in_points(wave.from.x), y = in_points(wave.from.y);
  const int halves = 2 * std::max(wave.waves, 1);
  const double step_x = (in_points(wave.to.x) - x) / halves, step_y = (in_points(wave.to.y) - y) / halves;
  const double swing = in_points(wave.swing) * bow;
  const bool down = wave.from.x == wave.to.x;
  dip(wave.colour);
  cairo_set_line_width(cairo_, in_points(wave.width));
  cairo_move_to(cairo_, x, y);
  for (int i = 0; i < halves; ++i) {
    const double side = i % 2 == 0 ? -swing : swing;
    const double side_x = down ? side : 0.0, side_y = down ? 0.0 : side;
    cairo_curve_to(cairo_, x + step_x * (i + handle) + side_x, y + step_y * (i + handle) + side_y,
                   x + step_x * (i + 1 - handle) + side_x, y + step_y * (i + 1 - handle) + side_y, x + step_x * (i + 1),
                   y + step_y * (i + 1));
  }
  cairo_stroke(cairo_);
  return {};
}

Result<void> Painter::operator()(const paint::Fill& fill) {
  dip(fill.colour);
  cairo_rectangle(cairo_, in_points(fill.box.x), in_points(fill.box.y), in_points(fill.box.width), in_points(fill.box.height));
  cairo_fill(cairo_);
  return {};
}

void Painter::draw_crossed_box(const Box& box) {
  const double left = in_points(box.x);
  const double top = in_points(box.y);
  const double right = in_points(box.right());
  const double bottom = in_points(box.bottom());
  dip({"black"});
  cairo_set_line_width(cairo_, crossed_box_line);
  cairo_rectangle(cairo_, left, top, right - left, bottom - top);
  cairo_move_to(cairo_, left, top);
  cairo_line_to(cairo_, right, bottom);
  cairo_move_to(cairo_, right, top);
  cairo_line_to(cairo_, left, bottom);
  cairo_stroke(cairo_);
}

/// From the unit square of a stored picture to that of the picture as it is seen.
cairo_matrix_t matrix_of(picture::Turn turn) {
  const double x = picture::mirrors_x(turn) ? -1 : 1, y = picture::mirrors_y(turn) ? -1 : 1;
  const double from_x = x < 0 ? 1 : 0, from_y = y < 0 ? 1 : 0;
  cairo_matrix_t matrix;
  if (picture::swaps_axes(turn)) {
    cairo_matrix_init(&matrix, 0, x, y, 0, from_y, from_x);
  } else {
    cairo_matrix_init(&matrix, x, 0, 0, y, from_x, from_y);
  }
  return matrix;
}

Result<void> Painter::operator()(const paint::PictureItem& item) {
  const Result<picture::Picture>* picture = item.file.empty() ? nullptr : &context_.pictures().take(item.file);
  const bool nothing_seen = item.crop.right <= item.crop.left || item.crop.bottom <= item.crop.top;
  if (picture == nullptr || !*picture || nothing_seen) {
    draw_crossed_box(item.box);
    return {};
  }
  return pictures_.press() != nullptr ? draw_separated(item, **picture) : draw_cropped(item, **picture);
}

// The crop is stretched over the box, the rest of the picture clipped away.
Result<void> Painter::draw_cropped(const paint::PictureItem& item, const picture::Picture& picture) {
  const double width = in_points(item.box.width) / in_ones(item.crop.right - item.crop.left);  // of the whole picture
  const double height = in_points(item.box.height) / in_ones(item.crop.bottom - item.crop.top);
  const int least_width = static_cast<int>(std::ceil(std::min(width * scale_, double{picture::most_side})));
  const auto surface = pictures_.take(item.file, picture, least_width, context_.colours());
  if (!surface) return tl::unexpected(surface.error());
  cairo_save(cairo_);
  cairo_rectangle(cairo_, in_points(item.box.x), in_points(item.box.y), in_points(item.box.width), in_points(item.box.height));
  cairo_clip(cairo_);
  cairo_translate(cairo_, in_points(item.box.x) - width * in_ones(item.crop.left),
                  in_points(item.box.y) - height * in_ones(item.crop.top));
  show(*surface, width, height, pictures_.turn_of(picture));
  cairo_restore(cairo_);
  chosen_ = false;  // the restore brought back the font of before
  return {};
}

Result<void> Painter::draw_separated(const paint::PictureItem& item, const picture::Picture& picture) {
  const auto surface = pictures_.take_separated(item, picture, *pictures_.press(), context_.colours().transforms);
  if (!surface) return tl::unexpected(surface.error());
  cairo_save(cairo_);
  cairo_translate(cairo_, in_points(item.box.x), in_points(item.box.y));
  show(*surface, in_points(item.box.width), in_points(item.box.height), picture::Turn::upright);
  cairo_restore(cairo_);
  chosen_ = false;
  return {};
}

/// Paints `surface` over `width` by `height` from the origin.
void Painter::show(cairo_surface_t* surface, double width, double height, picture::Turn turn) {
  const double across = cairo_image_surface_get_width(surface), down = cairo_image_surface_get_height(surface);
  if (turn == picture::Turn::upright) {
    cairo_scale(cairo_, width / across, height / down);
  } else {
    const cairo_matrix_t matrix = matrix_of(turn);
    cairo_scale(cairo_, width, height);
    cairo_transform(cairo_, &matrix);
    cairo_scale(cairo_, 1 / across, 1 / down);
  }
  cairo_set_source_surface(cairo_, surface, 0, 0);
  // Without it the outermost pixels would fade into nothing; in a PDF it would only make the file complicated.
  if (pictures_.canvas() == Canvas::pixels) cairo_pattern_set_extend(cairo_get_source(cairo_), CAIRO_EXTEND_PAD);
  cairo_paint(cairo_);
}

Result<void> sound(cairo_t* cairo) {
  if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS) return tl::unexpected(failure("page", cairo_status(cairo)));
  return {};
}

}  // namespace

Result<void> draw(const paint::DisplayList& page, cairo_t* cairo, double scale, PictureSurfaces& pictures, RenderContext& context,
                  const paint::Palette* palette, Marks marks) {
  Painter painter(cairo, scale, pictures, context, palette);
  for (const paint::Stretch& stretch : paint::stretches_of(page)) {
    if (marks == Marks::stretches) cairo_tag_begin(cairo, mark, nullptr);
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
      if (auto drawn = std::visit(painter, page.items[i]); !drawn) return drawn;
    if (marks == Marks::stretches) cairo_tag_end(cairo, mark);
  }
  return sound(cairo);
}

Result<void> draw_part(const paint::DisplayList& page, const Box& part, cairo_t* cairo, double scale, PictureSurfaces& pictures,
                       RenderContext& context) {
  Painter painter(cairo, scale, pictures, context, nullptr);
  for (const paint::Item& item : page.items) {
    const auto reach = paint::reach_of(item);
    if (!reach || !paint::meet(*reach, part)) continue;
    if (auto drawn = std::visit(painter, item); !drawn) return drawn;
  }
  return sound(cairo);
}

Diagnostic failure(const char* thing, cairo_status_t status) {
  return Diagnostic{Code::output_failed, {}, {thing, cairo_status_to_string(status)}, {}, {}};
}

}  // namespace paiban::render
