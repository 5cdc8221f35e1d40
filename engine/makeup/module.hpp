#pragma once
// 单元: one way to set a story in a rectangle of the make-up area, to the line.

#include <cstddef>
#include <vector>

#include "base/length.hpp"
#include "document/makeup_area.hpp"
#include "makeup/module_prices.hpp"

namespace paiban::makeup {

/// What was used to make a module come out, for the report.
struct ModuleLevers {
  int air = 0;        ///< rows
  int looseness = 0;  ///< lines more (fewer: below 0) than the copy takes by itself
  Ratio crop;         ///< of a picture's height (below zero: of its width)
  bool other_legs = false;
};

/// Rows and columns of a story; where it stands is not known yet. From top to bottom: picture (of a picture), head bands, text.
/// A corner, if there is one, takes the rightmost columns of the text's last rows.
struct Module {
  std::size_t story = 0;       ///< of Trial::stories
  std::size_t pattern = 0;     ///< of that story's patterns
  int width = 1;               ///< columns of the area
  int height = 0;              ///< rows, the separation below not counted
  std::vector<int> bands;      ///< rows of each of the pattern's head bands; 0: the story has no such head
  int head_columns = 0;        ///< that the heads stand over, from the left; fewer than `width`: the other legs begin beside them
  int picture = 0;             ///< rows
  int legs = 0;                ///< of its text; equal to `width` where they are the page's columns
  int text = 0;                ///< rows of the legs that no corner shortens
  std::vector<Module> corner;  ///< none, or one
  bool guest = false;          ///< of the corner: a story of its own, with the separation above it; else a box of this one
  ModuleLevers levers;
  Cost cost = 0;
  [[nodiscard]] bool has_corner_beside() const { return !corner.empty() && corner.front().width < width; }
  /// Rows that a corner beside the text takes from the legs over it, the separation above a guest counted.
  [[nodiscard]] int corner_rows() const {
    return has_corner_beside() ? corner.front().height + (guest ? document::separation_rows : 0) : 0;
  }
  /// Rows of each leg, from the left.
  [[nodiscard]] std::vector<int> leg_rows() const {
    std::vector<int> rows(static_cast<std::size_t>(legs), text);
    const bool inset = legs == width && head_columns < width;
    for (int i = 0; i < legs; ++i) {
      if (inset && i >= head_columns) rows[static_cast<std::size_t>(i)] += head_rows();
      if (has_corner_beside() && i >= legs - corner.front().width) rows[static_cast<std::size_t>(i)] -= corner_rows();
    }
    return rows;
  }
  [[nodiscard]] int head_rows() const {
    int rows = levers.air;
    for (const int band : bands) rows += band;
    return rows;
  }
};

}  // namespace paiban::makeup
