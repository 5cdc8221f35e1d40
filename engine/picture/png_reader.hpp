#pragma once
// PNG by libpng, within limits.

#include <string_view>
#include <tl/expected.hpp>

#include "picture/decoded.hpp"

namespace paiban::picture {

[[nodiscard]] bool is_png(std::string_view bytes);

/// Decodes to the end, checksums included; transparency is laid on white.
[[nodiscard]] tl::expected<DecodedPicture, PictureTrouble> decode_png(std::string_view bytes);

}  // namespace paiban::picture
