#pragma once
// From Cairo's PDF to one of a standard.

#include <string>

#include "base/diagnostic.hpp"
#include "finish/facts.hpp"
#include "finish/flavour.hpp"
#include "finish/output_intent.hpp"

namespace paiban::finish {

/// `drawn`, with all that `flavour` wants. A drawing for the press has each page on a sheet larger by `facts.bleed` on every
/// side, and in the RGB of `facts.inks`. The same arguments give the same bytes. Error: pdf_not_finished, a fault of ours.
[[nodiscard]] Result<std::string> finish(std::string drawn, const Facts& facts, Flavour flavour, const OutputIntent& intent);

}  // namespace paiban::finish
