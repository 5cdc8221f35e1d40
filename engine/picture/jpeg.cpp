#include "picture/jpeg.hpp"

// jpeglib.h needs size_t and FILE declared before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstdint>

#include "base/message_table.hpp"

namespace paiban::picture {
namespace {

constexpr long most_memory = 256L << 20;  // of libjpeg's own: a progressive picture keeps all its coefficients
constexpr unsigned smallest_scale = 8;    // libjpeg's least output is one pixel a block

/// libjpeg's state. Its errors come back by longjmp, over frames of C alone: what has a destructor lives outside the guarded
/// calls.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes);
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&state_); }

  [[nodiscard]] bool read_header();
  [[nodiscard]] bool start(unsigned reduction, J_COLOR_SPACE colour);
  /// Reads a row into `row`, which holds row_bytes().
  [[nodiscard]] bool read_row(JSAMPLE* row);
  [[nodiscard]] bool finish();

  [[nodiscard]] const jpeg_decompress_struct& state() const { return state_; }
  [[nodiscard]] std::size_t row_bytes() const {
    return std::size_t{state_.output_width} * static_cast<unsigned>(state_.output_components);
  }
  [[nodiscard]] PictureTrouble trouble() const {
    return {too_much_ ? Code::picture_too_large : Code::picture_damaged, reason_.data()};
  }

 private:
  static Decoder& of(j_common_ptr state) { return *static_cast<Decoder*>(state->client_data); }
  [[noreturn]] static void give_up(j_common_ptr state);
  static void on_message(j_common_ptr state, int level);
  static void on_progress(j_common_ptr state);

  jpeg_decompress_struct state_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf way_out_{};
  std::array<char, JMSG_LENGTH_MAX> reason_{};
  bool too_much_ = false;
};

void Decoder::give_up(j_common_ptr state) {
  Decoder& decoder = of(state);
  if (!decoder.too_much_) state->err->format_message(state, decoder.reason_.data());
  std::longjmp(decoder.way_out_, 1);
}

// Level −1: corrupt data that libjpeg would patch up with something. We do not print guesses.
void Decoder::on_message(j_common_ptr state, int level) {
  if (level < 0) give_up(state);
}

void Decoder::on_progress(j_common_ptr state) {
  Decoder& decoder = of(state);
  if (decoder.state_.input_scan_number <= most_scans) return;
  decoder.too_much_ = true;
  std::snprintf(decoder.reason_.data(), decoder.reason_.size(), "more than %d scans", most_scans);
  give_up(state);
}

Decoder::Decoder(std::string_view bytes) {
  state_.err = jpeg_std_error(&errors_);
  errors_.error_exit = give_up;
  errors_.emit_message = on_message;
  state_.client_data = this;
  if (setjmp(way_out_) != 0) return;  // only for want of memory; every later call then fails at once
  jpeg_create_decompress(&state_);
  state_.client_data = this;
  progress_.progress_monitor = on_progress;
  state_.progress = &progress_;
  state_.mem->max_memory_to_use = most_memory;
  jpeg_mem_src(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

bool Decoder::read_header() {
  if (setjmp(way_out_) != 0) return false;
  return jpeg_read_header(&state_, TRUE) == JPEG_HEADER_OK;
}

bool Decoder::start(unsigned reduction, J_COLOR_SPACE colour) {
  if (setjmp(way_out_) != 0) return false;
  state_.scale_num = 1;
  state_.scale_denom = reduction;
  state_.out_color_space = colour;
  return jpeg_start_decompress(&state_) != FALSE;
}

bool Decoder::read_row(JSAMPLE* row) {
  if (setjmp(way_out_) != 0) return false;
  return jpeg_read_scanlines(&state_, &row, 1) == 1;
}

bool Decoder::finish() {
  if (setjmp(way_out_) != 0) return false;
  return jpeg_finish_decompress(&state_) != FALSE;
}

tl::unexpected<PictureTrouble> damaged(const char* reason) {
  return tl::unexpected(PictureTrouble{Code::picture_damaged, reason});
}

tl::expected<PictureColour, PictureTrouble> colour_of(J_COLOR_SPACE colour) {
  switch (colour) {
    case JCS_GRAYSCALE:
      return PictureColour::gray;
    case JCS_RGB:
    case JCS_YCbCr:
      return PictureColour::rgb;
    case JCS_CMYK:
    case JCS_YCCK:
      return PictureColour::cmyk;
    default:
      return damaged("its colours are neither gray nor RGB nor CMYK");
  }
}

// PDF readers guess the meaning of three components by Adobe's mark alone, libjpeg by more than that; of four, Cairo leaves out
// that Adobe's are inverted; arithmetic coding is not part of ISO 32000. What is left means the same to all.
bool embeddable(const jpeg_decompress_struct& state) {
  return state.arith_code == FALSE && (state.jpeg_color_space == JCS_GRAYSCALE || state.jpeg_color_space == JCS_YCbCr);
}

tl::expected<JpegFacts, PictureTrouble> facts_of(const jpeg_decompress_struct& state) {
  const auto colour = colour_of(state.jpeg_color_space);
  if (!colour) return tl::unexpected(colour.error());
  const auto width = static_cast<int>(state.image_width);  // libjpeg's own limit is 65 500
  const auto height = static_cast<int>(state.image_height);
  if (auto trouble = beyond_limits(width, height)) return tl::unexpected(PictureTrouble{Code::picture_too_large, *trouble});
  return JpegFacts{{width, height, PictureFormat::jpeg, *colour}, embeddable(state)};
}

J_COLOR_SPACE decoded_space(const jpeg_decompress_struct& state) {
  if (state.jpeg_color_space == JCS_GRAYSCALE) return JCS_GRAYSCALE;
  return state.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

unsigned reduction_for(unsigned width, int least_width) {
  unsigned reduction = smallest_scale;
  while (reduction > 1 && width / reduction < static_cast<unsigned>(least_width)) reduction /= 2;
  return reduction;
}

constexpr std::uint32_t pack(std::uint32_t red, std::uint32_t green, std::uint32_t blue) {
  return (red << 16U) | (green << 8U) | blue;
}

// Adobe writes ink values inverted: then 255 is no ink, as libjpeg hands them out.
std::uint32_t pixel_of(const JSAMPLE* sample, J_COLOR_SPACE space, bool inverted) {
  if (space == JCS_GRAYSCALE) return pack(sample[0], sample[0], sample[0]);
  if (space == JCS_RGB) return pack(sample[0], sample[1], sample[2]);
  const auto light = [&](int ink) -> std::uint32_t { return inverted ? sample[ink] : 255U - sample[ink]; };
  const auto mixed = [&](int ink) { return (light(ink) * light(3) + 127U) / 255U; };
  return pack(mixed(0), mixed(1), mixed(2));
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

// At an eighth of its size a picture is parsed whole, every Huffman code of it, but hardly computed.
tl::expected<JpegFacts, PictureTrouble> check_jpeg(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return tl::unexpected(decoder.trouble());
  auto facts = facts_of(decoder.state());
  if (!facts) return facts;
  if (!decoder.start(smallest_scale, decoder.state().jpeg_color_space)) return tl::unexpected(decoder.trouble());
  std::vector<JSAMPLE> row(decoder.row_bytes());
  while (decoder.state().output_scanline < decoder.state().output_height)
    if (!decoder.read_row(row.data())) return tl::unexpected(decoder.trouble());
  if (!decoder.finish()) return tl::unexpected(decoder.trouble());
  return facts;
}

tl::expected<Pixels, PictureTrouble> decode_jpeg(std::string_view bytes, int least_width) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return tl::unexpected(decoder.trouble());
  const J_COLOR_SPACE space = decoded_space(decoder.state());
  if (!decoder.start(reduction_for(decoder.state().image_width, least_width), space)) return tl::unexpected(decoder.trouble());
  const bool inverted = decoder.state().saw_Adobe_marker != FALSE;
  const auto components = static_cast<std::size_t>(decoder.state().output_components);
  Pixels pixels{static_cast<int>(decoder.state().output_width), static_cast<int>(decoder.state().output_height), {}};
  pixels.rows.reserve(std::size_t{decoder.state().output_width} * decoder.state().output_height);
  std::vector<JSAMPLE> row(decoder.row_bytes());
  while (decoder.state().output_scanline < decoder.state().output_height) {
    if (!decoder.read_row(row.data())) return tl::unexpected(decoder.trouble());
    for (std::size_t at = 0; at < row.size(); at += components) pixels.rows.push_back(pixel_of(&row[at], space, inverted));
  }
  if (!decoder.finish()) return tl::unexpected(decoder.trouble());
  return pixels;
}

}  // namespace paiban::picture
