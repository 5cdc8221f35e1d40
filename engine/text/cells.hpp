#pragma once
// The cell of a unit, and where in it the glyph stands: the engine's own ink table, for faces with and without `halt`.

#include "document/style.hpp"
#include "font/font_catalogue.hpp"
#include "text/characters.hpp"
#include "text/shaper.hpp"

namespace paiban::text {

/// Thousandths of an em along the line.
struct Cell {
  int width = 0;
  int glyph = 0;  ///< where the pen of the first glyph stands, from the cell's start
  int give_start = 0, give_end = 0;
  bool locked = false;  ///< the style lets these blanks go at a line's edge and beside another mark only, not in squeezing
  int ink_start = 0, ink_end = 0;  ///< vertical only: blank between the cell's sides and the ink
};

/// Horizontal cell of a character whose glyphs are `glyphs`, the style's mark width and digits applied.
[[nodiscard]] Cell horizontal_cell(const Character& character, std::span<const RawGlyph> glyphs, const font::Face& face,
                                   const document::Style& style);

/// Cell in a vertical line of a character whose ink is `ink` high (typography V3, W6): ： ； ！ ？ are an em and fixed. The
/// style's mark width is not applied.
[[nodiscard]] Cell vertical_cell(const Character& character, int ink);

/// What a style makes of the blanks of a mark of class `cls`.
void set_blanks(Cell& cell, CharClass cls, document::MarkWidth marks);

/// The reduction step that a class's blank belongs to.
[[nodiscard]] Squeeze squeeze_of(CharClass cls);

/// Sets two marks that touch closer (typography W1, W2, P6): `first` loses the blank at its end, or `second` that at its start.
/// In vertical lines ： ； ！ ？ have nothing to give: an opening mark after them gives its own half.
void set_pair(Unit& first, Unit& second, std::span<Glyph> second_glyphs, Length em, char32_t first_mark, char32_t second_mark);

}  // namespace paiban::text
