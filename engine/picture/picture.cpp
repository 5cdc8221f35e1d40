#include "picture/picture.hpp"

#include <sys/stat.h>

#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "picture/jpeg.hpp"
#include "picture/png_reader.hpp"

namespace paiban::picture {
namespace {

tl::unexpected<Diagnostic> refuse(const std::string& name, const PictureTrouble& trouble) {
  return tl::unexpected(Diagnostic{trouble.code, {}, {name, trouble.reason}, {}, {}});
}

Result<Picture> parse_jpeg(std::string bytes, const std::string& name) {
  const auto facts = check_jpeg(bytes);
  if (!facts) return refuse(name, facts.error());
  return Picture{facts->info, std::move(bytes), facts->embeddable, {}};
}

Result<Picture> parse_png(std::string_view bytes, const std::string& name) {
  auto png = decode_png(bytes);
  if (!png) return refuse(name, png.error());
  return Picture{png->info, {}, false, std::move(png->pixels)};
}

}  // namespace

std::optional<std::string> beyond_limits(std::int64_t width, std::int64_t height) {
  if (width <= most_side && height <= most_side && width * height <= most_pixels) return std::nullopt;
  return std::to_string(width) + " × " + std::to_string(height) + " pixels";
}

Result<Picture> parse_picture(std::string bytes, const std::string& name) {
  if (is_jpeg(bytes)) return parse_jpeg(std::move(bytes), name);
  if (is_png(bytes)) return parse_png(bytes, name);
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

Result<Pixels> decode(const Picture& picture, int least_width) {
  if (picture.jpeg.empty()) return picture.pixels;
  auto pixels = decode_jpeg(picture.jpeg, least_width);
  if (!pixels) return refuse("picture", pixels.error());  // cannot be: the same bytes were decoded before
  return std::move(*pixels);
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

}  // namespace paiban::picture
