#pragma once
// From modules at places to the zones of a page, in the template's own terms: what an editor could have typed.

#include <string>
#include <vector>

#include "makeup/module.hpp"
#include "makeup/trial.hpp"

namespace paiban::makeup {

/// A module with its top left cell in the area, from 0.
struct PlacedModule {
  const Module* module = nullptr;
  int column = 0, row = 0;
};

/// Which story stands in which region.
struct Seat {
  std::size_t story = 0;  ///< of Trial::stories
  std::string region;
};

struct Structure {
  std::vector<document::Zone> zones;  ///< the whole page: the template's own above and below the area, then a zone a module
  std::vector<Seat> seats;
};

/// The zones of `design` outside its make-up area, and `modules` in it; they must fill it. Rules stand below modules and in the
/// gutters between them.
[[nodiscard]] Structure structure_of(const Trial& trial, const document::Template& design,
                                     const std::vector<PlacedModule>& modules);

}  // namespace paiban::makeup
