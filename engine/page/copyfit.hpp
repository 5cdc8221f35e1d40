#pragma once
// 排文: running text into legs, to the line.

#include <optional>
#include <vector>

#include "page/composed_page.hpp"
#include "paragraph/compose.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// What the copy of a story is to fill.
struct CopyRequest {
  std::vector<const text::ShapedParagraph*> paragraphs;  ///< in order
  std::vector<paragraph::Setting> settings;              ///< of each; the tracking is the fitter's to choose
  std::vector<bool> heads;                               ///< true: a list head or subhead, to stay with the text below it
  std::vector<int> legs;                                 ///< rows of each leg
  paragraph::Composer composer = paragraph::Composer::best;
  std::vector<std::size_t> page_ends{};  ///< legs after which the story goes on on another page, rising
};

struct CopyResult {
  std::vector<std::vector<paragraph::Line>> lines;  ///< by paragraph
  CopyFit fit;
};

/// Sets the copy in exactly as many lines as the legs have rows, where any setting reaches it: by the breaking, then by
/// squeezing and opening, in the last place by tightening, at most by paragraph::tightest. Otherwise in the number of lines
/// nearest to it; copy that cannot fill the legs in the number that costs least. A paragraph's last line does not open a leg, a
/// head does not close one, where that can be had; where a page ends no line of a paragraph stands alone.
[[nodiscard]] CopyResult fit_copy(const CopyRequest& request);

}  // namespace paiban::page
