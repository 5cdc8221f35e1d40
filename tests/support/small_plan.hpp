#pragma once
// A plan without files and faces: a small design of one style, and texts of square characters, a glyph each.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "support/square_paragraph.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::test {

using paragraph::square_em;

/// Below the top of a square character's em box.
inline constexpr Length square_baseline = square_em * 7 / 8;
/// The row of the small design: a third of an em of white between lines.
inline constexpr Length small_row = square_em * 4 / 3;

/// Signs as in square_paragraph, the n-th unit with glyph n of face 0 on the baseline.
inline text::ShapedParagraph square_text(std::string_view signs) {
  text::ShapedParagraph shaped = paragraph::square_paragraph(signs);
  shaped.baseline = square_baseline;
  for (text::Unit& unit : shaped.units) {
    unit.first_glyph = static_cast<std::uint32_t>(shaped.glyphs.size());
    unit.last_glyph = unit.first_glyph + 1;
    text::Glyph glyph;
    glyph.id = unit.first_glyph;
    shaped.glyphs.push_back(glyph);
  }
  return shaped;
}

/// 30 × 30 em, the type area 2 em from the edges; row 1 begins at 2 em.
inline document::Template small_design() {
  document::Template design;
  design.id = "small";
  design.width = design.height = square_em * 30;
  design.grid.em = square_em;
  design.grid.row = small_row;
  design.grid.x = design.grid.y = square_em * 2;
  design.grid.width_em = Ratio{260'000};
  design.grid.rows = 18;
  design.grid.text_top = square_em / 6;
  design.swatches = {{"black", {0, 0, 0, 10'000}, 0x000000}, {"red", {0, 10'000, 10'000, 0}, 0xC81018}};
  design.weights = {{"hairline", square_em / 20}};
  document::Style body;
  body.name = "body";
  body.size = square_em;
  design.styles = {body};
  return design;
}

/// A plan and its shaped texts, grown together.
struct SmallPlan {
  document::Plan plan;
  std::vector<text::ShapedParagraph> texts;
  Report report;

  SmallPlan() { plan.design = small_design(); }

  /// A style like the body's, to be changed. No text holds a reference to it.
  document::Style& add_style(std::string name) {
    plan.design.styles.push_back(plan.design.styles.front());
    plan.design.styles.back().name = std::move(name);
    return plan.design.styles.back();
  }

  /// Stands in its source from line `id` + 1, column 1 on.
  document::TextId add_text(std::string_view signs, std::string_view style = "body",
                            document::Role role = document::Role::paragraph) {
    const auto id = static_cast<document::TextId>(texts.size());
    document::PlannedText planned;
    planned.text.utf8 = signs;
    planned.text.anchors.push_back({0, {1, id + 1, 1}});
    planned.style = document::style_id(plan.design, style);
    planned.role = role;
    plan.texts.push_back(std::move(planned));
    texts.push_back(square_text(signs));
    return id;
  }

  [[nodiscard]] Length row_top(int row) const { return plan.design.grid.row_top(row); }

  /// What was reported, in order.
  [[nodiscard]] std::vector<Code> codes() const {
    std::vector<Code> codes;
    for (const Diagnostic& each : report.diagnostics()) codes.push_back(each.code);
    return codes;
  }
};

}  // namespace paiban::test
