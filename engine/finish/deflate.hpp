#pragma once
// Flate streams (RFC 1950).

#include <string>
#include <string_view>

namespace paiban::finish {

/// `bytes` as a zlib stream; the same bytes always give the same stream.
[[nodiscard]] std::string deflated(std::string_view bytes);

}  // namespace paiban::finish
