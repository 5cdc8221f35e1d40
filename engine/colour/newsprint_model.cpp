#include "colour/newsprint_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace paiban::colour {
namespace {

/// Paper, solids and overprints by the inks that are on: 1 cyan, 2 magenta, 4 yellow, 8 black (IFRA26S, patches 1 to 7, 18 to
/// 26).
constexpr std::array<Xyz, 16> solids{{newsprint_paper,
                                      {20.79, 27.15, 39.60},
                                      {34.74, 23.42, 19.00},
                                      {13.36, 12.77, 19.37},
                                      {54.74, 57.34, 11.80},
                                      {15.39, 22.80, 11.85},
                                      {31.88, 21.81, 8.66},
                                      {11.09, 11.49, 9.37},
                                      {9.25, 9.41, 6.67},
                                      {7.25, 8.09, 7.71},
                                      {9.13, 7.98, 5.85},
                                      {7.05, 7.01, 6.94},
                                      {10.76, 11.15, 5.57},
                                      {7.72, 9.20, 6.19},
                                      {10.18, 8.81, 5.26},
                                      {6.80, 7.04, 5.68}}};

/// What a tone covers on the paper: the standard's curve, 26 % more at the middle (IFRA26S's black by Murray and Davies).
struct ToneStep {
  double tone = 0, area = 0;
};
constexpr std::array<ToneStep, 12> dot_gain{{{0.00, 0.000},
                                             {0.03, 0.067},
                                             {0.10, 0.213},
                                             {0.20, 0.394},
                                             {0.30, 0.541},
                                             {0.40, 0.664},
                                             {0.50, 0.760},
                                             {0.60, 0.840},
                                             {0.70, 0.895},
                                             {0.80, 0.939},
                                             {0.90, 0.972},
                                             {1.00, 1.000}}};

// ---- from tones to colour ----

/// CIE 1976, of a ratio to white.
double lightness_root(double ratio) {
  constexpr double dark = 216.0 / 24'389.0;
  return ratio > dark ? std::cbrt(ratio) : (24'389.0 / 27.0 * ratio + 16.0) / 116.0;
}

double cube_of_root(double root) {
  constexpr double dark = 6.0 / 29.0;
  return root > dark ? root * root * root : (root * 116 - 16) * 27.0 / 24'389.0;
}

/// Demichel's shares of the paper, dot upon dot by chance; Neugebauer's sum over them.
Xyz neugebauer(const std::array<double, 4>& areas) {
  Xyz sum;
  for (std::size_t on = 0; on < solids.size(); ++on) {
    double share = 1;
    for (std::size_t ink = 0; ink < areas.size(); ++ink) share *= (on >> ink & 1U) != 0 ? areas[ink] : 1 - areas[ink];
    sum.x += share * solids[on].x;
    sum.y += share * solids[on].y;
    sum.z += share * solids[on].z;
  }
  return {sum.x / solids[0].x, sum.y / solids[0].y, sum.z / solids[0].z};
}

// ---- from colour to tones ----

constexpr double most_ink = newsprint_ink_limit / 100.0;
constexpr double most_black = newsprint_black_limit / 100.0;

// Black begins where cyan, magenta and yellow share this much, and has taken over their gray where they share that much: less ink
// dries sooner and does not set off, and a gray of one plate keeps its hue when plates or inks drift. It begins late enough to
// keep faces free of black dots.
constexpr double black_begins = 0.10;
constexpr double black_is_all = 0.55;

// From here on, gray is black with more and more of the three beneath it.
constexpr double black_is_full = 46.0;

using Plates = std::array<double, 3>;  // C, M, Y

double distance(const Lab& a, const Lab& b) {
  return (a.L - b.L) * (a.L - b.L) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b);
}

Tones tones_of(const Plates& plates, double black) { return {plates[0], plates[1], plates[2], black}; }

/// Inside 0 to 1, and the sum not above `most`: what is too much is taken from all alike.
Plates within_limits(Plates plates, double most) {
  for (double& plate : plates) plate = std::clamp(plate, 0.0, 1.0);
  const double sum = plates[0] + plates[1] + plates[2];
  if (sum > most)
    for (double& plate : plates) plate *= most / sum;
  return plates;
}

/// The tones beside `black` that come nearest to `wanted`: one plate after the other, in steps that are halved when none helps.
Plates nearest_plates(const Lab& wanted, double black, Plates plates) {
  constexpr double first_step = 0.25;
  constexpr double last_step = 1.0 / 4'096.0;
  const double most = most_ink - black;
  plates = within_limits(plates, most);
  double best = distance(newsprint_colour(tones_of(plates, black)), wanted);
  for (double step = first_step; step >= last_step;) {
    bool better = false;
    for (std::size_t direction = 0; direction < 27; ++direction) {
      Plates tried = plates;
      std::size_t digits = direction;
      for (double& plate : tried) {
        plate += (static_cast<double>(digits % 3) - 1) * step;
        digits /= 3;
      }
      tried = within_limits(tried, most);
      const double apart = distance(newsprint_colour(tones_of(tried, black)), wanted);
      if (apart >= best) continue;
      best = apart;
      plates = tried;
      better = true;
    }
    if (!better) step /= 2;
  }
  return plates;
}

double smooth(double from, double to, double value) {
  const double share = std::clamp((value - from) / (to - from), 0.0, 1.0);
  return share * share * (3 - 2 * share);
}

/// The tone of black that is as dark by itself.
double black_of(double lightness) {
  double lighter = 0, darker = most_black;
  for (int halving = 0; halving < 20; ++halving) {
    const double tone = (lighter + darker) / 2;
    (newsprint_colour({0, 0, 0, tone}).L > lightness ? lighter : darker) = tone;
  }
  return lighter;
}

/// The black that takes the place of the gray in `plates`.
double black_for(const Plates& plates, double lightness) {
  const double gray = std::min({plates[0], plates[1], plates[2]});
  const double black = black_of(newsprint_colour({gray, gray, gray, 0}).L) * smooth(black_begins, black_is_all, gray);
  const double dark = smooth(black_is_full, newsprint_darkest, lightness) * smooth(black_begins, black_is_all, gray);
  return black + (most_black - black) * dark;
}

}  // namespace

Lab lab_of(const Xyz& relative) {
  const double x = lightness_root(relative.x), y = lightness_root(relative.y), z = lightness_root(relative.z);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Xyz xyz_of(const Lab& lab) {
  const double y = (lab.L + 16) / 116;
  return {cube_of_root(y + lab.a / 500), cube_of_root(y), cube_of_root(y - lab.b / 200)};
}

double area_of(double tone) {
  const auto* above = std::ranges::find_if(dot_gain, [tone](const ToneStep& step) { return step.tone >= tone; });
  if (above == dot_gain.begin()) return 0;
  if (above == dot_gain.end()) return 1;
  const ToneStep& below = *std::prev(above);
  return below.area + (tone - below.tone) * (above->area - below.area) / (above->tone - below.tone);
}

Lab newsprint_colour_of_areas(const std::array<double, 4>& areas) { return lab_of(neugebauer(areas)); }

Lab newsprint_colour(const Tones& tones) {
  return newsprint_colour_of_areas({area_of(tones.c), area_of(tones.m), area_of(tones.y), area_of(tones.k)});
}

Tones newsprint_separation(const Lab& wanted) {
  const Lab within{std::max(wanted.L, newsprint_darkest), wanted.a, wanted.b};
  const Plates coloured = nearest_plates(within, 0, {0.4, 0.4, 0.4});
  const double black = black_for(coloured, within.L);
  return tones_of(nearest_plates(within, black, coloured), black);
}

}  // namespace paiban::colour
