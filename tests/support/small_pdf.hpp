#pragma once
// Small PDFs from the text of their objects: the runner fills in lengths, binary parts and the xref table.

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>

namespace paiban::test {

inline std::string good_objects(const std::string& flavour) {
  std::ifstream in(std::string(PAIBAN_SOURCE_DIR "/tests/tables/preflight/") + flavour + ".objects", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  // What a row may replace in a file's frame.
  std::string objects = text.str();
  objects.insert(objects.find('\n') + 1, "@mark@\n");
  return objects + "@xref@\n@end@\n";
}

/// False where `from` does not occur.
inline bool replace_once(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

inline std::string big_endian(unsigned value, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

/// A profile that is a header alone: what preflight reads.
inline std::string profile(const std::string& kind, const std::string& space, unsigned version) {
  std::string bytes = big_endian(128, 4) + "none" + big_endian(version << 24U, 4) + kind + space + "Lab ";
  bytes.resize(36, '\0');
  bytes += "acsp";
  bytes.resize(128, '\0');
  return bytes;
}

/// A TrueType font of three glyphs, 0, 500 and 750 wide, without outlines.
inline std::string small_font() {
  std::string head(54, '\0'), hhea(36, '\0'), maxp(6, '\0');
  head.replace(18, 2, big_endian(1000, 2));
  hhea.replace(34, 2, big_endian(3, 2));
  maxp.replace(4, 2, big_endian(3, 2));
  std::string hmtx;
  for (const unsigned width : {0U, 500U, 750U}) hmtx += big_endian(width, 2) + big_endian(0, 2);
  const std::pair<std::string, std::string> tables[] = {{"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"maxp", maxp}};
  std::string directory = big_endian(0x00010000, 4) + big_endian(4, 2) + std::string(6, '\0'), data;
  for (const auto& [tag, bytes] : tables) {
    directory += tag + big_endian(0, 4) + big_endian(static_cast<unsigned>(12 + 4 * 16 + data.size()), 4) +
                 big_endian(static_cast<unsigned>(bytes.size()), 4);
    data += bytes;
  }
  return directory + data;
}

/// Deflated samples without compression (stored blocks), all of one byte.
inline std::string stored(std::size_t count, char byte) {
  std::string bytes = "\x78\x01";
  unsigned a = 1, b = 0;
  for (std::size_t i = 0; i < count; ++i) {
    a = (a + static_cast<unsigned char>(byte)) % 65'521U;
    b = (b + a) % 65'521U;
  }
  for (std::size_t left = count; left > 0;) {
    const std::size_t part = std::min<std::size_t>(left, 65'535);
    left -= part;
    const auto low = [](std::size_t value) {
      return std::string{static_cast<char>(value & 0xFFU), static_cast<char>(value >> 8U & 0xFFU)};
    };
    bytes += std::string(1, left == 0 ? '\x01' : '\0') + low(part) + low(~part) + std::string(part, byte);
  }
  return bytes + big_endian(b << 16U | a, 4);
}

inline std::string binary_part(const std::string& name) {
  constexpr std::size_t pixels = std::size_t{300} * 300;
  if (name == "@mark@") return "%\xE2\xE3\xCF\xD3";
  if (name == "@cmyk@") return profile("prtr", "CMYK", 2);
  if (name == "@cmyk-screen@") return profile("mntr", "CMYK", 2);
  if (name == "@rgb@") return profile("mntr", "RGB ", 2);
  if (name == "@rgb-4@") return profile("mntr", "RGB ", 4);
  if (name == "@font@") return small_font();
  if (name == "@bits@") return "\xE0";
  if (name == "@samples3@") return stored(pixels * 3, '\x40');
  if (name == "@samples4@") return stored(pixels * 4, '\x40');
  if (name == "@dark4@") return stored(pixels * 4, '\xC0');
  return {};
}

/// One object's text with its binary parts and its length.
inline std::string object_bytes(const std::string& text) {
  constexpr std::string_view open = "\nstream\n", close = "\nendstream";
  const auto start = text.find(open), end = text.rfind(close);
  if (start == std::string::npos || end == std::string::npos) return text;
  std::string data = text.substr(start + open.size(), end - start - open.size());
  if (std::string part = binary_part(data); !part.empty()) data = std::move(part);
  std::string entries = text.substr(0, start);
  while (replace_once(entries, " @", fmt::format(" {}", data.size()))) continue;
  return entries + std::string(open) + data + text.substr(end);
}

inline std::string small_pdf(const std::string& objects) {
  std::string pdf;
  std::map<int, std::size_t> offsets;
  const auto trailer = objects.find("trailer\n");
  std::size_t at = objects.find("1 0 obj");
  pdf = objects.substr(0, at);
  if (!replace_once(pdf, "@mark@", binary_part("@mark@"))) pdf += "";
  constexpr std::string_view end = "\nendobj\n";
  while (at < trailer) {
    const auto stop = objects.find(end, at) + end.size();
    const std::string object = objects.substr(at, stop - at);
    offsets[std::stoi(object)] = pdf.size();
    pdf += object_bytes(object);
    at = stop;
  }
  const int count = offsets.rbegin()->first + 1;
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", count);
  for (int number = 1; number < count; ++number)
    table += offsets.contains(number) ? fmt::format("{:010} 00000 n \n", offsets[number]) : "0000000000 00001 f \n";
  std::string tail = objects.substr(trailer);
  replace_once(tail, "<< ", fmt::format("<< /Size {} ", count));
  replace_once(tail, "@xref@", std::to_string(pdf.size()));
  replace_once(tail, "@end@\n", "");
  const auto number = tail.rfind('\n', tail.size() - 2) == std::string::npos ? 0 : tail.find(">>\n") + 3;
  tail.insert(number, "startxref\n");
  // What stands after the offset's line goes behind the end.
  const auto line_end = tail.find('\n', number + 10) + 1;
  tail.insert(line_end, "%%EOF\n");
  return pdf + table + tail;
}

}  // namespace paiban::test
