#pragma once
// Pictures: read whole, decoded to the end, found sound, before anything is drawn with them.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "colour/profile.hpp"
#include "colour/transform_shelf.hpp"
#include "picture/raster.hpp"

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

enum class PictureFormat : std::uint8_t { jpeg, png, tiff };

struct PictureInfo {
  int width = 0, height = 0;  ///< pixels, as it is seen: after Exif's turn
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
  std::string jpeg;           ///< the file's bytes; empty for other formats
  bool embeddable = false;    ///< `jpeg` means the same to every PDF reader and may be passed through, if drawn with `turn`
  Turn turn = Turn::upright;  ///< of `jpeg`
  Raster raster;              ///< as it is seen; empty for a JPEG: see raster_of()
  std::optional<colour::Profile> profile;  ///< its own, where that says more than sRGB
  std::vector<Diagnostic> notes;           ///< warnings: what was not taken as it came
};

/// Reads and checks `path`. Errors: picture_unreadable, picture_unknown (neither JPEG nor PNG nor TIFF), picture_damaged,
/// picture_too_large; the first argument is the path.
[[nodiscard]] Result<Picture> read_picture(const std::filesystem::path& path);

/// The same for bytes at hand, spoken of as `name`.
[[nodiscard]] Result<Picture> parse_picture(std::string bytes, const std::string& name);

/// The samples of `picture` in its own colours, as it is seen; transparency on white. A JPEG may come 2, 4 or 8 times smaller,
/// but not narrower than `least_width`.
[[nodiscard]] Result<Raster> raster_of(const Picture& picture, int least_width);

/// How a screen is to show colours that are not its own.
struct ScreenColours {
  std::optional<colour::Profile> press;  ///< what inks without a profile of their own look like; none: by the plain formula
  colour::TransformShelf transforms;
};

/// The same as pixels of sRGB. A picture's own profile is obeyed.
[[nodiscard]] Result<Pixels> decode(const Picture& picture, int least_width, ScreenColours& colours);
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
  /// Whether a sound picture among those taken is of `colour` and has no profile of its own.
  [[nodiscard]] bool holds_plain(PictureColour colour) const;
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
