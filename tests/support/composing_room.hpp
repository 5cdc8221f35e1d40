#pragma once
// What the tests of composition share: the carried faces, the styles of the default template, texts with marked line ends,
// and lines read back as text.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/template_reader.hpp"
#include "font/font_catalogue.hpp"
#include "paragraph/line.hpp"
#include "text/shape.hpp"

namespace paiban::test {

/// A given line end, a lost line and a name in a text of a table: 昌吉⏎日报{gap}<何龙>.
inline constexpr std::string_view line_end_sign = "⏎";
inline constexpr std::string_view lost_line_sign = "{gap}";

/// The text that a table's `marked` text means.
inline document::Text marked_text(std::string_view marked) {
  document::Text text;
  text.anchors.push_back({0, {1, 1, 1}});
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(text.utf8.size());
    if (marked.starts_with(line_end_sign)) {
      text.line_ends.push_back(here);
      marked.remove_prefix(line_end_sign.size());
    } else if (marked.starts_with(lost_line_sign)) {
      text.utf8 += "［缺］";
      const auto end = static_cast<std::uint32_t>(text.utf8.size());
      text.spans.push_back({here, end, document::SpanKind::gap, std::string(document::whole_line_gap), {1, 1, 1}});
      marked.remove_prefix(lost_line_sign.size());
    } else if (marked.starts_with('<')) {
      text.spans.push_back({here, here, document::SpanKind::name, {}, {1, 1, 1}});
      marked.remove_prefix(1);
    } else if (marked.starts_with('>')) {
      text.spans.back().end = here;
      marked.remove_prefix(1);
    } else {
      text.utf8 += marked.front();
      marked.remove_prefix(1);
    }
  }
  return text;
}

/// The faces in fonts/ and a template of templates/. What cannot be loaded ends the test.
class ComposingRoom {
 public:
  explicit ComposingRoom(const std::string& template_id = "changji-front")
      : fonts_(font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report_).value()),
        design_(document::read_template(PAIBAN_SOURCE_DIR "/templates/" + template_id + ".xml", "", report_).value()),
        shaper_(fonts_) {}

  [[nodiscard]] document::Style style(std::string_view name) const {
    const document::Style* found = design_.style(name);
    return found == nullptr ? document::Style{} : *found;
  }

  [[nodiscard]] text::ShapedParagraph shape(const document::Text& text, const document::Style& style) {
    return shaper_.shape({text, 0, document::Role{}, {}}, style, report_).value();
  }
  [[nodiscard]] text::ShapedParagraph shape(std::string_view marked, const document::Style& style) {
    return shape(marked_text(marked), style);
  }

  [[nodiscard]] const font::FontCatalogue& fonts() const { return fonts_; }
  [[nodiscard]] const document::Template& design() const { return design_; }
  [[nodiscard]] const Report& report() const { return report_; }

 private:
  Report report_;
  font::FontCatalogue fonts_;
  document::Template design_;
  text::TextShaper shaper_;
};

/// Bytes of the units [first, last).
inline std::string_view text_of(const text::ShapedParagraph& paragraph, std::size_t first, std::size_t last) {
  const std::uint32_t start = paragraph.units[first].start;
  return std::string_view(paragraph.text).substr(start, paragraph.units[last - 1].end - start);
}

/// The lines' text with a bar between each two; a hyphen that a line shows stands before it.
inline std::string joined(const text::ShapedParagraph& paragraph, std::span<const paragraph::Line> lines) {
  std::string text;
  for (const paragraph::Line& line : lines) {
    if (!text.empty()) text += '|';
    text += text_of(paragraph, line.first, line.last);
    if (line.hyphenated) text += '-';
  }
  return text;
}

/// "16.5" em of the paragraph.
inline std::optional<Length> in_em(std::string_view number, Length em) {
  const auto ratio = parse_ratio(number);
  if (!ratio) return std::nullopt;
  return em * *ratio;
}

}  // namespace paiban::test
