#pragma once
// The fewest elements taken out and put in that make one sequence of another.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paiban::compare {

/// Elements [old_first, old_last) give way to [new_first, new_last); either may be empty, not both.
struct Edit {
  std::size_t old_first = 0, old_last = 0, new_first = 0, new_last = 0;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// From `was` to `now`, elements being equal where their numbers are; by the greedy method of Myers (An O(ND) Difference
/// Algorithm, 1986). Sequences with more than `most_edits` differences count as wholly different: nobody reads such a list.
[[nodiscard]] std::vector<Edit> edits_between(std::span<const std::uint32_t> was, std::span<const std::uint32_t> now);
inline constexpr int most_edits = 3000;

/// Edits with fewer than `least_kept` unchanged elements between them become one: 省委→市政府 and not 省→市, 委→政府.
[[nodiscard]] std::vector<Edit> joined_edits(const std::vector<Edit>& edits, std::size_t least_kept);

}  // namespace paiban::compare
