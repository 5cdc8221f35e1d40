#include "render/small_png.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include "render/png_file.hpp"
#include "render/raster.hpp"

namespace paiban::render {
namespace {

/// On a broadsheet page the higher ones take several times as long for two or three parts in a hundred.
constexpr int level = 6;
constexpr std::uint32_t levels = 15;  ///< of a channel, the black one not counted
/// In pictures: finer than print has them, and without the noise below that, which is what makes them large.
constexpr std::uint32_t picture_levels = 63;
constexpr std::size_t keys = 16 * 16 * 16;
constexpr std::size_t most_colours = 256;
constexpr unsigned char no_filter = 0, paeth_filter = 4;

/// Pixels [left, right) × [top, bottom).
struct Part {
  int left = 0, top = 0, right = 0, bottom = 0;
};

std::vector<Part> parts_of_pictures(const paint::DisplayList& page, int dpi, const Raster& raster) {
  std::vector<Part> parts;
  for (const paint::Item& item : page.items) {
    const auto* picture = std::get_if<paint::PictureItem>(&item);
    if (picture == nullptr || picture->file.empty()) continue;
    const Box& box = picture->box;
    parts.push_back({std::clamp(in_pixels(box.x, dpi) - 1, 0, raster.width),
                     std::clamp(in_pixels(box.y, dpi) - 1, 0, raster.height),
                     std::clamp(in_pixels(box.right(), dpi) + 1, 0, raster.width),
                     std::clamp(in_pixels(box.bottom(), dpi) + 1, 0, raster.height)});
  }
  return parts;
}

constexpr std::uint32_t key_of(std::uint32_t pixel) {
  return (pixel >> 20U & 0xFU) << 8U | (pixel >> 12U & 0xFU) << 4U | (pixel >> 4U & 0xFU);
}
constexpr std::uint32_t coarse(std::uint32_t channel, std::uint32_t most) { return (channel * most + 127) / 255 * 255 / most; }
constexpr std::uint32_t coarse_pixel(std::uint32_t pixel, std::uint32_t most) {
  return coarse(pixel >> 16U & 0xFFU, most) << 16U | coarse(pixel >> 8U & 0xFFU, most) << 8U | coarse(pixel & 0xFFU, most);
}
constexpr bool is_gray(std::uint32_t pixel) {
  return (pixel >> 16U & 0xFFU) == (pixel & 0xFFU) && (pixel >> 8U & 0xFFU) == (pixel & 0xFFU);
}

/// The pixels of one page, row by row without padding.
class Sheet {
 public:
  Sheet(Raster& raster, std::vector<Part> pictures)
      : width_(static_cast<std::size_t>(raster.width)),
        height_(static_cast<std::size_t>(raster.height)),
        pictures_(std::move(pictures)) {
    const std::span<std::uint32_t> all = raster.pixels();
    pixels_.reserve(width_ * height_);
    for (std::size_t row = 0; row < height_; ++row)
      for (const std::uint32_t pixel : all.subspan(row * raster.stride(), width_)) pixels_.push_back(pixel & 0xFFFFFFU);
    make_coarse();
  }

  [[nodiscard]] std::string png(int dpi) const {
    const std::vector<std::uint32_t> colours = pictures_.empty() ? palette() : std::vector<std::uint32_t>{};
    if (!colours.empty()) return with_palette(colours, dpi);
    const bool gray = std::ranges::all_of(pixels_, is_gray);
    return plain(gray, dpi);
  }

 private:
  void make_coarse() {
    for (std::size_t row = 0; row < height_; ++row) {
      std::size_t kept = 0;  // up to here the row is in a picture
      for (std::size_t column = 0; column < width_; ++column) {
        if (column >= kept) kept = end_of_picture(row, column);
        std::uint32_t& pixel = pixels_[row * width_ + column];
        pixel = coarse_pixel(pixel, column < kept ? picture_levels : levels);
      }
    }
  }

  /// Where the picture ends that (row, column) is in; `column` where it is in none.
  [[nodiscard]] std::size_t end_of_picture(std::size_t row, std::size_t column) const {
    const int x = static_cast<int>(column), y = static_cast<int>(row);
    for (const Part& part : pictures_)
      if (part.top <= y && y < part.bottom && part.left <= x && x < part.right) return static_cast<std::size_t>(part.right);
    return column;
  }

  /// All colours by their first use; none where there are more than a palette holds.
  [[nodiscard]] std::vector<std::uint32_t> palette() const {
    std::vector<bool> seen(keys, false);
    std::vector<std::uint32_t> colours;
    for (const std::uint32_t pixel : pixels_) {
      if (seen[key_of(pixel)]) continue;
      seen[key_of(pixel)] = true;
      colours.push_back(pixel);
      if (colours.size() > most_colours) return {};
    }
    std::ranges::sort(colours);
    return colours;
  }

  [[nodiscard]] std::string with_palette(const std::vector<std::uint32_t>& colours, int dpi) const {
    constexpr std::size_t most_of_four_bits = 16;
    const bool small = colours.size() <= most_of_four_bits;
    std::array<unsigned char, keys> index{};
    std::string bytes;
    for (std::size_t i = 0; i < colours.size(); ++i) {
      index[key_of(colours[i])] = static_cast<unsigned char>(i);
      for (const unsigned shift : {16U, 8U, 0U})
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(colours[i] >> shift)));
    }
    std::vector<unsigned char> rows;
    rows.reserve((width_ / (small ? 2 : 1) + 2) * height_);
    for (std::size_t row = 0; row < height_; ++row) {
      rows.push_back(no_filter);
      const std::span<const std::uint32_t> line(pixels_.data() + row * width_, width_);
      for (std::size_t i = 0; i < width_; i += small ? 2 : 1) {
        const unsigned first = index[key_of(line[i])];
        const unsigned second = small && i + 1 < width_ ? index[key_of(line[i + 1])] : 0U;
        rows.push_back(static_cast<unsigned char>(small ? first << 4U | second : first));
      }
    }
    return png_file(shape(small ? 4 : 8, PngColour::palette), dpi, bytes, rows, level);
  }

  /// Rows with a picture are told by what differs from their neighbours; type is smaller without.
  [[nodiscard]] std::string plain(bool gray, int dpi) const {
    const std::size_t channels = gray ? 1 : 3, length = width_ * channels;
    std::vector<unsigned char> rows, above(length), here(length);
    rows.reserve((length + 1) * height_);
    for (std::size_t row = 0; row < height_; ++row) {
      for (std::size_t i = 0; i < width_; ++i)
        for (std::size_t c = 0; c < channels; ++c)
          here[i * channels + c] = static_cast<unsigned char>(pixels_[row * width_ + i] >> (8 * (channels - 1 - c)));
      add_row(here, above, channels, has_picture(row), rows);
      std::swap(here, above);
    }
    return png_file(shape(8, gray ? PngColour::gray : PngColour::rgb), dpi, {}, rows, level);
  }

  [[nodiscard]] bool has_picture(std::size_t row) const {
    const int y = static_cast<int>(row);
    return std::ranges::any_of(pictures_, [y](const Part& part) { return part.top <= y && y < part.bottom; });
  }

  static void add_row(const std::vector<unsigned char>& here, const std::vector<unsigned char>& above, std::size_t channels,
                      bool filtered, std::vector<unsigned char>& rows) {
    rows.push_back(filtered ? paeth_filter : no_filter);
    if (!filtered) {
      rows.insert(rows.end(), here.begin(), here.end());
      return;
    }
    for (std::size_t i = 0; i < here.size(); ++i) {
      const int left = i < channels ? 0 : here[i - channels], up = above[i], corner = i < channels ? 0 : above[i - channels];
      rows.push_back(static_cast<unsigned char>(here[i] - predicted(left, up, corner)));
    }
  }

  /// Paeth's: the neighbour that is nearest to left + up - corner.
  static int predicted(int left, int up, int corner) {
    const int estimate = left + up - corner;
    const int to_left = std::abs(estimate - left), to_up = std::abs(estimate - up), to_corner = std::abs(estimate - corner);
    if (to_left <= to_up && to_left <= to_corner) return left;
    return to_up <= to_corner ? up : corner;
  }

  [[nodiscard]] PngShape shape(int bits, PngColour colour) const {
    return {static_cast<int>(width_), static_cast<int>(height_), bits, colour};
  }

  std::size_t width_, height_;
  std::vector<Part> pictures_;
  std::vector<std::uint32_t> pixels_;
};

}  // namespace

Result<std::string> render_small_png(const paint::DisplayList& page, int dpi, RenderContext& context) {
  auto raster = rasterised(page, dpi, pixels_of(page, dpi), context);
  if (!raster) return tl::unexpected(std::move(raster).error());
  auto pictures = parts_of_pictures(page, dpi, *raster);
  return Sheet(*raster, std::move(pictures)).png(dpi);
}

}  // namespace paiban::render
