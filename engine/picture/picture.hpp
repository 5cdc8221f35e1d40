#pragma once
// Pictures: read whole, decoded to the end, found sound, before anything is drawn with them.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::picture {

// Limits against files that are small on the disk and huge in memory. A whole broadsheet page at 600 ppi is within them.
inline constexpr int most_side = 10'000;               ///< pixels
inline constexpr std::int64_t most_pixels = 64 << 20;  ///< 256 MiB as 32-bit pixels
inline constexpr std::size_t most_picture_bytes = std::size_t{64} << 20U;
inline constexpr int most_scans = 100;  ///< of a progressive JPEG: each costs a pass over all its pixels

/// "20000 × 20000 pixels" where a picture of that size is refused.
[[nodiscard]] std::optional<std::string> beyond_limits(std::int64_t width, std::int64_t height);

/// Why bytes are no sound picture.
struct PictureTrouble {
  Code code{};  ///< picture_damaged or picture_too_large
  std::string reason;
};

enum class PictureFormat : std::uint8_t { jpeg, png };
enum class PictureColour : std::uint8_t { gray, rgb, cmyk };

struct PictureInfo {
  int width = 0, height = 0;  ///< pixels
  PictureFormat format{};
  PictureColour colour{};
  friend bool operator==(const PictureInfo&, const PictureInfo&) = default;
};

/// Opaque pixels, 0x00RRGGBB, row by row from the top.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint32_t> rows;
};

/// A picture that was decoded without an error or a warning.
struct Picture {
  PictureInfo info;
  std::string jpeg;         ///< the file's bytes; empty for other formats
  bool embeddable = false;  ///< `jpeg` means the same to every PDF reader and may be passed through
  Pixels pixels;            ///< empty for a JPEG: see decode()
};

/// Reads and checks `path`. Errors: picture_unreadable, picture_unknown (neither JPEG nor PNG), picture_damaged,
/// picture_too_large; the first argument is the path.
[[nodiscard]] Result<Picture> read_picture(const std::filesystem::path& path);

/// The same for bytes at hand, spoken of as `name`.
[[nodiscard]] Result<Picture> parse_picture(std::string bytes, const std::string& name);

/// The pixels of `picture`: transparency on white, CMYK by the plain formula. A JPEG may come 2, 4 or 8 times smaller,
/// but not narrower than `least_width`.
[[nodiscard]] Result<Pixels> decode(const Picture& picture, int least_width);

/// Only the facts, after the same check.
[[nodiscard]] Result<PictureInfo> inspect(const std::filesystem::path& path);

/// A state of a file, told from later ones without reading it. All zero: there is none.
struct FileState {
  std::int64_t written = 0;  ///< nanoseconds of its last change
  std::int64_t size = 0;
  std::uint64_t inode = 0;
  friend auto operator<=>(const FileState&, const FileState&) = default;
};
[[nodiscard]] FileState state_of(const std::filesystem::path& path);

/// Keeps pictures, so that each file is read and checked once a run, however often it is asked for.
class PictureShelf {
 public:
  [[nodiscard]] const Result<Picture>& take(const std::filesystem::path& path);
  /// Lets go of the pictures whose files have changed, or are gone, since they were read.
  void refresh();
  /// As the file was when it was read; nullopt where it is not on the shelf.
  [[nodiscard]] std::optional<FileState> state(const std::filesystem::path& path) const;

 private:
  struct Kept {
    FileState state;
    Result<Picture> picture;
  };
  std::map<std::filesystem::path, Kept> pictures_;
};

}  // namespace paiban::picture
