#pragma once
// Numbers of font programs and ICC profiles: big-endian, and 0 beyond the end.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace paiban::preflight {

[[nodiscard]] inline std::uint32_t unsigned_at(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}
[[nodiscard]] inline int u16_at(std::string_view bytes, std::size_t at) { return static_cast<int>(unsigned_at(bytes, at, 2)); }
[[nodiscard]] inline int i16_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(u16_at(bytes, at)));
}
[[nodiscard]] inline std::string_view part_of(std::string_view bytes, std::size_t at, std::size_t size) {
  return at > bytes.size() ? std::string_view() : bytes.substr(at, size);
}

}  // namespace paiban::preflight
