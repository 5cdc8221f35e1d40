#pragma once
// 保持结构: a page that is made up already is filled again after its copy has changed, and moves as little as it can.

#include <optional>
#include <vector>

#include "makeup/module.hpp"

namespace paiban::makeup {

/// A module where it stands, and all that may stand there instead: modules of its width, of any height.
struct KeptModule {
  std::vector<Module> candidates;
  int column = 0, row = 0, width = 1;  ///< cells of the area, from 0
  int height = 0;                      ///< rows that it takes now, the separation below it counted
};

struct Refit {
  std::vector<Module> modules;  ///< one for each kept module
  std::vector<int> rows;        ///< of each, its top row from 0
  int moved = 0;                ///< rows that edges between modules were moved by, all together
  Cost cost = 0;
};

/// The edges between modules stay where they are or move by a few rows, all modules below or above one edge with it. Of all ways
/// the one that moves the edges by the fewest rows; of those the cheapest. Nullopt where none fills the area within `most_moved`.
/// `kept` fills an area of `rows` rows, the last separation counted.
[[nodiscard]] std::optional<Refit> refit(const std::vector<KeptModule>& kept, int rows, int most_moved = 24);

}  // namespace paiban::makeup
