#pragma once
// Where each unit of a line stands: squeezing and stretching in clreq's order.

#include <vector>

#include "paragraph/line.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

/// Start of each unit's cell from the start of the line's measure (the indent not added). A unit that gives at its start
/// stands that much earlier: its glyphs, placed from here, keep their distance to what they enclose.
/// The last unit's ink, or its hyphen, ends where the line's `set` ends. Deterministic; the shares of a step differ by one unit
/// at most.
[[nodiscard]] std::vector<Length> justify(const text::ShapedParagraph& paragraph, const Line& line);

/// Where each unit's cell begins as it is set: after what an opening mark has lost at its start. The first is at 0.
[[nodiscard]] std::vector<Length> cells_as_set(const text::ShapedParagraph& paragraph, const Line& line);

}  // namespace paiban::paragraph
