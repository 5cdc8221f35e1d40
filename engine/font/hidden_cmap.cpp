#include "font/hidden_cmap.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace paiban::font {
namespace {

constexpr std::uint32_t collection = 0x7474'6366;  // "ttcf"
constexpr std::uint32_t cmap = 0x636D'6170;        // "cmap"
constexpr std::size_t collection_header = 12, face_header = 12, record_bytes = 16;

// Version 0, one table: Windows, Unicode BMP, 12 bytes from here. It is of format 4, 24 bytes long, of any language, and has one
// segment (twice, and the three numbers for searching it): the one that must be there, U+FFFF, which is glyph 0.
constexpr auto stub = std::to_array<std::uint16_t>({0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0});
constexpr std::size_t stub_bytes = stub.size() * 2;

std::uint32_t number_at(std::span<const std::byte> bytes, std::size_t at, std::size_t length) {
  std::uint32_t number = 0;
  for (const std::byte each : bytes.subspan(at, length)) number = number << 8U | std::to_integer<std::uint32_t>(each);
  return number;
}

void put(std::span<std::byte> bytes, std::size_t at, std::uint32_t number, std::size_t length) {
  for (std::size_t i = length; i > 0; --i, number >>= 8U) bytes[at + i - 1] = static_cast<std::byte>(number & 0xFFU);
}

/// Where the face's table of tables begins.
std::optional<std::size_t> directory(std::span<const std::byte> sfnt, int index) {
  if (sfnt.size() < collection_header || index < 0) return std::nullopt;
  if (number_at(sfnt, 0, 4) != collection) return 0;
  const std::size_t entry = collection_header + 4 * static_cast<std::size_t>(index);
  if (entry + 4 > sfnt.size()) return std::nullopt;
  return number_at(sfnt, entry, 4);
}

/// Where the record of the cmap stands.
std::optional<std::size_t> cmap_record(std::span<const std::byte> sfnt, std::size_t start) {
  if (start + face_header > sfnt.size()) return std::nullopt;
  const std::size_t tables = number_at(sfnt, start + 4, 2);
  for (std::size_t at = start + face_header, i = 0; i < tables && at + record_bytes <= sfnt.size(); ++i, at += record_bytes)
    if (number_at(sfnt, at, 4) == cmap) return at;
  return std::nullopt;
}

}  // namespace

void hide_cmap(std::span<std::byte> sfnt, int index) {
  const auto start = directory(sfnt, index);
  const auto record = start ? cmap_record(sfnt, *start) : std::nullopt;
  if (!record) return;
  const std::size_t offset = number_at(sfnt, *record + 8, 4), length = number_at(sfnt, *record + 12, 4);
  if (length < stub_bytes || offset > sfnt.size() || sfnt.size() - offset < stub_bytes) return;
  for (std::size_t i = 0; i < stub.size(); ++i) put(sfnt, offset + 2 * i, stub[i], 2);
  put(sfnt, *record + 12, stub_bytes, 4);
}

}  // namespace paiban::font
