#pragma once
// Which face sets a character: the first in the role's chain that has it.

#include <string>

#include "base/diagnostic.hpp"
#include "font/font_catalogue.hpp"

namespace paiban::text {

struct ChosenFace {
  font::FontId id = 0;
  const font::Face* face = nullptr;
  std::uint32_t glyph = 0;  ///< 0: no face of the chain has the character
  bool fallback = false;    ///< not the first of the chain
};

/// Opens a face when the first character asks for it; a fallback stays closed until it is needed.
class FaceChooser {
 public:
  explicit FaceChooser(const font::FontCatalogue& fonts) : fonts_(&fonts) {}

  /// An error where the role is not in the catalogue or none of its files can be opened.
  [[nodiscard]] Result<ChosenFace> choose(const std::string& role, char32_t character);

 private:
  const font::FontCatalogue* fonts_;
};

}  // namespace paiban::text
