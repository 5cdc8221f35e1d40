#include "render/dump.hpp"

#include <fmt/format.h>

#include <array>
#include <variant>

namespace paiban::render {
namespace {

constexpr int decimals = 4;

std::string number(Ratio ratio) { return decimal(ratio.ten_thousandths, Ratio::one().ten_thousandths, decimals); }

/// In quotes, on one line whatever is in it.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string words(const Point& point) { return to_points(point.x) + ' ' + to_points(point.y); }
std::string words(const Box& box) {
  return words(Point{box.x, box.y}) + ' ' + to_points(box.width) + ' ' + to_points(box.height);
}

/// Writes an item's line.
struct Writer {
  const font::FontCatalogue& fonts;

  std::string operator()(const paint::GlyphRun& run) const;
  std::string operator()(const paint::Rule& rule) const {
    return fmt::format("rule {} {} {} {}", words(rule.from), words(rule.to), to_points(rule.width), rule.colour.swatch);
  }
  std::string operator()(const paint::Disc& disc) const {
    return fmt::format("disc {} {} {}", words(disc.centre), to_points(disc.diameter), disc.colour.swatch);
  }
  std::string operator()(const paint::Wave& wave) const {
    return fmt::format("wave {} {} {} swing {} waves {} {}", words(wave.from), words(wave.to), to_points(wave.width),
                       to_points(wave.swing), wave.waves, wave.colour.swatch);
  }
  std::string operator()(const paint::Fill& fill) const { return fmt::format("fill {} {}", words(fill.box), fill.colour.swatch); }
  std::string operator()(const paint::PictureItem& item) const {
    const paint::Crop& crop = item.crop;
    return fmt::format("picture {} crop {} {} {} {} {}{}", words(item.box), number(crop.left), number(crop.top),
                       number(crop.right), number(crop.bottom), in_quotes(item.name), item.file.empty() ? " crossed" : "");
  }
  std::string operator()(const paint::Tag& tag) const { return (tag.opens ? "open " : "close ") + tag.name; }
};

/// Tags without a name divide what has one, for the finished PDF: as lines of their own they would hide the page.
bool is_fine(const paint::Item& item) {
  const auto* tag = std::get_if<paint::Tag>(&item);
  return tag != nullptr && tag->name.empty();
}

std::string Writer::operator()(const paint::GlyphRun& run) const {
  std::string out = fmt::format("text {} {}", fonts.faces()[run.face].id, to_points(run.size));
  if (run.scale_x != Ratio::one()) out += " wide " + number(run.scale_x);
  if (run.rotated) out += " turned";
  out += fmt::format(" {} {}", run.colour.swatch, in_quotes(run.text));
  if (run.glyphs.empty()) return out;
  Length height = run.glyphs.front().origin.y;
  out += fmt::format(" y {}:", to_points(height));
  for (const paint::PlacedGlyph& glyph : run.glyphs) {
    out += fmt::format(" {}@{}", glyph.id, to_points(glyph.origin.x));
    if (glyph.origin.y != height) out += ',' + to_points(glyph.origin.y);
    height = glyph.origin.y;
  }
  return out;
}

}  // namespace

std::string dump(const paint::DisplayList& page, const font::FontCatalogue& fonts) {
  std::string out = fmt::format("page {} {} {} {} {}\n", page.page, to_points(page.width), to_points(page.height),
                                in_quotes(page.title), page.date);
  for (const paint::Item& item : page.items)
    if (!is_fine(item)) out += std::visit(Writer{fonts}, item) + '\n';
  return out;
}

std::string dump(std::span<const paint::DisplayList> pages, const font::FontCatalogue& fonts) {
  std::string out;
  for (const paint::DisplayList& page : pages) out += dump(page, fonts);
  return out;
}

}  // namespace paiban::render
