#pragma once
// 竖排: how each character of a vertical line stands, and where its glyph lies in its cell (clreq 2.3, 3.1.4, 3.5.4; typography
// V2 to V7).

#include <span>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "text/cells.hpp"
#include "text/dressed.hpp"
#include "text/shaper.hpp"

namespace paiban::text {

enum class Stance : std::uint8_t { upright, side_by_side, rotated };

/// One for each character of a vertical line.
[[nodiscard]] std::vector<Stance> stances_of(std::span<const Dressed> text, const document::Style& style);

/// The character whose form `c` has in vertical lines: “ ” ‘ ’ are 『 』 「 」 there (GB/T 15834 4.8). The text keeps its own.
[[nodiscard]] char32_t vertical_form(const Character& c);

/// Puts a character into its cell, on the line's centre; its glyphs go to the end of `out`. `glyphs` are those of the face's
/// vertical shaping. A mark for which the face has no vertical form is turned, or moved to where it belongs.
[[nodiscard]] Cell stand_upright(const Dressed& character, std::span<const RawGlyph> glyphs, const document::Style& style,
                                 std::vector<Glyph>& out);

/// 长扁 is across the line in vertical text, and what is turned lies along it: the scale that undoes the style's.
[[nodiscard]] Ratio unscaled(const document::Style& style);

/// 横置于直排: digits side by side in one cell, narrowed to it where they are wider; or ！！ ？！, each in its half.
[[nodiscard]] Cell stand_side_by_side(std::span<const Dressed> group, std::span<const RawGlyph> glyphs,
                                      const document::Style& style, std::vector<Glyph>& out);

/// Warns of Arabic numerals that the style would rather see in Han numerals: all of them, or years alone.
void advise_han_numerals(const document::PlannedText& text, std::span<const Dressed> characters, const document::Style& style,
                         Report& report);

}  // namespace paiban::text
