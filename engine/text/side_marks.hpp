#pragma once
// 行间标点, 注音: what stands between the lines, and whether it has room there (clreq 3.2; typography R1 to R4).

#include <span>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "text/dressed.hpp"
#include "text/face_chooser.hpp"
#include "text/shaped_paragraph.hpp"
#include "text/shaper.hpp"

namespace paiban::text {

/// Gives `out`, whose units and joints are there already, the side marks that `text`'s spans and titles ask for. The pitch never
/// changes (R2): what the gap between the lines has no room for is reported and left out (that the marks of two lines do not meet
/// in the gap is seen to on the page). Neighbouring readings that would touch
/// get their base characters moved apart. An error where a reading's face cannot be opened.
[[nodiscard]] Result<void> add_side_marks(const document::PlannedText& text, const document::Style& style, FaceChooser& chooser,
                                          Shaper& shaper, Report& report, ShapedParagraph& out);

/// Hides the outermost 《》 where the style sets titles with a wavy line and there is room for it.
void hide_title_marks(const document::PlannedText& text, const document::Style& style, std::span<Dressed> characters);

}  // namespace paiban::text
