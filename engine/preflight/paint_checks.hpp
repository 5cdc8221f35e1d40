#pragma once
// What is asked of everything that is painted: colours that mean something, plates, ink, sizes, tags.

#include <array>
#include <vector>

#include "preflight/graphics.hpp"
#include "preflight/resources.hpp"
#include "preflight/surroundings.hpp"

namespace paiban::preflight {

/// A page as the checks see it.
struct PageFrame {
  int number = 1;
  PageBoxes trim;  ///< places are told from its top left corner
};

class PaintChecks {
 public:
  PaintChecks(const PageFrame& frame, Surroundings& file) : frame_(frame), file_(file) {}

  /// A colour operator: its space is looked at, used or not.
  void name(const ColourSpace& space, const Resources& resources);

  void text(const GraphicsState& state, Point at, double size, const Font& font);
  void fill(const GraphicsState& state, const Extent& extent, double thinnest);
  void stroke(const GraphicsState& state, const Extent& extent);
  void picture(Object picture, const GraphicsState& state, const Resources& resources);
  void shading(Object shading, const Resources& resources);
  /// Something is painted outside of all marked content.
  void untagged(Point at);

  [[nodiscard]] Place place(Point at) const;

 private:
  void judge_ink(const Inks& inks, Point at);
  void judge_resolution(Object picture, const Matrix& ctm, Point at);
  void judge_samples(Object picture, const ColourSpace& space, Point at);
  void judge_space(Family family, const Resources& resources, const Place& place);

  PageFrame frame_;
  Surroundings& file_;
  std::array<bool, 16> named_{};  ///< by family
  std::vector<Extent> tints_;     ///< under what is painted later
};

}  // namespace paiban::preflight
