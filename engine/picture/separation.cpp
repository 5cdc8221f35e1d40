#include "picture/separation.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <utility>

#include "base/message_table.hpp"
#include "picture/jpeg.hpp"

namespace paiban::picture {
namespace {

constexpr int block_side = 8;  // of JPEG: what happens in one block stays in it, if no sample is shared between blocks

/// Colours that differ by less are those of a gray photograph saved as RGB, after JPEG has been at it.
constexpr int gray_tolerance = 6;

/// Decoders may differ by one a sample (ISO/IEC 10918-2), and there are four.
constexpr unsigned decoder_tolerance = 4;

/// Blocks that JPEG's own error carries over the limit get less ink, so many times; then they become plain.
constexpr int most_rounds = 6;

constexpr std::size_t inks = 4;

int share_of(int pixels, Ratio share) {
  return static_cast<int>(scale_rounded(pixels, std::clamp(share, Ratio{}, Ratio::one()).ten_thousandths, 10'000));
}

/// Pixels that `length` needs at the press's resolution, at least one.
int pixels_for(Length length) {
  constexpr std::int64_t points_an_inch = 72;
  return static_cast<int>(
      std::clamp<std::int64_t>(scale_rounded(length.count(), press_ppi, points_an_inch * Length::units_per_point), 1, most_side));
}

/// The part that is wanted, no finer than the press shows it.
Result<Raster> seen_part(const Picture& picture, const PressPlace& place) {
  const int width = pixels_for(place.width), height = pixels_for(place.height);
  const auto whole_for = [](int pixels, Ratio from, Ratio to) {  // pixels of the whole picture, if its part has so many
    return static_cast<int>(
        std::min<std::int64_t>(scale_rounded(pixels, 10'000, std::max<std::int64_t>((to - from).ten_thousandths, 1)), most_side));
  };
  // Width alone steers the decoder: the wanted height in terms of it.
  const int whole_width = whole_for(width, place.left, place.right), whole_height = whole_for(height, place.top, place.bottom);
  const int for_height = static_cast<int>(scale_rounded(whole_height, picture.info.width, picture.info.height)) + 1;
  const auto raster = raster_of(picture, std::max(whole_width, for_height));
  if (!raster) return raster;
  const int left = std::min(share_of(raster->width, place.left), raster->width - 1);
  const int top = std::min(share_of(raster->height, place.top), raster->height - 1);
  const int right = std::max(share_of(raster->width, place.right), left + 1);
  const int bottom = std::max(share_of(raster->height, place.bottom), top + 1);
  const Raster part = cut_out(*raster, left, top, right, bottom);
  return scaled_down(part, std::min(width, part.width), std::min(height, part.height));
}

bool is_gray(const Raster& raster) {
  const auto& samples = raster.samples;
  if (raster.colour == PictureColour::gray) return true;
  const std::size_t step = samples_of(raster.colour);
  for (std::size_t at = 0; at < samples.size(); at += step) {
    const auto [least, most] = std::minmax({samples[at], samples[at + 1], samples[at + 2]});
    if (most - least > gray_tolerance) return false;
    if (raster.colour == PictureColour::cmyk && most > gray_tolerance) return false;  // gray of three inks may be meant
  }
  return true;
}

const colour::Profile& profile_of(const Picture& picture, const PressColours& press) {
  if (picture.profile) return *picture.profile;
  switch (picture.info.colour) {
    case PictureColour::gray:
      return colour::srgb_gray();
    case PictureColour::rgb:
      return colour::srgb();
    case PictureColour::cmyk:
      break;
  }
  return press.profile;
}

Result<Raster> in_black(const Raster& raster, const colour::Profile& from, const PressColours& press,
                        colour::TransformShelf& transforms) {
  const auto& black = transforms.black(from, press.profile);
  if (!black) return tl::unexpected(black.error());
  Raster gray{raster.width, raster.height, PictureColour::gray, {}};
  gray.samples.resize(gray.row_bytes() * static_cast<std::size_t>(gray.height));
  black->apply(raster.samples, gray.samples);
  for (std::uint8_t& sample : gray.samples) sample = static_cast<std::uint8_t>(255U - sample);
  return gray;
}

/// Black is all that the raster of inks has: it is on the press's own scale already.
Raster black_of(const Raster& raster) {
  Raster gray{raster.width, raster.height, PictureColour::gray, {}};
  gray.samples.reserve(raster.samples.size() / inks);
  for (std::size_t at = 0; at < raster.samples.size(); at += inks)
    gray.samples.push_back(static_cast<std::uint8_t>(255U - raster.samples[at + 3]));
  return gray;
}

Result<Raster> in_four(Raster raster, const colour::Profile& from, const PressColours& press,
                       colour::TransformShelf& transforms) {
  if (from.bytes == press.profile.bytes) return raster;  // separated for this press already
  const auto& transform = transforms.take(from, press.profile);
  if (!transform) return tl::unexpected(transform.error());
  Raster separated{raster.width, raster.height, PictureColour::cmyk, {}};
  separated.samples.resize(separated.row_bytes() * static_cast<std::size_t>(separated.height));
  transform->apply(raster.samples, separated.samples);
  return separated;
}

// ---- the ink limit, after JPEG ----

/// Calls `visit(pixel)` with the samples of each pixel of the block at `x`, `y`.
template <typename Samples, typename Visit>
void for_each_in_block(Samples& samples, int width, int height, int x, int y, Visit visit) {
  for (int row = y; row < std::min(y + block_side, height); ++row) {
    for (int column = x; column < std::min(x + block_side, width); ++column) {
      const std::size_t at =
          (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)) * inks;
      visit(std::span(samples).subspan(at, inks));
    }
  }
}

unsigned ink_of(std::span<const std::uint8_t> pixel) { return unsigned{pixel[0]} + pixel[1] + pixel[2] + pixel[3]; }

unsigned most_ink(const Raster& raster, int x, int y) {
  unsigned most = 0;
  for_each_in_block(raster.samples, raster.width, raster.height, x, y,
                    [&most](std::span<const std::uint8_t> pixel) { most = std::max(most, ink_of(pixel)); });
  return most;
}

/// All of a block in its average colour: JPEG keeps that to within a step of its first coefficient.
void make_plain(Raster& raster, int x, int y, unsigned most) {
  std::array<unsigned, inks> sums{};
  unsigned count = 0;
  for_each_in_block(raster.samples, raster.width, raster.height, x, y, [&](std::span<const std::uint8_t> pixel) {
    for (std::size_t ink = 0; ink < inks; ++ink) sums[ink] += pixel[ink];
    ++count;
  });
  std::array<std::uint8_t, inks> average{};
  std::ranges::transform(sums, average.begin(), [&](unsigned sum) { return static_cast<std::uint8_t>(sum / count); });
  colour::limit_ink(average, most);
  for_each_in_block(raster.samples, raster.width, raster.height, x, y,
                    [&](std::span<std::uint8_t> pixel) { std::ranges::copy(average, pixel.begin()); });
}

/// Takes ink out of the blocks of `raster` that came out of the JPEG as `printed`, over `most`. Whether there were any.
bool relieve(Raster& raster, const Raster& printed, unsigned most, std::vector<unsigned>& limits, bool plain) {
  bool any = false;
  std::size_t block = 0;
  for (int y = 0; y < raster.height; y += block_side) {
    for (int x = 0; x < raster.width; x += block_side, ++block) {
      const unsigned ink = most_ink(printed, x, y);
      if (ink <= most) continue;
      any = true;
      unsigned& limit = limits[block];
      limit -= std::min(limit, ink - most + 1);
      if (plain) make_plain(raster, x, y, limit);
      for_each_in_block(raster.samples, raster.width, raster.height, x, y,
                        [limit](std::span<std::uint8_t> pixel) { colour::limit_ink(pixel, limit); });
    }
  }
  return any;
}

tl::expected<std::string, PictureTrouble> within_limit(Raster raster, unsigned limit) {
  const unsigned most = limit - std::min(limit, decoder_tolerance);
  colour::limit_ink(raster.samples, most);
  const auto blocks = [](int side) { return static_cast<std::size_t>((side + block_side - 1) / block_side); };
  std::vector<unsigned> limits(blocks(raster.width) * blocks(raster.height), most);
  for (int round = 0;; ++round) {
    auto jpeg = write_jpeg(raster, press_quality);
    if (!jpeg) return jpeg;
    const auto printed = decode_jpeg(*jpeg, 1);
    if (!printed) return tl::unexpected(printed.error());
    // A block whose limit has come down to nothing is white, and white comes back as white: this ends.
    if (!relieve(raster, *printed, most, limits, round >= most_rounds)) return jpeg;
  }
}

Result<Separated> packed(Raster raster, const PressColours& press) {
  Separated separated{{}, raster.width, raster.height, raster.colour};
  auto jpeg = raster.colour == PictureColour::gray ? write_jpeg(raster, press_quality)
                                                   : within_limit(std::move(raster), colour::ink_samples(press.ink_limit));
  if (!jpeg) return tl::unexpected(Diagnostic{jpeg.error().code, {}, {"picture", jpeg.error().reason}, {}, {}});
  separated.jpeg = *std::move(jpeg);
  return separated;
}

/// The first of three equal samples of each pixel.
Raster single(const Raster& raster) {
  Raster gray{raster.width, raster.height, PictureColour::gray, {}};
  for (std::size_t at = 1; at < raster.samples.size(); at += 3) gray.samples.push_back(raster.samples[at]);
  return gray;
}

}  // namespace

Result<Separated> separated(const Picture& picture, const PressPlace& place, Plates plates, const PressColours& press,
                            colour::TransformShelf& transforms) {
  auto part = seen_part(picture, place);
  if (!part) return tl::unexpected(std::move(part).error());
  const colour::Profile& from = profile_of(picture, press);
  const bool gray = is_gray(*part), own_inks = from.bytes == press.profile.bytes;
  if (gray && own_inks) return packed(black_of(*part), press);
  if (plates == Plates::four && !gray) {
    auto four = in_four(*std::move(part), from, press, transforms);
    if (!four) return tl::unexpected(std::move(four).error());
    return packed(*std::move(four), press);
  }
  // Green, in the middle of a pixel's three, speaks for a gray one.
  const bool plain_rgb = gray && part->colour == PictureColour::rgb && !picture.profile;
  const auto black =
      plain_rgb ? in_black(single(*part), colour::srgb_gray(), press, transforms) : in_black(*part, from, press, transforms);
  if (!black) return tl::unexpected(black.error());
  return packed(*black, press);
}

}  // namespace paiban::picture
