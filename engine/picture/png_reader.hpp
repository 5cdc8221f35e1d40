#pragma once
// PNG by libpng, within limits.

#include <string_view>
#include <tl/expected.hpp>

#include "picture/picture.hpp"

namespace paiban::picture {

struct DecodedPng {
  PictureInfo info;
  Pixels pixels;
};

[[nodiscard]] bool is_png(std::string_view bytes);

/// Decodes to the end, checksums included; transparency is laid on white.
[[nodiscard]] tl::expected<DecodedPng, PictureTrouble> decode_png(std::string_view bytes);

}  // namespace paiban::picture
