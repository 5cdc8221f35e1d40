#pragma once
// How a drawing for the press tells its colours apart: Cairo knows RGB alone, so every mixture of inks has an RGB that stands for
// it and means nothing else.

#include <cstdint>
#include <span>
#include <vector>

#include "paint/display_list.hpp"

namespace paiban::paint {

class Palette {
 public:
  /// All inks of `pages`. Black alone is always among them: it is what Cairo draws with when nobody says.
  explicit Palette(std::span<const DisplayList> pages);

  /// 0xRRGGBB: what stands for `colour`, by its inks, in the drawing. Black where `colour` is on none of the pages.
  [[nodiscard]] std::uint32_t sentinel_of(const Colour& colour) const;

  /// By sentinel: the n-th is that of the colour n.
  [[nodiscard]] std::span<const Inks> inks() const { return inks_; }

 private:
  void add(const Inks& inks);
  std::vector<Inks> inks_{black_alone};
};

}  // namespace paiban::paint
