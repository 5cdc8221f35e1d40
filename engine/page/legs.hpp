#pragma once
// 栏: where the lines of running text stand, horizontal on the grid's rows, vertical from right to left.

#include <vector>

#include "document/plan.hpp"
#include "page/composed_page.hpp"

namespace paiban::page {

/// The legs of `region`, without lines. A vertical leg has as many lines as its width holds at the style's pitch; the pitch is
/// then opened so that the first stands flush right and the last flush left.
[[nodiscard]] std::vector<Leg> legs_of(const document::Template& design, const document::Region& region);

/// 行长 of the region's running text: its legs' width; vertical: the whole em that the legs' rows hold, from the top of the first
/// row's em box to the foot of the last one's.
[[nodiscard]] Length measure_of(const document::Template& design, const document::Region& region);

/// Where line `index` of `leg` stands, from 0; -1: the one before its first.
[[nodiscard]] Point line_at(const document::Grid& grid, const Leg& leg, int index, Length size, Length start);

/// Where the line after the last one of `leg` stands, type of `size`, `start` after the leg's edge: SetLine::at.
[[nodiscard]] Point next_line(const document::Grid& grid, const Leg& leg, Length size, Length start);

/// Takes `lines` lines from the beginning of `leg`, or from its end.
void take_from_start(Leg& leg, int lines);
void take_from_end(Leg& leg, int lines);

/// `line` of text `id` as the line after the last one of `leg`: between the margins of its style, at its side.
[[nodiscard]] SetLine set_in(const document::Plan& plan, document::TextId id, Length em, paragraph::Line line, const Leg& leg);

}  // namespace paiban::page
