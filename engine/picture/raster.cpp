#include "picture/raster.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace paiban::picture {
namespace {

constexpr std::size_t index(int number) { return static_cast<std::size_t>(number); }

/// Integers of a TIFF structure in the order of its bytes; 0 beyond its end.
class TiffNumbers {
 public:
  TiffNumbers(std::string_view bytes, bool big) : bytes_(bytes), big_(big) {}
  [[nodiscard]] std::uint32_t at(std::size_t offset, std::size_t count) const {
    if (offset > bytes_.size() || bytes_.size() - offset < count) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i)
      number = (number << 8U) | static_cast<unsigned char>(bytes_[offset + (big_ ? i : count - 1 - i)]);
    return number;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

/// What of a line of `from` samples goes to one of `to`: for each, the first sample it covers and how much of it, in units of
/// 1/`to` of a sample.
struct Cover {
  std::uint64_t begin, end;  // in units
};
constexpr Cover cover(int at, int from) {
  return {static_cast<std::uint64_t>(at) * static_cast<std::uint64_t>(from),
          static_cast<std::uint64_t>(at + 1) * static_cast<std::uint64_t>(from)};
}

/// Calls `take(sample, weight)` for each sample that `cover` meets; a sample is `unit` wide.
template <typename Take>
void for_each_covered(Cover cover, std::uint64_t unit, Take take) {
  for (std::uint64_t at = cover.begin; at < cover.end;) {
    const std::uint64_t next = std::min(cover.end, (at / unit + 1) * unit);
    take(static_cast<std::size_t>(at / unit), static_cast<std::uint32_t>(next - at));
    at = next;
  }
}

Raster narrowed(const Raster& raster, int width) {
  const std::size_t samples = samples_of(raster.colour);
  const auto whole = static_cast<std::uint32_t>(raster.width);
  Raster out{width, raster.height, raster.colour, {}};
  out.samples.reserve(out.row_bytes() * index(out.height));
  for (int y = 0; y < raster.height; ++y) {
    const std::uint8_t* row = &raster.samples[index(y) * raster.row_bytes()];
    for (int x = 0; x < width; ++x) {
      for (std::size_t sample = 0; sample < samples; ++sample) {
        std::uint32_t sum = whole / 2;
        for_each_covered(cover(x, raster.width), static_cast<std::uint64_t>(width),
                         [&](std::size_t at, std::uint32_t weight) { sum += weight * row[at * samples + sample]; });
        out.samples.push_back(static_cast<std::uint8_t>(sum / whole));
      }
    }
  }
  return out;
}

Raster lowered(const Raster& raster, int height) {
  const auto whole = static_cast<std::uint32_t>(raster.height);
  Raster out{raster.width, height, raster.colour, {}};
  out.samples.reserve(out.row_bytes() * index(height));
  std::vector<std::uint32_t> sums(raster.row_bytes());
  for (int y = 0; y < height; ++y) {
    std::ranges::fill(sums, whole / 2);
    for_each_covered(cover(y, raster.height), static_cast<std::uint64_t>(height), [&](std::size_t at, std::uint32_t weight) {
      const std::uint8_t* row = &raster.samples[at * sums.size()];
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weight * row[i];
    });
    for (const std::uint32_t sum : sums) out.samples.push_back(static_cast<std::uint8_t>(sum / whole));
  }
  return out;
}

}  // namespace

Raster turned(Raster raster, Turn turn) {
  if (turn == Turn::upright) return raster;
  const std::size_t samples = samples_of(raster.colour);
  Raster out{raster.width, raster.height, raster.colour, {}};
  if (swaps_axes(turn)) std::swap(out.width, out.height);
  out.samples.resize(raster.samples.size());
  std::uint8_t* to = out.samples.data();
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x, to += samples) {
      int from_x = swaps_axes(turn) ? y : x, from_y = swaps_axes(turn) ? x : y;
      if (mirrors_x(turn)) from_x = raster.width - 1 - from_x;
      if (mirrors_y(turn)) from_y = raster.height - 1 - from_y;
      std::memcpy(to, &raster.samples[index(from_y) * raster.row_bytes() + index(from_x) * samples], samples);
    }
  }
  return out;
}

Raster cut_out(const Raster& raster, int left, int top, int right, int bottom) {
  Raster out{right - left, bottom - top, raster.colour, {}};
  out.samples.reserve(out.row_bytes() * index(out.height));
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* start = &raster.samples[index(y) * raster.row_bytes() + index(left) * samples_of(raster.colour)];
    out.samples.insert(out.samples.end(), start, start + out.row_bytes());
  }
  return out;
}

Raster scaled_down(const Raster& raster, int width, int height) {
  Raster out = height < raster.height ? lowered(raster, height) : raster;
  return width < out.width ? narrowed(out, width) : out;
}

// Exif 2.32, 4.5: a TIFF header, then its first directory, whose entries are 12 bytes each.
Turn exif_turn(std::string_view exif) {
  constexpr std::string_view signature{"Exif\0\0", 6};
  constexpr std::uint32_t orientation_tag = 0x0112, short_type = 3;
  if (!exif.starts_with(signature)) return Turn::upright;
  exif.remove_prefix(signature.size());
  const bool big = exif.starts_with("MM");
  if (!big && !exif.starts_with("II")) return Turn::upright;
  const TiffNumbers numbers(exif, big);
  const std::size_t directory = numbers.at(4, 4);
  for (std::size_t entry = 0, count = numbers.at(directory, 2); entry < count; ++entry) {
    const std::size_t at = directory + 2 + 12 * entry;
    if (numbers.at(at, 2) != orientation_tag || numbers.at(at + 2, 2) != short_type) continue;
    const std::uint32_t value = numbers.at(at + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<Turn>(value) : Turn::upright;
  }
  return Turn::upright;
}

}  // namespace paiban::picture
