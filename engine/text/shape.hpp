#pragma once
// From planned texts to shaped paragraphs: the text stage's one door.

#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "font/font_catalogue.hpp"
#include "text/face_chooser.hpp"
#include "text/shaped_paragraph.hpp"
#include "text/shaper.hpp"

namespace paiban::text {

/// Shapes single texts; keeps the HarfBuzz buffer and the opened faces between them.
class TextShaper {
 public:
  explicit TextShaper(const font::FontCatalogue& fonts) : chooser_(fonts) {}

  /// Reports a character that no face has (it is set as 〓) and each fallback, once a character and text.
  /// Fails where a face cannot be opened.
  [[nodiscard]] Result<ShapedParagraph> shape(const document::PlannedText& text, const document::Style& style, Report& report);

 private:
  FaceChooser chooser_;
  Shaper shaper_;
};

/// Every text of `plan`, by TextId.
[[nodiscard]] Result<std::vector<ShapedParagraph>> shape_texts(const document::Plan& plan, const font::FontCatalogue& fonts,
                                                               Report& report);

}  // namespace paiban::text
