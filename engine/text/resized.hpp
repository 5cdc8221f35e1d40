#pragma once
// A shaped text at another size or width: glyphs are the same, so nothing is shaped again.

#include <optional>

#include "text/shaped_paragraph.hpp"

namespace paiban::text {

/// A size and a width of type, instead of a style's own.
struct Look {
  Length size;    ///< above zero
  Ratio scale_x;  ///< of every glyph's width; vertical text keeps its em all the same
  friend bool operator==(const Look&, const Look&) = default;
};

/// `paragraph` as it is in that look: every length scaled, rounded once.
[[nodiscard]] ShapedParagraph resized(const ShapedParagraph& paragraph, const Look& look);

/// A text in the look that a line of it was set in. Holds a text of its own only where that is not the style's look.
class TextAsSet {
 public:
  /// `paragraph` must outlive this.
  TextAsSet(const ShapedParagraph& paragraph, const std::optional<Look>& look) : paragraph_(&paragraph) {
    if (look) own_ = resized(paragraph, *look);
  }
  [[nodiscard]] const ShapedParagraph& get() const { return own_ ? *own_ : *paragraph_; }

 private:
  const ShapedParagraph* paragraph_;
  std::optional<ShapedParagraph> own_;
};

}  // namespace paiban::text
