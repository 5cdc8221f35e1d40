#include "finish/deflate.hpp"

#include <libdeflate.h>

#include <memory>

namespace paiban::finish {
namespace {

// The usual level: half the time of zlib's, and a little smaller.
constexpr int level = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using CompressorHandle = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

}  // namespace

std::string deflated(std::string_view bytes) {
  const CompressorHandle compressor(libdeflate_alloc_compressor(level));
  if (!compressor) return {};
  std::string stream(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  stream.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), stream.data(), stream.size()));
  return stream;
}

Sums sums_of(std::string_view bytes) {
  constexpr std::uint32_t adler_of_nothing = 1;
  return {libdeflate_crc32(0, bytes.data(), bytes.size()), libdeflate_adler32(adler_of_nothing, bytes.data(), bytes.size())};
}

}  // namespace paiban::finish
