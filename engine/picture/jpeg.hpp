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
  Turn turn = Turn::upright;
  std::string profile;  ///< the bytes of its ICC profile; empty where it has none, or parts of it are missing
};

[[nodiscard]] bool is_jpeg(std::string_view bytes);

/// Decodes all entropy-coded data to the end, without making pixels of it.
[[nodiscard]] tl::expected<JpegFacts, PictureTrouble> check_jpeg(std::string_view bytes);

inline constexpr int smallest_scale = 8;  ///< libjpeg's least output is one pixel a block

/// Bytes that check_jpeg accepted, `reduction` times smaller (1, 2, 4 or 8), as they are stored: not turned.
[[nodiscard]] tl::expected<Raster, PictureTrouble> decode_jpeg(std::string_view bytes, unsigned reduction);

/// `raster` as a baseline JPEG without any chroma subsampling; of inks without Adobe's marker and not inverted, as DeviceCMYK
/// takes it. `quality`: libjpeg's, 1 to 100.
[[nodiscard]] tl::expected<std::string, PictureTrouble> write_jpeg(const Raster& raster, int quality);

}  // namespace paiban::picture
