#pragma once
// A character with the face that sets it.

#include "font/font_catalogue.hpp"
#include "text/characters.hpp"

namespace paiban::text {

struct Dressed {
  Character character;
  const font::Face* face = nullptr;
  font::FontId font = 0;
  char32_t shown = 0;   ///< the code point that is set: its own, its vertical form, or 〓
  bool hidden = false;  ///< not set at all: the 《》 of a title with a wavy line
};

}  // namespace paiban::text
