#pragma once
// 标题的排法: rows and look of one head, with the least departure from what its editor and its style say.

#include <optional>
#include <vector>

#include "page/rows.hpp"
#include "text/resized.hpp"

namespace paiban::page {

struct HeadRequest {
  std::vector<const text::ShapedParagraph*> texts;  ///< one a row as given; a single one may be divided
  const document::Style& style;
  Length width;  ///< that its rows may take (vertical: their height)
  document::Align align{};
  int most_rows = 1;  ///< that its place has room for
  int rows = 0;       ///< into which it is to be cut; 0: as few as do
};

struct HeadRow {
  std::size_t text = 0;  ///< of the request
  Row row;
};

struct HeadSetting {
  std::vector<HeadRow> rows;
  std::optional<text::Look> look;  ///< none: the style's own
};

/// Sets a head. What departs from the style is paid for by head_prices: tracking first, then width, then size, each within the
/// style's range; a single text may be cut into as many rows as there is room for, or into as many as the style asks for. Where
/// nothing fits it is set as given, in the style's own look, and its rows say that they are too wide.
[[nodiscard]] HeadSetting fit_head(const HeadRequest& request);

}  // namespace paiban::page
