#pragma once
// Flate streams (RFC 1950), and quick sums.

#include <cstdint>
#include <string>
#include <string_view>

namespace paiban::finish {

/// `bytes` as a zlib stream; the same bytes always give the same stream.
[[nodiscard]] std::string deflated(std::string_view bytes);

/// Checksums of RFC 1952 and RFC 1950.
struct Sums {
  std::uint32_t crc = 0, adler = 0;
};
[[nodiscard]] Sums sums_of(std::string_view bytes);

}  // namespace paiban::finish
