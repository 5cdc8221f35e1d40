#include "picture/jpeg.hpp"

// jpeglib.h needs size_t and FILE declared before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::picture {
namespace {

constexpr long most_memory = 256L << 20;  // of libjpeg's own: a progressive picture keeps all its coefficients
constexpr unsigned whole_marker = 0xFFFF;
constexpr int exif_marker = JPEG_APP0 + 1, profile_marker = JPEG_APP0 + 2;

/// libjpeg's state. Its errors come back by longjmp, over frames of C alone: what has a destructor lives outside the guarded
/// calls.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes);
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&state_); }

  /// Before read_header(): Exif and the profile are wanted too.
  [[nodiscard]] bool keep_markers();
  [[nodiscard]] bool read_header();
  [[nodiscard]] Turn turn() const;
  [[nodiscard]] std::string profile();
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

bool Decoder::keep_markers() {
  if (setjmp(way_out_) != 0) return false;
  jpeg_save_markers(&state_, exif_marker, whole_marker);
  jpeg_save_markers(&state_, profile_marker, whole_marker);
  return true;
}

Turn Decoder::turn() const {
  for (const auto* marker = state_.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view body(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (marker->marker == exif_marker && body.starts_with("Exif")) return exif_turn(body);
  }
  return Turn::upright;
}

std::string Decoder::profile() {
  JOCTET* start = nullptr;
  unsigned length = 0;
  if (setjmp(way_out_) != 0) return {};
  if (jpeg_read_icc_profile(&state_, &start, &length) == FALSE) return {};
  const std::unique_ptr<JOCTET, decltype(&std::free)> bytes(start, std::free);
  return {reinterpret_cast<const char*>(start), length};
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
  return JpegFacts{{width, height, PictureFormat::jpeg, *colour}, embeddable(state), {}, {}};
}

/// The rest of the facts: what Exif and ICC add.
void add_markers(Decoder& decoder, JpegFacts& facts) {
  facts.turn = decoder.turn();
  if (swaps_axes(facts.turn)) std::swap(facts.info.width, facts.info.height);
  facts.profile = decoder.profile();
}

J_COLOR_SPACE decoded_space(const jpeg_decompress_struct& state) {
  if (state.jpeg_color_space == JCS_GRAYSCALE) return JCS_GRAYSCALE;
  return state.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

PictureColour colour_in(J_COLOR_SPACE decoded) {
  return decoded == JCS_GRAYSCALE ? PictureColour::gray : decoded == JCS_RGB ? PictureColour::rgb : PictureColour::cmyk;
}

// Adobe writes ink values inverted: then 255 is no ink, as libjpeg hands them out.
bool inverted(const jpeg_decompress_struct& state) { return state.num_components == 4 && state.saw_Adobe_marker != FALSE; }

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

// At an eighth of its size a picture is parsed whole, every Huffman code of it, but hardly computed.
tl::expected<JpegFacts, PictureTrouble> check_jpeg(std::string_view bytes) {
  Decoder decoder(bytes);
  if (!decoder.keep_markers() || !decoder.read_header()) return tl::unexpected(decoder.trouble());
  auto facts = facts_of(decoder.state());
  if (!facts) return facts;
  add_markers(decoder, *facts);
  if (!decoder.start(smallest_scale, decoder.state().jpeg_color_space)) return tl::unexpected(decoder.trouble());
  std::vector<JSAMPLE> row(decoder.row_bytes());
  while (decoder.state().output_scanline < decoder.state().output_height)
    if (!decoder.read_row(row.data())) return tl::unexpected(decoder.trouble());
  if (!decoder.finish()) return tl::unexpected(decoder.trouble());
  return facts;
}

tl::expected<Raster, PictureTrouble> decode_jpeg(std::string_view bytes, unsigned reduction) {
  Decoder decoder(bytes);
  if (!decoder.read_header()) return tl::unexpected(decoder.trouble());
  const J_COLOR_SPACE space = decoded_space(decoder.state());
  if (!decoder.start(reduction, space)) return tl::unexpected(decoder.trouble());
  Raster raster{
      static_cast<int>(decoder.state().output_width), static_cast<int>(decoder.state().output_height), colour_in(space), {}};
  raster.samples.resize(raster.row_bytes() * decoder.state().output_height);
  while (decoder.state().output_scanline < decoder.state().output_height)
    if (!decoder.read_row(&raster.samples[decoder.state().output_scanline * raster.row_bytes()]))
      return tl::unexpected(decoder.trouble());
  if (inverted(decoder.state()))
    for (std::uint8_t& sample : raster.samples) sample = static_cast<std::uint8_t>(255U - sample);
  if (!decoder.finish()) return tl::unexpected(decoder.trouble());
  return raster;
}

}  // namespace paiban::picture
