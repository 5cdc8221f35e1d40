#pragma once
// 留版: what a proof shows where copy is promised. No glyphs but those of the labels: who reads the file finds no words there.

#include <vector>

#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "paint/display_list.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paint {

/// A line of a stand-in as a grey bar, as long as the line was set.
void paint_bar(const document::Plan& plan, const text::ShapedParagraph& text, const page::SetLine& line,
               std::vector<Item>& items);

/// The place of a picture that has not come: a grey box with its diagonals.
void paint_awaited(const Box& box, std::vector<Item>& items);

/// A label on its plate.
void paint_label(const document::Plan& plan, const text::ShapedParagraph& text, const page::SetLabel& label,
                 std::vector<Item>& items);

}  // namespace paiban::paint
