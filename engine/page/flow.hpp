#pragma once
// The running text of a story in its legs, on one page or on several.

#include <optional>
#include <span>
#include <vector>

#include "page/composed_page.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// A part of a story: what of it stands on one page.
struct FlowPart {
  int page = 0;
  const document::PlannedModule* module = nullptr;
};

/// A part's legs with their lines, and the jump lines that stand in no slot.
struct SetFlow {
  std::vector<Leg> legs;
  CopyFit fit;
  std::optional<Head> jump_back;   ///< 上接, on a row of its own over the first leg
  std::optional<Head> jump_ahead;  ///< 下转, at the end of the last line or on the last row
  std::vector<Lever> levers;       ///< that were used; of a story on several pages with its first part
  std::optional<SetStory> filler;  ///< 补白 below the last leg
};

/// Fits the text of `parts`, the first with the text, all with legs, as one story over all their legs, and sets it. A jump line
/// ahead stands at the end of the part's last line where a paragraph ends there and leaves room, else it takes the leg's last
/// row; one back takes the first. Where no fit keeps a line of a paragraph from standing alone at a page's end, up to two rows
/// above the jump line stay white. What may go is left out where the whole is over; a filler, of those that `fillers_used` does
/// not mark, is set below a story that is short and stands in one region. Both are reported.
[[nodiscard]] std::vector<SetFlow> set_flow(const Material& material, std::span<const FlowPart> parts,
                                            std::vector<bool>& fillers_used);

/// Reports what of `flows`, those of `parts`, is over or under, once, with its cures; then each line that a reader stops at.
void report_flow(const Material& material, std::span<const FlowPart> parts, std::span<const SetFlow> flows);

}  // namespace paiban::page
