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

/// A gray or RGB JPEG as it is, without what it tells of camera, place and time, but which way it is turned; everything else as
/// PNG, in the colours of screens as `colours` has them.
[[nodiscard]] Result<PictureFile> picture_file(const picture::Picture& picture, picture::ScreenColours& colours);

/// `jpeg` without its notes: Exif, XMP, comments. What its colours mean (JFIF, ICC, Adobe) stays. Bytes that are no JPEG stay as
/// they are. `turn`: how a browser is to show it.
[[nodiscard]] std::string without_notes(std::string_view jpeg, picture::Turn turn);

}  // namespace paiban::digital
