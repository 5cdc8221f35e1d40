#pragma once
// Pictures of the issue as files for browsers.

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "picture/picture.hpp"

namespace paiban::digital {

struct PictureFile {
  std::string ending;  ///< ".jpg", ".png"
  std::string bytes;
  int width = 0, height = 0;  ///< pixels
};

/// A gray or RGB JPEG as it is, without what it tells of camera, place and time; everything else as PNG.
[[nodiscard]] Result<PictureFile> picture_file(const picture::Picture& picture);

/// `jpeg` without its notes: Exif, XMP, comments. What its colours mean (JFIF, ICC, Adobe) stays. Bytes that are no JPEG stay as
/// they are.
[[nodiscard]] std::string without_notes(std::string_view jpeg);

}  // namespace paiban::digital
