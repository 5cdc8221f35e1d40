#pragma once
// A small press for tests: inks that each hold back 85 % of their light, in a CMYK profile made by lcms2.

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace paiban {

namespace small_press {

inline constexpr double strength = 0.85;
inline constexpr std::array<std::array<double, 3>, 3> to_xyz{
    {{0.43607, 0.38515, 0.14307}, {0.22249, 0.71687, 0.06061}, {0.01392, 0.09708, 0.71410}}};
inline constexpr std::array<std::array<double, 3>, 3> to_light{
    {{3.13386, -1.61687, -0.49062}, {-0.97877, 1.91614, 0.03346}, {0.07195, -0.22899, 1.40524}}};

inline std::array<double, 3> product(const std::array<std::array<double, 3>, 3>& matrix, const std::array<double, 3>& by) {
  std::array<double, 3> sum{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) sum[row] += matrix[row][column] * by[column];
  return sum;
}

inline int lab_of_inks(const cmsUInt16Number in[], cmsUInt16Number out[], void* /*cargo*/) {
  std::array<double, 3> light{};
  for (std::size_t i = 0; i < 3; ++i) light[i] = (1 - strength * in[i] / 65535.0) * (1 - strength * in[3] / 65535.0);
  const auto [x, y, z] = product(to_xyz, light);
  const cmsCIEXYZ xyz{x, y, z};
  cmsCIELab lab;
  cmsXYZ2Lab(nullptr, &lab, &xyz);
  cmsFloat2LabEncodedV2(out, &lab);
  return 1;
}

inline int inks_of_lab(const cmsUInt16Number in[], cmsUInt16Number out[], void* /*cargo*/) {
  cmsCIELab lab;
  cmsLabEncoded2FloatV2(&lab, in);
  cmsCIEXYZ xyz;
  cmsLab2XYZ(nullptr, &xyz, &lab);
  const auto light = product(to_light, {xyz.X, xyz.Y, xyz.Z});
  const auto ink = [](double passed) { return std::clamp((1 - passed) / strength, 0.0, 1.0); };
  const double black = ink(std::sqrt(std::max({light[0], light[1], light[2], 0.0})));
  for (std::size_t i = 0; i < 3; ++i)
    out[i] = static_cast<cmsUInt16Number>(std::lround(65535 * ink(light[i] / (1 - strength * black))));
  out[3] = static_cast<cmsUInt16Number>(std::lround(65535 * black));
  return 1;
}

inline void add_table(cmsHPROFILE profile, cmsTagSignature tag, cmsUInt32Number grid, cmsUInt32Number in, cmsUInt32Number out,
                      cmsSAMPLER16 sampler) {
  cmsPipeline* way = cmsPipelineAlloc(nullptr, in, out);
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, grid, in, out, nullptr);
  cmsStageSampleCLut16bit(table, sampler, nullptr, 0);
  cmsPipelineInsertStage(way, cmsAT_BEGIN, table);
  cmsWriteTag(profile, tag, way);
  cmsPipelineFree(way);
}

}  // namespace small_press

inline std::string small_press_profile() {
  const cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsMLU* name = cmsMLUalloc(nullptr, 1);
  cmsMLUsetASCII(name, "en", "US", "a small press");
  cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
  cmsMLUfree(name);
  small_press::add_table(profile, cmsSigAToB0Tag, 7, 4, 3, small_press::lab_of_inks);
  small_press::add_table(profile, cmsSigBToA0Tag, 25, 3, 4, small_press::inks_of_lab);
  cmsUInt32Number length = 0;
  cmsSaveProfileToMem(profile, nullptr, &length);
  std::string bytes(length, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &length);
  cmsCloseProfile(profile);
  return bytes;
}

}  // namespace paiban
