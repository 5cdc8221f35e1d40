#include "colour/ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace paiban::colour {
namespace {

constexpr unsigned levels = 256;
constexpr unsigned lightness_shift = 4;  // 4096 steps: 16 to a level of ink
constexpr unsigned lightness_steps = 1U << (16U - lightness_shift);

/// CIE 15: from lightness, 0 to 1, to linear light.
double light_of(double lightness) {
  constexpr double linear_end = 0.08, kappa = 9.032962962;
  return lightness <= linear_end ? lightness / kappa : std::pow((lightness + 0.16) / 1.16, 3.0);
}

double light_of(std::uint16_t lightness) { return light_of(lightness / 65535.0); }

/// The light that the press gives back at each level of black ink; never more where there is more ink.
Result<std::array<double, levels>> light_of_black(const Profile& press) {
  const auto lightness = Lightness::make(press);
  if (!lightness) return tl::unexpected(lightness.error());
  std::vector<std::uint8_t> inks;
  for (unsigned level = 0; level < levels; ++level) inks.insert(inks.end(), {0, 0, 0, static_cast<std::uint8_t>(level)});
  std::array<std::uint16_t, levels> seen{};
  lightness->apply(inks, seen);
  std::array<double, levels> light{};
  for (unsigned level = 0; level < levels; ++level)
    light[level] = std::min(light_of(seen[level]), light[level > 0 ? level - 1 : 0] + (level == 0 ? 1.0 : 0.0));
  return light;
}

}  // namespace

Result<BlackInk> BlackInk::make(const Profile& from, const Profile& press) {
  auto lightness = Lightness::make(from);
  if (!lightness) return tl::unexpected(std::move(lightness).error());
  const auto light = light_of_black(press);
  if (!light) return tl::unexpected(light.error());
  std::vector<std::uint8_t> ink(lightness_steps);
  const double black = light->back(), range = light->front() - black;
  unsigned level = levels - 1;
  for (unsigned step = 0; step < lightness_steps; ++step) {
    const double wanted = black + range * light_of(static_cast<double>(step) / (lightness_steps - 1));
    const auto off = [&](unsigned at) { return std::abs((*light)[at] - wanted); };
    while (level > 0 && off(level - 1) <= off(level)) --level;
    ink[step] = static_cast<std::uint8_t>(level);
  }
  return BlackInk(std::move(*lightness), std::move(ink));
}

void BlackInk::apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> black) const {
  std::vector<std::uint16_t> lightness(from.size() / lightness_.samples_from());
  lightness_.apply(from, lightness);
  for (std::size_t i = 0; i < lightness.size(); ++i) black[i] = ink_[lightness[i] >> lightness_shift];
}

void limit_ink(std::span<std::uint8_t> cmyk, unsigned most) {
  for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4) {
    const unsigned colours = unsigned{cmyk[at]} + cmyk[at + 1] + cmyk[at + 2];
    if (colours + cmyk[at + 3] <= most) continue;
    const unsigned black = std::min(unsigned{cmyk[at + 3]}, most);
    cmyk[at + 3] = static_cast<std::uint8_t>(black);
    for (std::size_t ink = at; ink < at + 3; ++ink)
      cmyk[ink] = colours == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(cmyk[ink] * (most - black) / colours);
  }
}

}  // namespace paiban::colour
