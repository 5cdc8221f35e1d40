#pragma once
// How a paragraph is to be set, and the two composers' one signature.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/length.hpp"
#include "paragraph/line.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paragraph {

enum class Composer : std::uint8_t {
  press,  ///< first fit on least widths, as the paper's own system sets (typography 0.1)
  best,   ///< the whole paragraph at once, the most even grey
};

struct Setting {
  Length measure;                  ///< 行长
  Length indent;                   ///< of the first line
  Ratio tracking;                  ///< 字距, in em, at every place that opens, the last line's too
  bool trim_after_indent = false;  ///< may an opening mark lose its blank after the indent (typography W5)
  Ratio tightening{};              ///< how far a line may be tightened beyond all squeezing, in em a place; 0 or below
  Length indent_rest = {};         ///< 凸排: of every other line

  /// Of the line that begins at unit `first`.
  [[nodiscard]] Length indent_of(std::uint32_t first) const { return first == 0 ? indent : indent_rest; }
  /// Whether an opening mark at that line's start keeps its blank, so that paragraphs seem to begin at one place.
  [[nodiscard]] bool keeps_blank(std::uint32_t first) const { return first == 0 && indent > Length{} && !trim_after_indent; }
};

/// Lines of `paragraph`, all its units in order, none left out. Without `count` as many as come out best;
/// with it exactly so many, or nullopt where that is out of reach (`press` reaches only what it sets).
/// Where no legal break fits, an emergency one is taken; a line never overflows unless a single unit does.
[[nodiscard]] std::optional<std::vector<Line>> compose(const text::ShapedParagraph& paragraph, const Setting& setting,
                                                       Composer composer, std::optional<int> count = std::nullopt);

/// The text as one line, whatever its width; `set` is its natural width with the tracking.
[[nodiscard]] Line single_line(const text::ShapedParagraph& paragraph, const Setting& setting);

}  // namespace paiban::paragraph
