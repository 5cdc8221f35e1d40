#include "proof/captions.hpp"

#include "paint/line_painter.hpp"
#include "paragraph/compose.hpp"

namespace paiban::proof {
namespace {

constexpr const char* swatch_name = "proof";

document::Style caption_style(const document::Template& design) {
  document::Style style;
  if (!design.styles.empty()) {
    style.face = design.styles.front().face;
    style.latin_face = design.styles.front().latin_face;
    style.at = design.styles.front().at;
  }
  style.name = swatch_name;
  style.swatch = swatch_name;
  style.digits = document::Digits::proportional;
  return style;
}

Length left_of(Point at, Length width, Edge edge) {
  switch (edge) {
    case Edge::left:
      return at.x;
    case Edge::centre:
      return at.x - width / 2;
    case Edge::right:
      return at.x - width;
  }
  return at.x;
}

}  // namespace

Captions::Captions(const document::Template& design, const font::FontCatalogue& fonts) : shaper_(fonts) {
  plan_.design.styles.push_back(caption_style(design));
  plan_.design.swatches.push_back({swatch_name, {}, proof_ink.screen});
  plan_.texts.emplace_back();
}

Result<void> Captions::put(std::string_view words, Length size, Point at, Edge edge, std::vector<paint::Item>& items) {
  document::Style& style = plan_.design.styles.front();
  style.size = size;
  plan_.texts.front().text = {};
  plan_.texts.front().text.utf8 = words;
  Report unheard;  // a character without a glyph is said where it stands on the page
  auto text = shaper_.shape(plan_.texts.front(), style, unheard);
  if (!text) return tl::unexpected(std::move(text).error());
  page::SetLine line;
  line.line = paragraph::single_line(*text, {});
  line.at = {left_of(at, line.line.set, edge), at.y};
  paint::paint_line(plan_, *text, line, items);
  return {};
}

}  // namespace paiban::proof
