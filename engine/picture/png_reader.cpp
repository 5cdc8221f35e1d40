#include "picture/png_reader.hpp"

#include <png.h>

#include <array>
#include <csetjmp>
#include <cstring>
#include <memory>

#include "base/message_table.hpp"

namespace paiban::picture {
namespace {

constexpr int signature_bytes = 8;
constexpr png_alloc_size_t most_chunk_bytes = 16U << 20U;  // of text, profiles and the like, unpacked
constexpr unsigned most_cached_chunks = 128;
constexpr std::uint32_t opaque = 255;

/// libpng's state. Its errors come back by longjmp, over frames of C alone: what has a destructor lives outside the guarded
/// calls.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, [](png_structp, png_const_charp) {});
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { png_destroy_read_struct(&png_, &info_, nullptr); }

  [[nodiscard]] bool read_header();
  /// Rows of BGRA samples from here on; interlaced pictures are read `passes()` times.
  [[nodiscard]] bool start();
  [[nodiscard]] bool read_row(png_byte* row);
  [[nodiscard]] bool finish();

  [[nodiscard]] std::int64_t width() const { return png_get_image_width(png_, info_); }
  [[nodiscard]] std::int64_t height() const { return png_get_image_height(png_, info_); }
  [[nodiscard]] bool is_gray() const { return (png_get_color_type(png_, info_) & PNG_COLOR_MASK_COLOR) == 0; }
  [[nodiscard]] int passes() const { return passes_; }
  [[nodiscard]] PictureTrouble trouble() const { return {Code::picture_damaged, reason_.data()}; }

 private:
  static void on_error(png_structp png, png_const_charp reason);
  static void on_read(png_structp png, png_bytep to, size_t count);
  void transform();

  std::string_view rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  int passes_ = 1;
  std::jmp_buf way_out_{};
  std::array<char, 128> reason_{"no memory"};
};

void Decoder::on_error(png_structp png, png_const_charp reason) {
  auto* decoder = static_cast<Decoder*>(png_get_error_ptr(png));
  std::strncpy(decoder->reason_.data(), reason, decoder->reason_.size() - 1);
  std::longjmp(decoder->way_out_, 1);
}

void Decoder::on_read(png_structp png, png_bytep to, size_t count) {
  auto* decoder = static_cast<Decoder*>(png_get_io_ptr(png));
  if (decoder->rest_.size() < count) png_error(png, "ends too early");
  std::memcpy(to, decoder->rest_.data(), count);
  decoder->rest_.remove_prefix(count);
}

bool Decoder::read_header() {
  if (info_ == nullptr || setjmp(way_out_) != 0) return false;
  png_set_read_fn(png_, this, on_read);
  png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // ours come after, with words of their own
  png_set_chunk_malloc_max(png_, most_chunk_bytes);
  png_set_chunk_cache_max(png_, most_cached_chunks);
  png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_read_info(png_, info_);
  return true;
}

void Decoder::transform() {
  png_set_expand(png_);    // palettes, 1 to 4 bits, tRNS
  png_set_scale_16(png_);  // rounded, not cut
  png_set_gray_to_rgb(png_);
  png_set_bgr(png_);
  png_set_add_alpha(png_, opaque, PNG_FILLER_AFTER);
}

bool Decoder::start() {
  if (setjmp(way_out_) != 0) return false;
  transform();
  passes_ = png_set_interlace_handling(png_);
  png_read_update_info(png_, info_);
  return true;
}

bool Decoder::read_row(png_byte* row) {
  if (setjmp(way_out_) != 0) return false;
  png_read_row(png_, row, nullptr);
  return true;
}

bool Decoder::finish() {
  if (setjmp(way_out_) != 0) return false;
  png_read_end(png_, nullptr);
  return true;
}

// The rows come as bytes B G R A in the memory of the pixels themselves; newsprint is white where nothing is printed.
void lay_on_white(Pixels& pixels) {
  for (std::uint32_t& pixel : pixels.rows) {
    std::array<std::uint8_t, 4> bgra{};
    std::memcpy(bgra.data(), &pixel, bgra.size());
    const std::uint32_t alpha = bgra[3];
    const auto over_white = [&](std::size_t i) { return (bgra[i] * alpha + opaque * (opaque - alpha) + opaque / 2) / opaque; };
    pixel = (over_white(2) << 16U) | (over_white(1) << 8U) | over_white(0);
  }
}

bool read_rows(Decoder& decoder, Pixels& pixels) {
  const auto width = static_cast<std::size_t>(pixels.width);
  for (int pass = 0; pass < decoder.passes(); ++pass)
    for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.height); ++row)
      if (!decoder.read_row(reinterpret_cast<png_byte*>(&pixels.rows[row * width]))) return false;
  return decoder.finish();
}

}  // namespace

bool is_png(std::string_view bytes) {
  return bytes.size() >= signature_bytes && png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes.data()), 0, signature_bytes) == 0;
}

tl::expected<DecodedPng, PictureTrouble> decode_png(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return tl::unexpected(decoder.trouble());
  if (auto size = beyond_limits(decoder.width(), decoder.height()))
    return tl::unexpected(PictureTrouble{Code::picture_too_large, *size});
  const auto width = static_cast<int>(decoder.width());
  const auto height = static_cast<int>(decoder.height());
  const PictureColour colour = decoder.is_gray() ? PictureColour::gray : PictureColour::rgb;
  if (!decoder.start()) return tl::unexpected(decoder.trouble());
  DecodedPng png{{width, height, PictureFormat::png, colour}, {width, height, {}}};
  png.pixels.rows.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  if (!read_rows(decoder, png.pixels)) return tl::unexpected(decoder.trouble());
  lay_on_white(png.pixels);
  return png;
}

}  // namespace paiban::picture
