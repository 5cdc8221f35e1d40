#include "picture/png_reader.hpp"

#include <png.h>

#include <array>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

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
  /// Rows of `channels()` samples from here on, the last of two or four for opacity; interlaced pictures are read `passes()`
  /// times.
  [[nodiscard]] bool start();
  [[nodiscard]] bool read_row(png_byte* row);
  [[nodiscard]] bool finish();

  [[nodiscard]] std::int64_t width() const { return png_get_image_width(png_, info_); }
  [[nodiscard]] std::int64_t height() const { return png_get_image_height(png_, info_); }
  [[nodiscard]] std::size_t channels() const { return png_get_channels(png_, info_); }
  [[nodiscard]] std::string profile();
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

std::string Decoder::profile() {
  png_charp name = nullptr;
  png_bytep bytes = nullptr;
  png_uint_32 length = 0;
  int method = 0;
  if (png_get_iCCP(png_, info_, &name, &method, &bytes, &length) == 0) return {};
  return {reinterpret_cast<const char*>(bytes), length};
}

// Newsprint is white where nothing is printed. The samples move towards the front of their own memory.
void lay_on_white(std::vector<std::uint8_t>& samples, std::size_t channels) {
  std::size_t to = 0;
  for (std::size_t at = 0; at < samples.size(); at += channels) {
    const std::uint32_t alpha = samples[at + channels - 1];
    for (std::size_t i = 0; i + 1 < channels; ++i)
      samples[to++] = static_cast<std::uint8_t>((samples[at + i] * alpha + opaque * (opaque - alpha) + opaque / 2) / opaque);
  }
  samples.resize(to);
}

bool read_rows(Decoder& decoder, std::vector<std::uint8_t>& samples, std::size_t height) {
  const std::size_t row_bytes = samples.size() / height;
  for (int pass = 0; pass < decoder.passes(); ++pass)
    for (std::size_t row = 0; row < height; ++row)
      if (!decoder.read_row(&samples[row * row_bytes])) return false;
  return decoder.finish();
}

}  // namespace

bool is_png(std::string_view bytes) {
  return bytes.size() >= signature_bytes && png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes.data()), 0, signature_bytes) == 0;
}

tl::expected<DecodedPicture, PictureTrouble> decode_png(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return tl::unexpected(decoder.trouble());
  if (auto size = beyond_limits(decoder.width(), decoder.height()))
    return tl::unexpected(PictureTrouble{Code::picture_too_large, *size});
  const auto width = static_cast<int>(decoder.width());
  const auto height = static_cast<int>(decoder.height());
  DecodedPicture png{
      {width, height, decoder.is_gray() ? PictureColour::gray : PictureColour::rgb, {}}, Turn::upright, decoder.profile(), 1};
  if (!decoder.start()) return tl::unexpected(decoder.trouble());
  const std::size_t channels = decoder.channels();
  std::vector<std::uint8_t>& samples = png.raster.samples;
  samples.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * channels);
  if (!read_rows(decoder, samples, static_cast<std::size_t>(height))) return tl::unexpected(decoder.trouble());
  if (channels != samples_of(png.raster.colour)) lay_on_white(samples, channels);
  return png;
}

}  // namespace paiban::picture
