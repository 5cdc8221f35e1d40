#pragma once
// 排文: running text into legs, to the line.

#include <cstddef>
#include <optional>
#include <vector>

#include "page/composed_page.hpp"
#include "paragraph/compose.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// What stands for a paragraph; nullptr: it goes as a whole.
struct Replacement {
  std::size_t paragraph = 0;
  const text::ShapedParagraph* by = nullptr;
};

/// The copy without some of what may go from it (可删).
struct ShorterCopy {
  std::vector<Replacement> instead;
  paragraph::Cost price = 0;  ///< of what is gone
};

/// What the copy of a story is to fill.
struct CopyRequest {
  std::vector<const text::ShapedParagraph*> paragraphs;  ///< in order
  std::vector<paragraph::Setting> settings;              ///< of each; the tracking is the fitter's to choose
  std::vector<bool> heads;                               ///< true: a list head or subhead, to stay with the text below it
  std::vector<int> legs;                                 ///< rows of each leg
  paragraph::Composer composer = paragraph::Composer::best;
  std::vector<std::size_t> page_ends{};  ///< legs after which the story goes on on another page, rising
  std::vector<ShorterCopy> shorter{};    ///< in the order in which they are tried
};

/// Heads in running text, 条目标题 and 小标题: no leg ends with one (CopyRequest::heads).
[[nodiscard]] constexpr bool stands_on_text(document::Role role) {
  return role == document::Role::list_head || role == document::Role::subhead;
}

struct CopyResult {
  std::vector<std::vector<paragraph::Line>> lines;  ///< by paragraph
  CopyFit fit;
  std::optional<std::size_t> shorter{};  ///< of the request's shorter copies the one that was set; none: the whole copy
};

/// Sets the copy in exactly as many lines as the legs have rows, where any setting reaches it: by the breaking, then by
/// squeezing and opening, in the last place by tightening, at most by paragraph::tightest. Otherwise in the number of lines
/// nearest to it; copy that cannot fill the legs in the number that costs least. A paragraph's last line does not open a leg, a
/// head does not close one, where that can be had; where a page ends no line of a paragraph stands alone. Copy that would be over
/// is set without what may go, as little of it as will do in the request's order; the curve is that of all ways.
[[nodiscard]] CopyResult fit_copy(const CopyRequest& request);

}  // namespace paiban::page
