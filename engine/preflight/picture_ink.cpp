#include "preflight/picture_ink.hpp"

#include <algorithm>
#include <cmath>

#include "preflight/big_endian.hpp"

namespace paiban::preflight {
namespace {

constexpr std::uint32_t most_samples = 64U << 20U;  // as picture/ limits what it reads
constexpr int eight_bits = 8;

/// Columns times lines, as a JPEG's own frame header has them: they are decoded, whatever the dictionary says. 0: no frame.
std::uint64_t jpeg_samples(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    const auto marker = unsigned_at(bytes, at, 2);
    if (marker < 0xFF01 || marker == 0xFFDA) return 0;
    const bool frame = marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    if (frame) return std::uint64_t{unsigned_at(bytes, at + 5, 2)} * unsigned_at(bytes, at + 7, 2);
    at += 2 + unsigned_at(bytes, at + 2, 2);
  }
  return 0;
}

bool is_within_limits(Object picture) {
  for (const Object& filter : members_of(get(picture, "/Filter"))) {
    if (name_of(filter) != "/DCTDecode") continue;
    const auto raw = bytes_of(picture, qpdf_dl_none);
    const auto samples = raw ? jpeg_samples(*raw) : 0;
    return samples != 0 && samples <= most_samples;
  }
  return true;
}

}  // namespace

std::optional<int> most_ink_of(Object picture, const ColourSpace& space) {
  constexpr std::size_t plates = 4;
  const bool cmyk = space.family == Family::cmyk || space.family == Family::profiled_cmyk;
  if (!cmyk || space.indexed || whole_number_of(get(picture, "/BitsPerComponent")).value_or(eight_bits) != eight_bits)
    return std::nullopt;
  if (!is_within_limits(picture)) return std::nullopt;
  const auto samples = bytes_of(picture, qpdf_dl_all);
  if (!samples) return std::nullopt;
  // Decode maps 0 … 255 to its pair of ends; a sum of inks is a constant and a factor for each plate.
  const auto decode = numbers_of(get(picture, "/Decode"));
  const bool inverted = decode && decode->size() == 2 * plates && (*decode)[0] > (*decode)[1];
  int most = 0;
  for (std::size_t at = 0; at + plates <= samples->size(); at += plates) {
    int sum = 0;
    for (std::size_t plate = 0; plate < plates; ++plate) sum += static_cast<unsigned char>((*samples)[at + plate]);
    most = std::max(most, inverted ? 4 * 255 - sum : sum);
  }
  return static_cast<int>(std::lround(most * 100 / 255.0));
}

}  // namespace paiban::preflight
