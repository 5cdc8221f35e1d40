#pragma once
// 小样: a story by itself, its lines as they stand on the page one below the other, far enough apart to write between them.

#include <vector>

#include "engine.hpp"
#include "proof/captions.hpp"
#include "proof/slug.hpp"

namespace paiban::proof {

/// Sheets of A4, every story beginning on one of its own, boxes after the story that holds them. Line ends, tracking and faces
/// are those of the page, larger; lines are numbered as on the page, leg by leg.
[[nodiscard]] Result<std::vector<paint::DisplayList>> galleys(const Edition& edition, const SlugFacts& facts, Captions& captions);

}  // namespace paiban::proof
