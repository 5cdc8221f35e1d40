#pragma once
// Prices and structure read from the places alone, in a problem without bands (bands.hpp).

#include "makeup/dissection.hpp"

namespace paiban::makeup {

[[nodiscard]] Bill bill_of(const Problem& problem, const std::vector<Placed>& places);
[[nodiscard]] std::string structure_in(const Problem& problem, const std::vector<Placed>& places);

}  // namespace paiban::makeup
