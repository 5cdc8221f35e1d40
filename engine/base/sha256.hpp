#pragma once
// Sums by which files are told apart (FIPS 180-4).

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace paiban {

/// The SHA-256 of `bytes` as 64 hexadecimal digits in small letters.
[[nodiscard]] std::string sha256_of(std::span<const std::byte> bytes);
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace paiban
