#pragma once
// 题区: the head bands of a pattern, and how many rows a story's heads take in them at a width.

#include <optional>
#include <vector>

#include "makeup/module.hpp"
#include "makeup/trial.hpp"

namespace paiban::makeup {

/// Pattern rows that slots share, from 1: one band of a head block.
[[nodiscard]] std::vector<document::Rows> bands_of(const document::Pattern& pattern);

struct HeadBlock {
  std::vector<int> bands;  ///< rows of each band as used
  Cost price = 0;
};

/// A slot of the pattern as it stands in a module of `width` whose left is `x`, its band `below` the pattern's own place.
[[nodiscard]] document::Slot slot_at(const document::Slot& slot, Length x, Length width, Length whole_width, Length below);

/// The heads of `trial` in a module of `width`, set by the real setter; nullopt where one of them does not fit.
[[nodiscard]] std::optional<HeadBlock> head_block(const Trial& trial, const TrialPattern& pattern, Length width);

}  // namespace paiban::makeup
