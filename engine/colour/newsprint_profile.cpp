#include "colour/newsprint_profile.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "colour/newsprint_model.hpp"

namespace paiban::colour {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct FreePipeline {
  void operator()(cmsPipeline* pipeline) const { cmsPipelineFree(pipeline); }
};
struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
struct FreeText {
  void operator()(cmsMLU* text) const { cmsMLUfree(text); }
};
using OpenProfile = std::unique_ptr<void, CloseProfile>;
using Pipeline = std::unique_ptr<cmsPipeline, FreePipeline>;
using Curve = std::unique_ptr<cmsToneCurve, FreeCurve>;
using Text = std::unique_ptr<cmsMLU, FreeText>;

constexpr double profile_version = 2.1;
constexpr std::size_t entries = 256;      // of a curve; a byte's worth, so that a curve may bend at any of them
constexpr cmsUInt32Number ink_nodes = 9;  // a side: over areas the model is all but straight
constexpr cmsUInt32Number lab_nodes = 21;
constexpr double full = 65'535.0;  // a sample of 16 bits

cmsUInt16Number sample(double share) { return static_cast<cmsUInt16Number>(std::lround(std::clamp(share, 0.0, 1.0) * full)); }

// ---- how the nodes stand in Lab: dense where newsprint has colours ----

/// One axis: below and above `from` and `to`, the parts of a byte's range in which colours are, the nodes stand wide apart.
struct Axis {
  double from = 0, to = 1;            // of the encoded value, 0 to 1
  double node_from = 0, node_to = 1;  // of the nodes
};
// L* from 36 on; a* and b* from -64 to 64, zero on a node.
constexpr Axis light_axis{92.0 / 256, 1, 0.05, 1};
constexpr Axis hue_axis{64.0 / 256, 192.0 / 256, 0.1, 0.9};

/// Straight from (0, 0) over (from, node_from) and (to, node_to) to (1, 1).
double along(double value, const Axis& axis) {
  if (value < axis.from) return value / axis.from * axis.node_from;
  if (value > axis.to) return axis.node_to + (value - axis.to) / (1 - axis.to) * (1 - axis.node_to);
  return axis.node_from + (value - axis.from) / (axis.to - axis.from) * (axis.node_to - axis.node_from);
}

Axis turned(const Axis& axis) { return {axis.node_from, axis.node_to, axis.from, axis.to}; }

Curve curve_along(const Axis& axis) {
  std::array<cmsUInt16Number, entries + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = sample(along(static_cast<double>(i) / entries, axis));
  return Curve(cmsBuildTabulatedToneCurve16(nullptr, table.size(), table.data()));
}

Curve straight_curve() { return curve_along({0, 1, 0, 1}); }

Curve curve_of_dots() {
  std::array<cmsUInt16Number, entries + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = sample(area_of(static_cast<double>(i) / entries));
  return Curve(cmsBuildTabulatedToneCurve16(nullptr, table.size(), table.data()));
}

// ---- what stands at the nodes ----

Lab lab_at(std::span<const cmsUInt16Number, 3> node) {
  const std::array<Axis, 3> axes{light_axis, hue_axis, hue_axis};
  std::array<cmsUInt16Number, 3> encoded{};
  for (std::size_t i = 0; i < axes.size(); ++i) encoded[i] = sample(along(node[i] / full, turned(axes[i])));
  cmsCIELab lab;
  cmsLabEncoded2FloatV2(&lab, encoded.data());
  return {lab.L, lab.a, lab.b};
}

void write_tones(const Tones& tones, cmsUInt16Number* out) {
  const std::array<double, 4> plates{tones.c, tones.m, tones.y, tones.k};
  std::ranges::transform(plates, out, sample);
}

/// White stays white and black becomes the press's black, in linear light between them: what a viewer takes for the same picture.
Lab with_press_black(const Lab& lab) {
  const double black = xyz_of({newsprint_darkest, 0, 0}).y;
  const Xyz light = xyz_of(lab);
  const auto lifted = [black](double value) { return black + (1 - black) * std::max(value, 0.0); };
  return lab_of({lifted(light.x), lifted(light.y), lifted(light.z)});
}

// lcms2 calls these for each node: what comes in, what goes out, nothing of ours.
cmsInt32Number colour_node(const cmsUInt16Number* in, cmsUInt16Number* out, void* /*none*/) {
  const Lab lab = newsprint_colour_of_areas({in[0] / full, in[1] / full, in[2] / full, in[3] / full});
  const cmsCIELab value{lab.L, lab.a, lab.b};
  cmsFloat2LabEncodedV2(out, &value);
  return 1;
}

cmsInt32Number colorimetric_node(const cmsUInt16Number* in, cmsUInt16Number* out, void* /*none*/) {
  write_tones(newsprint_separation(lab_at(std::span<const cmsUInt16Number, 3>(in, 3))), out);
  return 1;
}

cmsInt32Number perceptual_node(const cmsUInt16Number* in, cmsUInt16Number* out, void* /*none*/) {
  write_tones(newsprint_separation(with_press_black(lab_at(std::span<const cmsUInt16Number, 3>(in, 3)))), out);
  return 1;
}

/// 0 where the press has the colour.
cmsInt32Number gamut_node(const cmsUInt16Number* in, cmsUInt16Number* out, void* /*none*/) {
  constexpr double told_apart = 5;  // ΔE: a neighbour's difference on newsprint
  const Lab wanted = lab_at(std::span<const cmsUInt16Number, 3>(in, 3));
  const Lab had = newsprint_colour(newsprint_separation(wanted));
  const double apart = std::hypot(had.L - wanted.L, had.a - wanted.a, had.b - wanted.b);
  out[0] = apart <= told_apart ? 0 : sample(apart / 255);
  return 1;
}

// ---- the tags ----

template <std::size_t Channels>
bool add_curves(cmsPipeline* pipeline, const std::array<Curve, Channels>& curves) {
  std::array<cmsToneCurve*, Channels> plain{};
  std::ranges::transform(curves, plain.begin(), [](const Curve& curve) { return curve.get(); });
  return cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, Channels, plain.data())) != 0;
}

bool add_nodes(cmsPipeline* pipeline, cmsUInt32Number side, cmsUInt32Number in, cmsUInt32Number out, cmsSAMPLER16 node) {
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, side, in, out, nullptr);
  return cmsPipelineInsertStage(pipeline, cmsAT_END, table) != 0 && cmsStageSampleCLut16bit(table, node, nullptr, 0) != 0;
}

bool write_to_lab(cmsHPROFILE profile) {
  const Pipeline pipeline(cmsPipelineAlloc(nullptr, 4, 3));
  return pipeline && add_curves<4>(pipeline.get(), {curve_of_dots(), curve_of_dots(), curve_of_dots(), curve_of_dots()}) &&
         add_nodes(pipeline.get(), ink_nodes, 4, 3, colour_node) &&
         add_curves<3>(pipeline.get(), {straight_curve(), straight_curve(), straight_curve()}) &&
         cmsWriteTag(profile, cmsSigAToB0Tag, pipeline.get()) != 0 && cmsLinkTag(profile, cmsSigAToB1Tag, cmsSigAToB0Tag) != 0 &&
         cmsLinkTag(profile, cmsSigAToB2Tag, cmsSigAToB0Tag) != 0;
}

template <std::size_t Channels>
bool write_from_lab(cmsHPROFILE profile, cmsTagSignature tag, cmsSAMPLER16 node) {
  const Pipeline pipeline(cmsPipelineAlloc(nullptr, 3, Channels));
  std::array<Curve, Channels> out;
  std::ranges::generate(out, straight_curve);
  return pipeline && add_curves<3>(pipeline.get(), {curve_along(light_axis), curve_along(hue_axis), curve_along(hue_axis)}) &&
         add_nodes(pipeline.get(), lab_nodes, 3, Channels, node) && add_curves<Channels>(pipeline.get(), out) &&
         cmsWriteTag(profile, tag, pipeline.get()) != 0;
}

bool write_text(cmsHPROFILE profile, cmsTagSignature tag, const char* words) {
  const Text text(cmsMLUalloc(nullptr, 1));
  return text && cmsMLUsetASCII(text.get(), "en", "US", words) != 0 && cmsWriteTag(profile, tag, text.get()) != 0;
}

bool write_tags(cmsHPROFILE profile) {
  const cmsCIEXYZ paper{newsprint_paper.x / 100, newsprint_paper.y / 100, newsprint_paper.z / 100};
  return write_text(profile, cmsSigProfileDescriptionTag, newsprint_name) &&
         write_text(profile, cmsSigCopyrightTag, "No copyright: CC0") &&
         cmsWriteTag(profile, cmsSigMediaWhitePointTag, &paper) != 0 && write_to_lab(profile) &&
         write_from_lab<4>(profile, cmsSigBToA0Tag, perceptual_node) &&
         write_from_lab<4>(profile, cmsSigBToA1Tag, colorimetric_node) &&
         cmsLinkTag(profile, cmsSigBToA2Tag, cmsSigBToA0Tag) != 0 && write_from_lab<1>(profile, cmsSigGamutTag, gamut_node);
}

/// lcms2 writes the clock there; the model stands since this day, midnight.
void set_date(std::string& profile) {
  constexpr std::size_t date_field = 24;  // ICC.1, 7.2: six numbers of two bytes
  constexpr std::array<std::uint16_t, 6> date{2025, 1, 1, 0, 0, 0};
  for (std::size_t i = 0; i < date.size(); ++i) {
    profile[date_field + 2 * i] = static_cast<char>(date[i] >> 8U);
    profile[date_field + 2 * i + 1] = static_cast<char>(date[i] & 0xFFU);
  }
}

}  // namespace

std::string newsprint_profile() {
  const OpenProfile profile(cmsCreateProfilePlaceholder(nullptr));
  if (!profile) return {};
  cmsSetProfileVersion(profile.get(), profile_version);
  cmsSetDeviceClass(profile.get(), cmsSigOutputClass);
  cmsSetColorSpace(profile.get(), cmsSigCmykData);
  cmsSetPCS(profile.get(), cmsSigLabData);
  cmsUInt32Number length = 0;
  if (!write_tags(profile.get()) || cmsSaveProfileToMem(profile.get(), nullptr, &length) == 0) return {};
  std::string bytes(length, '\0');
  if (cmsSaveProfileToMem(profile.get(), bytes.data(), &length) == 0) return {};
  set_date(bytes);
  return bytes;
}

}  // namespace paiban::colour
