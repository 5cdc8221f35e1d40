#pragma once
// Paragraphs alone: `paiban lines`.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/template.hpp"
#include "font/font_catalogue.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/exact_lines.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::report {

struct LinesRequest {
  std::string style = "body";
  std::string measure;                ///< "16.5em" of the type's size, or any length
  std::optional<std::string> size;    ///< instead of the style's: "9pt"
  std::optional<std::string> indent;  ///< instead of the style's: "2em"
  std::optional<Ratio> tracking;      ///< fixed; none: `best` may tighten lines by up to 2 %
  paragraph::Composer composer = paragraph::Composer::best;
  std::optional<int> count;  ///< exactly so many lines
  bool curve = false;        ///< work out every reachable count, too
};

struct SetParagraph {
  text::ShapedParagraph text;
  std::vector<paragraph::Line> lines;
  std::optional<paragraph::Spending> spent;  ///< where a count was asked for and reached
  std::optional<paragraph::CostCurve> curve;
};

/// Sets `copy`, one paragraph a line (empty lines are none), normalised like an issue's text. `file` names it in reports.
/// Reports line counts out of reach (such a paragraph has no lines), loose lines and lone characters.
/// Fails on an unknown style and on a measure, size or indent that is none.
[[nodiscard]] Result<std::vector<SetParagraph>> set_lines(std::string_view copy, FileId file, const LinesRequest& request,
                                                          const document::Template& design, const font::FontCatalogue& fonts,
                                                          Report& report);

[[nodiscard]] std::string lines_text(const std::vector<SetParagraph>& paragraphs);
[[nodiscard]] std::string lines_json(const std::vector<SetParagraph>& paragraphs);

}  // namespace paiban::report
