#pragma once
// The text of an element with what is marked in it.

#include <cstddef>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/text.hpp"
#include "document/xml.hpp"

namespace paiban::document {

/// What a lost stretch reads (缺字).
inline constexpr std::string_view gap_text = "［缺］";

/// How many characters an issue may still bring. A hostile file must not keep the composer busy for hours.
class TextBudget {
 public:
  static constexpr std::size_t most_characters = 200'000;
  /// Takes `count` characters; false where there are not so many left, now and ever after.
  [[nodiscard]] bool take(std::size_t count) {
    left_ = exceeded() || count > left_ ? none : left_ - count;
    return !exceeded();
  }
  [[nodiscard]] bool exceeded() const { return left_ == none; }

 private:
  static constexpr std::size_t none = most_characters + 1;
  std::size_t left_ = most_characters;
};

/// The characters below `element`, in order, line feeds and all, with spans, printed line ends and places; elements that
/// are none of the inline vocabulary are passed over. Bad values go to `faults`. Not normalised: the white space at the
/// ends, which belongs to the layout of the XML, is off.
[[nodiscard]] Text read_inline(const XmlFile& xml, pugi::xml_node element, TextBudget& budget, std::vector<Diagnostic>& faults);

/// `text` without ASCII white space at its ends.
[[nodiscard]] Text without_layout(const Text& text);

}  // namespace paiban::document
