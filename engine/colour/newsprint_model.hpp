#pragma once
// Coldset newsprint, modelled: what inks look like on it, and which inks look like a colour.
//
// The inks' solids and their overprints are the published ones of IFRA26S (2004), the characterisation that goes with
// ISO 12647-3: SpectroScan, D50, 2°, 45/0, white backing. Halftones are modelled by Neugebauer's equations over them, with the
// dot gain of 26 % in the middle tones that the standard aims at.

#include <array>

namespace paiban::colour {

/// Total ink and black that the profile's separations hold, in per cent (ISO 12647-3; IFRA26S).
inline constexpr int newsprint_ink_limit = 240;
inline constexpr int newsprint_black_limit = 95;

/// CIE L*a*b*, D50, relative to the paper.
struct Lab {
  double L = 0, a = 0, b = 0;
};
/// Tone values, 0 to 1.
struct Tones {
  double c = 0, m = 0, y = 0, k = 0;
};
/// CIE 1931 XYZ; of white 1 or 100, as it is said.
struct Xyz {
  double x = 0, y = 0, z = 0;
};

/// The unprinted paper, measured against a perfect white of 100.
inline constexpr Xyz newsprint_paper{64.42, 66.40, 50.04};

[[nodiscard]] Lab newsprint_colour(const Tones& tones);
/// The same of what C, M, Y, K cover, 0 to 1: area_of their tones.
[[nodiscard]] Lab newsprint_colour_of_areas(const std::array<double, 4>& areas);
/// What a tone covers on the paper: dot gain.
[[nodiscard]] double area_of(double tone);

/// The tones that come nearest to `wanted` within the limits: gray is printed with black as far as it may.
[[nodiscard]] Tones newsprint_separation(const Lab& wanted);

/// As dark as the limits allow: L*. What is wanted darker is printed so.
inline constexpr double newsprint_darkest = 42.0;

[[nodiscard]] Lab lab_of(const Xyz& relative);  ///< of a white of 1
[[nodiscard]] Xyz xyz_of(const Lab& lab);

}  // namespace paiban::colour
