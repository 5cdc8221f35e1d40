#pragma once
// 可删: what a story's editor lets go (<cut>), and its paragraphs without it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"

namespace paiban::document {

/// So many cuts of a story are tried, and so many of one paragraph. Every set of them is a text to be shaped, so that there must
/// be an end: with more of them an editor does not know either what the page will say.
inline constexpr std::size_t most_cuts = 8, most_cuts_in_paragraph = 4;

/// Gives every story on the pages its cuts, and the plan the texts that its paragraphs are without them. Reports those that are
/// too many: they stay.
void plan_cuts(Plan& plan, Report& report);

/// Those of the cuts that stand in paragraph `paragraph` of the flow.
[[nodiscard]] std::uint32_t cuts_of_paragraph(const PlannedCuts& may_go, std::size_t paragraph);
/// The same as themselves, of those in `cuts` alone.
[[nodiscard]] std::vector<PlannedCut> cuts_in(const PlannedCuts& may_go, std::uint32_t cuts, std::size_t paragraph);

/// `text` without the bytes of `cuts`, which may stand in any order and in one another. What is not cut is not touched.
[[nodiscard]] Text without(const Text& text, const std::vector<PlannedCut>& cuts);

/// A place where marks stand wrong once something is cut: two of them meet, one begins the paragraph, the paragraph has lost its
/// stop, or one of a pair is gone. Nobody mends it but the editor.
struct MarkLeft {
  std::string around;  ///< the words at both sides, ｜ where the cut was
  SourcePlace at;
};
[[nodiscard]] std::vector<MarkLeft> marks_left(const Text& text, const std::vector<PlannedCut>& cuts);

}  // namespace paiban::document
