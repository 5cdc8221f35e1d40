#pragma once
// 行间标点, 注音: where the marks between the lines stand beside the lines as set.

#include <string>
#include <vector>

#include "page/composed_page.hpp"
#include "page/heads.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// 浪线, in em of the text: a whole wave, and how far it swings to either side. Four waves a character are seen as one line.
inline constexpr Ratio wave_length{2'500}, wave_swing{350};

/// The marks of `paragraph` that stand beside `line`: a dot at the middle of each character that is no mark; a line from the
/// first character's side to the last one's, unbroken, a little shorter than they are, so that neighbouring names stay apart; a
/// reading centred on its characters, inside the measure, and clear of the one before it.
[[nodiscard]] std::vector<SetMark> marks_beside(const text::ShapedParagraph& paragraph, const paragraph::Line& line);

/// Sets them beside every line of the story's heads and legs. Where marks of two lines meet in the gap between them, dots give
/// way to lines and both to a reading: such a mark is reported and left out. `place` names the story on the page.
void set_marks(const Material& material, const std::string& place, SetStory& story);

}  // namespace paiban::page
