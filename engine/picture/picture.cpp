#include "picture/picture.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "picture/jpeg.hpp"
#include "picture/png_reader.hpp"
#include "picture/tiff_reader.hpp"

namespace paiban::picture {
namespace {

tl::unexpected<Diagnostic> refuse(const std::string& name, const PictureTrouble& trouble) {
  return tl::unexpected(Diagnostic{trouble.code, {}, {name, trouble.reason}, {}, {}});
}

colour::Space space_of(PictureColour colour) {
  switch (colour) {
    case PictureColour::gray:
      return colour::Space::gray;
    case PictureColour::rgb:
      return colour::Space::rgb;
    case PictureColour::cmyk:
      break;
  }
  return colour::Space::cmyk;
}

/// Whether `profile` may be left out: it says what is taken for granted of a picture without one.
bool goes_without_saying(const colour::Profile& profile) {
  switch (profile.space) {
    case colour::Space::gray:
      return colour::means_the_same(profile, colour::srgb_gray());
    case colour::Space::rgb:
      return colour::means_the_same(profile, colour::srgb());
    case colour::Space::cmyk:
    case colour::Space::lab:
      break;
  }
  return false;
}

// A picture is not refused for its profile: cameras and converters write bad ones, and the editor cannot mend them.
void take_profile(Picture& picture, std::string bytes, const std::string& name) {
  if (bytes.empty()) return;
  auto profile = colour::parse_profile(std::move(bytes), name);
  if (!profile) {
    picture.notes.push_back({Code::picture_profile_unusable, {}, {name, profile.error().arguments.back()}, {}, {}});
  } else if (profile->space != space_of(picture.info.colour)) {
    picture.notes.push_back({Code::picture_profile_unusable, {}, {name, profile->name + ": other colours"}, {}, {}});
  } else if (!goes_without_saying(*profile)) {
    picture.profile = *std::move(profile);
    picture.embeddable = false;  // a PDF's reader does not look for a profile inside a JPEG
  }
}

Result<Picture> parse_jpeg(std::string bytes, const std::string& name) {
  auto facts = check_jpeg(bytes);
  if (!facts) return refuse(name, facts.error());
  Picture picture{facts->info, std::move(bytes), facts->embeddable, facts->turn, {}, {}, {}};
  take_profile(picture, std::move(facts->profile), name);
  return picture;
}

/// A picture of another format.
Result<Picture> from_raster(tl::expected<DecodedPicture, PictureTrouble> decoded, PictureFormat format, const std::string& name) {
  if (!decoded) return refuse(name, decoded.error());
  Raster raster = turned(std::move(decoded->raster), decoded->turn);
  const PictureInfo info{raster.width, raster.height, format, raster.colour};
  Picture picture{info, {}, false, Turn::upright, std::move(raster), {}, {}};
  take_profile(picture, std::move(decoded->profile), name);
  if (decoded->pages > 1)
    picture.notes.push_back({Code::picture_several_pages, {}, {name, std::to_string(decoded->pages)}, {}, {}});
  return picture;
}

constexpr std::uint32_t pack(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return (red << 16U) | (green << 8U) | blue;
}

std::uint32_t pixel_of(const std::uint8_t* sample, PictureColour colour) {
  if (colour == PictureColour::gray) return pack(sample[0], sample[0], sample[0]);
  if (colour == PictureColour::rgb) return pack(sample[0], sample[1], sample[2]);
  const auto mixed = [&](int ink) { return ((255U - sample[ink]) * (255U - sample[3]) + 127U) / 255U; };
  return pack(mixed(0), mixed(1), mixed(2));
}

Pixels pixels_of(const Raster& raster) {
  const std::size_t samples = samples_of(raster.colour);
  Pixels pixels{raster.width, raster.height, {}};
  pixels.rows.reserve(raster.samples.size() / samples);
  for (std::size_t at = 0; at < raster.samples.size(); at += samples)
    pixels.rows.push_back(pixel_of(&raster.samples[at], raster.colour));
  return pixels;
}

Result<Raster> as_srgb(const Raster& raster, const colour::Profile& from, colour::TransformShelf& transforms) {
  const auto& transform = transforms.take(from, colour::srgb());
  if (!transform) return tl::unexpected(transform.error());
  Raster shown{raster.width, raster.height, PictureColour::rgb, {}};
  shown.samples.resize(shown.row_bytes() * static_cast<std::size_t>(shown.height));
  transform->apply(raster.samples, shown.samples);
  return shown;
}

unsigned reduction_for(int width, int least_width) {
  int reduction = smallest_scale;
  while (reduction > 1 && width / reduction < least_width) reduction /= 2;
  return static_cast<unsigned>(reduction);
}

}  // namespace

std::optional<std::string> beyond_limits(std::int64_t width, std::int64_t height) {
  if (width <= most_side && height <= most_side && width * height <= most_pixels) return std::nullopt;
  return std::to_string(width) + " × " + std::to_string(height) + " pixels";
}

Result<Picture> parse_picture(std::string bytes, const std::string& name) {
  if (is_jpeg(bytes)) return parse_jpeg(std::move(bytes), name);
  if (is_png(bytes)) return from_raster(decode_png(bytes), PictureFormat::png, name);
  if (is_tiff(bytes)) return from_raster(decode_tiff(bytes), PictureFormat::tiff, name);
  return refuse(name, {Code::picture_unknown, {}});
}

Result<Picture> read_picture(const std::filesystem::path& path) {
  std::error_code unknown;  // of what is no file at all: read_whole has the words for it
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > most_picture_bytes)
    return refuse(path.string(), {Code::picture_too_large, std::to_string(size >> 20U) + " MiB"});
  auto bytes = read_whole(path, most_picture_bytes);
  if (!bytes) return refuse(path.string(), {Code::picture_unreadable, bytes.error()});
  return parse_picture(std::move(*bytes), path.string());
}

Result<Raster> raster_of(const Picture& picture, int least_width) {
  if (picture.jpeg.empty()) return picture.raster;
  auto raster = decode_jpeg(picture.jpeg, reduction_for(picture.info.width, least_width));
  if (!raster) return refuse("picture", raster.error());  // cannot be: the same bytes were decoded before
  return turned(*std::move(raster), picture.turn);
}

Result<Pixels> decode(const Picture& picture, int least_width, ScreenColours& colours) {
  const auto raster = raster_of(picture, least_width);
  if (!raster) return tl::unexpected(raster.error());
  const colour::Profile* profile = picture.profile                                               ? &*picture.profile
                                   : picture.info.colour == PictureColour::cmyk && colours.press ? &*colours.press
                                                                                                 : nullptr;
  if (profile == nullptr) return pixels_of(*raster);
  return as_srgb(*raster, *profile, colours.transforms).map(pixels_of);
}

Result<Pixels> decode(const Picture& picture, int least_width) {
  ScreenColours colours;
  return decode(picture, least_width, colours);
}

Result<PictureInfo> inspect(const std::filesystem::path& path) {
  return read_picture(path).map([](const Picture& picture) { return picture.info; });
}

FileState state_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return {status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

const Result<Picture>& PictureShelf::take(const std::filesystem::path& path) {
  const auto found = pictures_.find(path);
  if (found != pictures_.end()) return found->second.picture;
  const FileState state = state_of(path);  // before it is read: a change in between is seen later
  return pictures_.emplace(path, Kept{state, read_picture(path)}).first->second.picture;
}

void PictureShelf::refresh() {
  std::erase_if(pictures_, [](const auto& entry) { return state_of(entry.first) != entry.second.state; });
}

std::optional<FileState> PictureShelf::state(const std::filesystem::path& path) const {
  const auto found = pictures_.find(path);
  return found == pictures_.end() ? std::nullopt : std::optional(found->second.state);
}

bool PictureShelf::holds_plain(PictureColour colour) const {
  return std::ranges::any_of(pictures_, [colour](const auto& row) {
    const Result<Picture>& picture = row.second.picture;
    return picture && picture->info.colour == colour && !picture->profile;
  });
}

}  // namespace paiban::picture
