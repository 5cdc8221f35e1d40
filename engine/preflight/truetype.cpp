#include <algorithm>

#include "preflight/big_endian.hpp"
#include "preflight/glyph_program.hpp"

namespace paiban::preflight {
namespace {

constexpr double thousandths = 1000;

std::string_view table_of(std::string_view bytes, std::string_view tag) {
  constexpr std::size_t header = 12, record = 16;
  const auto tables = static_cast<std::size_t>(u16_at(bytes, 4));
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t at = header + i * record;
    if (part_of(bytes, at, 4) == tag) return part_of(bytes, unsigned_at(bytes, at + 8, 4), unsigned_at(bytes, at + 12, 4));
  }
  return {};
}

void read_format_0(std::string_view table, std::map<int, int>& map) {
  constexpr std::size_t first = 6;
  for (int code = 0; code < 256; ++code)
    if (const auto glyph = static_cast<int>(unsigned_at(table, first + static_cast<std::size_t>(code), 1)); glyph != 0)
      map[code] = glyph;
}

void read_format_6(std::string_view table, std::map<int, int>& map) {
  const int first = u16_at(table, 6), count = u16_at(table, 8);
  for (int i = 0; i < count; ++i)
    if (const int glyph = u16_at(table, 10 + 2 * static_cast<std::size_t>(i)); glyph != 0) map[first + i] = glyph;
}

void read_format_4(std::string_view table, std::map<int, int>& map) {
  const auto doubled = static_cast<std::size_t>(u16_at(table, 6));
  const std::size_t ends = 14, starts = ends + doubled + 2, deltas = starts + doubled, offsets = deltas + doubled;
  for (std::size_t segment = 0; segment < doubled; segment += 2) {
    const int start = u16_at(table, starts + segment), end = u16_at(table, ends + segment);
    const int delta = u16_at(table, deltas + segment), offset = u16_at(table, offsets + segment);
    for (int code = start; code <= end && code != 0xFFFF; ++code) {
      const std::size_t at = offsets + segment + static_cast<std::size_t>(offset) + 2 * static_cast<std::size_t>(code - start);
      const int named = offset == 0 ? code : u16_at(table, at);
      const int glyph = offset != 0 && named == 0 ? 0 : (named + delta) & 0xFFFF;
      if (glyph != 0) map.emplace(code, glyph);
    }
  }
}

void read_cmap(std::string_view cmap, GlyphProgram& program) {
  const auto count = static_cast<std::size_t>(u16_at(cmap, 2));
  for (std::size_t i = 0; i < count; ++i) {
    const int platform = u16_at(cmap, 4 + 8 * i), encoding = u16_at(cmap, 6 + 8 * i);
    std::map<int, int>* map = platform == 1 && encoding == 0   ? &program.macintosh
                              : platform == 3 && encoding == 0 ? &program.windows_symbol
                              : platform == 3 && encoding == 1 ? &program.windows_unicode
                                                               : nullptr;
    if (map == nullptr || !map->empty()) continue;
    const std::string_view table = part_of(cmap, unsigned_at(cmap, 8 + 8 * i, 4), std::string_view::npos);
    switch (u16_at(table, 0)) {
      case 0:
        read_format_0(table, *map);
        break;
      case 4:
        read_format_4(table, *map);
        break;
      case 6:
        read_format_6(table, *map);
        break;
      default:
        break;
    }
  }
}

}  // namespace

std::optional<GlyphProgram> read_truetype(std::string_view bytes) {
  const std::string_view head = table_of(bytes, "head"), hhea = table_of(bytes, "hhea"), hmtx = table_of(bytes, "hmtx");
  const int units = u16_at(head, 18), glyphs = u16_at(table_of(bytes, "maxp"), 4), metrics = u16_at(hhea, 34);
  if (units == 0 || glyphs == 0 || metrics == 0) return std::nullopt;
  GlyphProgram program;
  for (int glyph = 0; glyph < glyphs; ++glyph) {
    const auto row = static_cast<std::size_t>(std::min(glyph, metrics - 1));
    program.widths.push_back(u16_at(hmtx, row * 4) * thousandths / units);
  }
  read_cmap(table_of(bytes, "cmap"), program);
  return program;
}

}  // namespace paiban::preflight
