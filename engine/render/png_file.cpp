#include "render/png_file.hpp"

#include <libdeflate.h>

#include <memory>

#include "base/length.hpp"

namespace paiban::render {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using CompressorHandle = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

void append_number(std::string& to, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) to.push_back(static_cast<char>(static_cast<unsigned char>(number >> shift)));
}

void append_chunk(std::string& png, std::string_view type, std::string_view data) {
  append_number(png, static_cast<std::uint32_t>(data.size()));
  const std::size_t start = png.size();
  png += type;
  png += data;
  append_number(png, libdeflate_crc32(0, png.data() + start, png.size() - start));
}

std::string header_of(const PngShape& shape) {
  std::string data;
  append_number(data, static_cast<std::uint32_t>(shape.width));
  append_number(data, static_cast<std::uint32_t>(shape.height));
  // deflate, the usual filters, not interlaced
  data += {static_cast<char>(shape.bits), static_cast<char>(shape.colour), 0, 0, 0};
  return data;
}

std::string resolution_of(int dpi) {
  constexpr std::int64_t inches_per_254_metres = 10'000;
  const auto per_metre = static_cast<std::uint32_t>(scale_rounded(dpi, inches_per_254_metres, 254));
  std::string data;
  append_number(data, per_metre);
  append_number(data, per_metre);
  data.push_back(1);  // the unit is the metre
  return data;
}

std::string pack(const std::vector<unsigned char>& rows, int level) {
  const CompressorHandle compressor(libdeflate_alloc_compressor(level));
  std::string packed(libdeflate_zlib_compress_bound(compressor.get(), rows.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), packed.data(), packed.size()));
  return packed;
}

}  // namespace

std::string png_file(const PngShape& shape, int dpi, std::string_view palette, const std::vector<unsigned char>& rows,
                     int level) {
  std::string png(signature);
  append_chunk(png, "IHDR", header_of(shape));
  append_chunk(png, "pHYs", resolution_of(dpi));
  if (!palette.empty()) append_chunk(png, "PLTE", palette);
  append_chunk(png, "IDAT", pack(rows, level));
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace paiban::render
