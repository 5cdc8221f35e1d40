#pragma once
// What becomes of a picture's colours on the press: black ink alone, and never more ink than the paper takes.

#include <cstdint>
#include <span>
#include <vector>

#include "base/length.hpp"
#include "colour/transform.hpp"

namespace paiban::colour {

/// Pixels as percentages of black ink alone, that look as light on the press as they were, with the source's black brought to
/// the press's (in linear light, as black point compensation does it).
class BlackInk {
 public:
  /// Errors: profile_damaged.
  [[nodiscard]] static Result<BlackInk> make(const Profile& from, const Profile& press);
  /// One sample a pixel: 0 is paper, 255 all black.
  void apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> black) const;

 private:
  BlackInk(Lightness lightness, std::vector<std::uint8_t> ink) : lightness_(std::move(lightness)), ink_(std::move(ink)) {}
  Lightness lightness_;
  std::vector<std::uint8_t> ink_;  // of one sample a pixel: by its value; else by lightness, the low bits left out
};

/// The ink limit 总墨量 (230 % is Ratio{23'000}) in the samples of one pixel added up, rounded down.
[[nodiscard]] constexpr unsigned ink_samples(Ratio limit) {
  return limit.ten_thousandths <= 0 ? 0U : static_cast<unsigned>(limit.ten_thousandths * 255 / Ratio::one().ten_thousandths);
}

/// Takes ink out of every pixel of `cmyk` that has more than `most` (see ink_samples). Black stays: it carries the drawing of the
/// shadows, costs one layer, and cannot shift in hue. The three colours go down by one factor, so that their balance, and with it
/// the hue and the gray axis, stays; a profile made for the limit leaves so little to take that no black need be added for it.
/// Black itself gives way only where it alone is too much.
void limit_ink(std::span<std::uint8_t> cmyk, unsigned most);

}  // namespace paiban::colour
