#pragma once
// The class of every character, and which of them may not begin or end a line.

#include <cstdint>
#include <span>

#include "document/style.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::text {

/// Hundredths of an em.
using Hundredths = std::int16_t;

/// A mark of Chinese text (标点): its class, its width in a horizontal line, and the blank at its start and end that
/// squeezing may take. Typography 1.0; clreq 3.1.2; GB/T 15834 section 5.
struct MarkRow {
  char32_t mark;
  CharClass cls;
  Hundredths width;
  Hundredths give_start, give_end;
};

[[nodiscard]] std::span<const MarkRow> mark_table();  ///< by code point

/// The row of `c`, or nullptr where it is no mark.
[[nodiscard]] const MarkRow* mark_of(char32_t c);

/// The class of `c` on its own: what its neighbours make of it (a dash of two, an apostrophe, a number's point) is decided where
/// lines are built (characters.hpp).
[[nodiscard]] CharClass class_of(char32_t c);

/// 标点: any mark of Chinese text.
[[nodiscard]] bool is_mark(CharClass cls);

/// True for letters, digits and signs of the ASCII range, and Latin, Greek and Cyrillic letters.
[[nodiscard]] bool is_western(char32_t c);

/// True where a line break before (after) a character of `cls` is prohibited at `level` (避头, 避尾; typography P1).
[[nodiscard]] bool barred_from_start(CharClass cls, document::Prohibition level);
[[nodiscard]] bool barred_from_end(CharClass cls, document::Prohibition level);

/// Characters that are never drawn: joiners, directions, soft hyphens, selectors.
[[nodiscard]] bool is_unseen(char32_t c);

/// Combining marks and what is never drawn: they belong to the character before them.
[[nodiscard]] bool extends_cluster(char32_t c);

}  // namespace paiban::text
