#pragma once
// The PNG format (ISO/IEC 15948): a file is a signature and chunks.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paiban::render {

enum class PngColour : std::uint8_t { gray = 0, rgb = 2, palette = 3 };

struct PngShape {
  int width = 0, height = 0;
  int bits = 8;  ///< a sample
  PngColour colour{};
};

/// A file of one IDAT. `palette` holds three bytes a colour, empty for other kinds; `rows` each row's filter byte and samples.
/// `level`: of libdeflate, 1 the quickest to 12 the smallest.
[[nodiscard]] std::string png_file(const PngShape& shape, int dpi, std::string_view palette,
                                   const std::vector<unsigned char>& rows, int level);

}  // namespace paiban::render
