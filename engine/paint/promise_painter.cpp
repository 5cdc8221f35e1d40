#include "paint/promise_painter.hpp"

#include "paint/line_painter.hpp"
#include "text/resized.hpp"

namespace paiban::paint {
namespace {

// The greys of type seen from afar: running text of nine points, heads, and a picture of middle tones. The swatch is no ink: such
// a page does not go to press.
const Colour text_grey{"promised", 0xB8B8B8};
const Colour head_grey{"promised", 0x9A9A9A};
const Colour picture_grey{"promised", 0xDCDCDC};
const Colour diagonal_grey{"promised", 0x9A9A9A};
const Colour paper{"promised", 0xFFFFFF};
// Han fill most of their em; a bar of this height leaves the white of the lines' gaps as type does.
constexpr Ratio bar_height{7'000};
constexpr Length diagonal = Length::units(Length::units_per_point / 2);

bool is_running(document::Role role) {
  using document::Role;
  return role == Role::paragraph || role == Role::digest || role == Role::caption;
}

}  // namespace

void paint_bar(const document::Plan& plan, const text::ShapedParagraph& shaped, const page::SetLine& line,
               std::vector<Item>& items) {
  const text::TextAsSet as_set(shaped, line.look);
  const text::ShapedParagraph& text = as_set.get();
  const Length thick = text.size * bar_height;
  const Length aside = (text.size - thick) / 2;
  const bool running = is_running(plan.texts[line.text].role);
  const Box box = text.vertical ? Box{line.at.x - text.size + aside, line.at.y + line.line.indent, thick, line.line.set}
                                : Box{line.at.x + line.line.indent, line.at.y + aside, line.line.set, thick};
  items.emplace_back(Fill{box, running ? text_grey : head_grey});
}

void paint_awaited(const Box& box, std::vector<Item>& items) {
  items.emplace_back(Fill{box, picture_grey});
  items.emplace_back(Rule{{box.x, box.y}, {box.right(), box.bottom()}, diagonal, diagonal_grey});
  items.emplace_back(Rule{{box.right(), box.y}, {box.x, box.bottom()}, diagonal, diagonal_grey});
}

void paint_label(const document::Plan& plan, const text::ShapedParagraph& text, const page::SetLabel& label,
                 std::vector<Item>& items) {
  items.emplace_back(Fill{label.plate, paper});
  paint_line(plan, text, label.line, items);
}

}  // namespace paiban::paint
