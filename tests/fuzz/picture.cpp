// Any bytes as a picture: refused, or sound enough to be drawn.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "picture/picture.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace paiban::picture;
  const auto picture = parse_picture(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
  if (!picture) return 0;
  const auto pixels = decode(*picture, 1);
  if (!pixels || pixels->width <= 0 ||
      pixels->rows.size() != static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height))
    std::abort();
  if (picture->info.width > 512 || picture->info.height > 512) return 0;  // the rest takes its time
  const auto raster = raster_of(*picture, picture->info.width);
  if (!raster || raster->width != picture->info.width || raster->height != picture->info.height ||
      raster->samples.size() != raster->row_bytes() * static_cast<std::size_t>(raster->height))
    std::abort();
  return 0;
}
