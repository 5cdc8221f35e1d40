#pragma once
// TIFF by libtiff, within limits: what cameras, scanners and Photoshop write of gray, RGB and CMYK.

#include <string_view>
#include <tl/expected.hpp>

#include "picture/decoded.hpp"

namespace paiban::picture {

[[nodiscard]] bool is_tiff(std::string_view bytes);

/// Decodes the first page to the end: strips or tiles; 1, 8 or 16 bits; gray, palette, RGB, CMYK, YCbCr of JPEG; uncompressed,
/// PackBits, LZW, Deflate, JPEG, fax. Transparency is laid on white.
[[nodiscard]] tl::expected<DecodedPicture, PictureTrouble> decode_tiff(std::string_view bytes);

}  // namespace paiban::picture
