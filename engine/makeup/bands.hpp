#pragma once
// Bands along the area's edges that fixed things fill (advertisements over the foot, a nameplate over the top) are no part of
// what is to be divided: a cut or a pinwheel goes through what lies between them.

#include "makeup/dissection.hpp"

namespace paiban::makeup {

/// A problem without such bands, and where its area begins in the whole one.
struct Inner {
  Problem problem;
  int column = 0, row = 0;
  int rows_lost = 0;

  [[nodiscard]] std::vector<Placed> to_inner(std::vector<Placed> places) const { return moved(std::move(places), -column, -row); }
  [[nodiscard]] std::vector<Placed> to_outer(std::vector<Placed> places) const { return moved(std::move(places), column, row); }

 private:
  [[nodiscard]] static std::vector<Placed> moved(std::vector<Placed> places, int columns, int rows) {
    for (Placed& placed : places) {
      placed.at.column += columns;
      placed.at.row += rows;
    }
    return places;
  }
};

/// A band stays where a relation names something of it.
[[nodiscard]] Inner without_bands(const Problem& problem);

}  // namespace paiban::makeup
