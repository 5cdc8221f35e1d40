#pragma once
// How much ink the samples of a picture take.

#include <optional>

#include "preflight/colour.hpp"

namespace paiban::preflight {

/// The most ink of any sample of a CMYK picture of eight bits, in whole per cent, after the Decode array. nullopt for other
/// pictures, which cannot reach a limit above 100 %, and for what cannot be decoded within the limits.
[[nodiscard]] std::optional<int> most_ink_of(Object picture, const ColourSpace& space);

}  // namespace paiban::preflight
