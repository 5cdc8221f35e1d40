#pragma once
// JPEG by libjpeg-turbo, whose warnings are errors here.

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "picture/picture.hpp"

namespace paiban::picture {

struct JpegFacts {
  PictureInfo info;
  bool embeddable = false;
};

[[nodiscard]] bool is_jpeg(std::string_view bytes);

/// Decodes all entropy-coded data to the end, without making pixels of it.
[[nodiscard]] tl::expected<JpegFacts, PictureTrouble> check_jpeg(std::string_view bytes);

/// Bytes that check_jpeg accepted, 1, 2, 4 or 8 times smaller, but not narrower than `least_width`.
[[nodiscard]] tl::expected<Pixels, PictureTrouble> decode_jpeg(std::string_view bytes, int least_width);

}  // namespace paiban::picture
