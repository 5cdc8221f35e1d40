#include "colour/ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/message_table.hpp"
#include "colour/handles.hpp"

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

/// The light that the press gives back at each level of black ink; never more where there is more ink. So few colours are not
/// worth the table that a Transform is given.
Result<std::array<double, levels>> light_of_black(const Profile& press) {
  Session session;
  const ProfileHandle from = session.open(press);
  const ProfileHandle to = session.open(lab());
  const TransformHandle transform(cmsCreateTransformTHR(session.context(), from.get(), format_of(press.space, 1), to.get(),
                                                        TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC,
                                                        cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE));
  if (!transform || press.space != Space::cmyk)
    return tl::unexpected(Diagnostic{Code::profile_damaged, {}, {press.name, session.complaint()}, {}, {}});
  std::array<std::array<std::uint8_t, 4>, levels> inks{};
  for (unsigned level = 0; level < levels; ++level) inks[level][3] = static_cast<std::uint8_t>(level);
  std::array<std::array<std::uint16_t, 3>, levels> seen{};
  cmsDoTransform(transform.get(), inks.data(), seen.data(), levels);
  std::array<double, levels> light{};
  for (unsigned level = 0; level < levels; ++level)
    light[level] = std::min(light_of(seen[level][0]), level == 0 ? 1.0 : light[level - 1]);
  return light;
}

/// The ink that is as light as each step of lightness, of `lightness_steps`.
std::vector<std::uint8_t> ink_by_lightness(const std::array<double, levels>& light) {
  std::vector<std::uint8_t> ink(lightness_steps);
  const double black = light.back(), range = light.front() - black;
  unsigned level = levels - 1;
  for (unsigned step = 0; step < lightness_steps; ++step) {
    const double wanted = black + range * light_of(static_cast<double>(step) / (lightness_steps - 1));
    const auto off = [&](unsigned at) { return std::abs(light[at] - wanted); };
    while (level > 0 && off(level - 1) <= off(level)) --level;
    ink[step] = static_cast<std::uint8_t>(level);
  }
  return ink;
}

void by_lightness(const Lightness& lightness, std::span<const std::uint8_t> ink, std::span<const std::uint8_t> from,
                  std::span<std::uint8_t> black) {
  std::vector<std::uint16_t> seen(from.size() / lightness.samples_from());
  lightness.apply(from, seen);
  for (std::size_t i = 0; i < seen.size(); ++i) black[i] = ink[seen[i] >> lightness_shift];
}

}  // namespace

// A gray has 256 values: each is looked up once, not once a pixel.
Result<BlackInk> BlackInk::make(const Profile& from, const Profile& press) {
  auto lightness = Lightness::make(from);
  if (!lightness) return tl::unexpected(std::move(lightness).error());
  const auto light = light_of_black(press);
  if (!light) return tl::unexpected(light.error());
  std::vector<std::uint8_t> ink = ink_by_lightness(*light);
  if (lightness->samples_from() == 1) {
    std::vector<std::uint8_t> grays(levels), inks(levels);
    std::iota(grays.begin(), grays.end(), std::uint8_t{0});
    by_lightness(*lightness, ink, grays, inks);
    ink = std::move(inks);
  }
  return BlackInk(std::move(*lightness), std::move(ink));
}

void BlackInk::apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> black) const {
  if (lightness_.samples_from() != 1) return by_lightness(lightness_, ink_, from, black);
  for (std::size_t i = 0; i < from.size(); ++i) black[i] = ink_[from[i]];
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
