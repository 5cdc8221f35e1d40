#include "page/furniture.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "page/crop.hpp"
#include "page/rows.hpp"
#include "paragraph/compose.hpp"

namespace paiban::page {
namespace {

using document::FurnitureNameplate;
using document::FurniturePair;
using document::FurnitureStack;
using document::FurnitureStrip;
using document::FurnitureText;
using document::TextId;
using text::ShapedParagraph;
using text::Unit;

/// Ink of a text's units from the top of its em box.
struct InkHeight {
  Length top, bottom;
};

InkHeight ink_height(const ShapedParagraph& text) {
  InkHeight ink{text.size, Length{}};
  for (const Unit& unit : text.units) {
    ink.top = std::min(ink.top, unit.ink_top);
    ink.bottom = std::max(ink.bottom, text.size - unit.ink_bottom);
  }
  return ink;
}

class FurnitureSetter {
 public:
  FurnitureSetter(const Material& material, const document::PlannedFurniture& planned, ComposedPage& page)
      : m_(material), planned_(planned), page_(page) {}

  void operator()(const FurnitureText& spec) { place(spec, planned_.texts.front(), spec.x, spec.width); }

  /// The numeral's ink and the stack's em boxes, `gap` apart, stand centred together.
  void operator()(const FurniturePair& spec) {
    const ShapedParagraph& numeral = m_.texts[planned_.texts[0]];
    const ShapedParagraph& stack = m_.texts[planned_.texts[1]];
    const paragraph::Line line = paragraph::single_line(numeral, {});
    const Length ink_start = numeral.units.front().ink_start;
    const Length ink = line.set - ink_start - numeral.units.back().ink_end;
    const Length left = spec.x + (spec.width - ink - spec.gap - stack.em) / 2;
    page_.furniture.push_back({planned_.texts[0], line, {left - ink_start, top_of(spec.text, numeral)}});
    place_stack(spec.stack, planned_.texts[1], left + ink + spec.gap);
  }

  void operator()(const FurnitureStrip& spec) {
    std::vector<paragraph::Line> lines;
    Length taken;
    for (const TextId id : planned_.texts) {
      lines.push_back(paragraph::single_line(m_.texts[id], {}));
      taken += lines.back().set;
    }
    const auto gaps = static_cast<std::int64_t>(std::max<std::size_t>(lines.size(), 2) - 1);
    const Length white = spec.text.width - taken;
    if (white < Length{}) report_too_wide(planned_.texts.front(), -white);
    Length before;  // widths of the items so far
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Length gap = Length::units(scale_rounded(white.count(), static_cast<std::int64_t>(i), gaps));
      page_.furniture.push_back({planned_.texts[i], lines[i], {spec.text.x + before + gap, spec.text.top}});
      before += lines[i].set;
    }
  }

  void operator()(const FurnitureNameplate& spec) {
    if (planned_.artwork && !planned_.artwork->file.empty()) {
      page_.pictures.push_back(set_picture(spec.part, spec.box, *planned_.artwork));
      return;
    }
    const TextId id = planned_.texts.front();
    const ShapedParagraph& text = m_.texts[id];
    if (text.units.empty()) return;
    const InkHeight ink = ink_height(text);
    if (ink.bottom <= ink.top) return;
    // One scale for all: the tallest ink fills the box. Then the white that is left goes between the inks in equal parts.
    const Ratio scale = spec.box.height.per(ink.bottom - ink.top);
    SetArtwork nameplate{id, text.size * scale, {}};
    Length inks;
    for (const Unit& unit : text.units) inks += (unit.width - unit.ink_start - unit.ink_end) * scale;
    const auto gaps = static_cast<std::int64_t>(std::max<std::size_t>(text.units.size(), 2) - 1);
    Length x = spec.box.x;
    for (std::size_t i = 0; i < text.units.size(); ++i) {
      const Unit& unit = text.units[i];
      const Length gap = Length::units(scale_rounded((spec.box.width - inks).count(), static_cast<std::int64_t>(i), gaps));
      nameplate.origins.push_back({x + gap - unit.ink_start * scale, spec.box.y - ink.top * scale});
      x += (unit.width - unit.ink_start - unit.ink_end) * scale;
    }
    page_.nameplates.push_back(std::move(nameplate));
  }

 private:
  [[nodiscard]] static Length top_of(const FurnitureText& spec, const ShapedParagraph& text) {
    return spec.by_ink ? spec.top - ink_height(text).top : spec.top;
  }

  void place(const FurnitureText& spec, TextId id, Length x, Length width) {
    const ShapedParagraph& text = m_.texts[id];
    if (text.units.empty()) return;
    const document::Style& style = m_.plan.style_of(id);
    const Row row = set_row(text, style, width, spec.align.value_or(style.align));
    if (row.too_wide) report_too_wide(id, row.line.set - width);
    page_.furniture.push_back({id, row.line, {x + row.x, top_of(spec, text)}});
  }

  void place_stack(const FurnitureStack& spec, TextId id, Length x) {
    const ShapedParagraph& text = m_.texts[id];
    const auto count = static_cast<std::uint32_t>(text.units.size());
    const auto steps = static_cast<std::int64_t>(std::max(count, 2U) - 1);
    const Length way = spec.bottom - spec.text.top - text.size;
    for (std::uint32_t i = 0; i < count; ++i) {
      paragraph::Line line = paragraph::single_line(text, {});
      line.first = i;
      line.last = i + 1;
      line.natural = line.set = text.units[i].width;
      line.places = 0;
      line.trim_start = line.trim_end = Length{};
      page_.furniture.push_back({id, line, {x, spec.text.top + Length::units(scale_rounded(way.count(), i, steps))}});
    }
  }

  void report_too_wide(TextId id, Length excess) {
    const ShapedParagraph& text = m_.texts[id];
    const auto characters = (excess.count() + text.em.count() - 1) / text.em.count();
    m_.report.add(Code::head_too_wide, document::place_of(m_.plan.texts[id].text, 0),
                  {m_.plan.texts[id].text.utf8, std::to_string(characters)});
  }

  const Material& m_;
  const document::PlannedFurniture& planned_;
  ComposedPage& page_;
};

}  // namespace

void set_furniture(const Material& material, const document::PlannedFurniture& planned, ComposedPage& page) {
  if (planned.texts.empty() && !planned.artwork) return;
  std::visit(FurnitureSetter(material, planned, page), planned.what);
}

SetRule set_rule(const document::Template& design, const document::RuleSpec& rule) {
  const document::Weight* weight = design.weight(rule.weight);
  return {rule.from, rule.to, weight != nullptr ? weight->width : Length{}, rule.swatch};
}

}  // namespace paiban::page
