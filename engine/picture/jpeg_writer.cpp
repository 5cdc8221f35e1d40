// Writing JPEGs, for the press.

#include "picture/jpeg.hpp"

// jpeglib.h needs size_t and FILE declared before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstdlib>

#include "base/message_table.hpp"

namespace paiban::picture {
namespace {

/// libjpeg's state. It can fail only for want of memory; then it comes back by longjmp, over frames of C alone.
class Encoder {
 public:
  Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() {
    jpeg_destroy_compress(&state_);
    std::free(start_);
  }
  [[nodiscard]] bool write(const Raster& raster, int quality);
  [[nodiscard]] std::string_view bytes() const { return {reinterpret_cast<const char*>(start_), length_}; }
  [[nodiscard]] PictureTrouble trouble() const { return {Code::picture_too_large, reason_.data()}; }

 private:
  [[noreturn]] static void give_up(j_common_ptr state);
  void set_up(const Raster& raster, int quality);

  jpeg_compress_struct state_{};
  jpeg_error_mgr errors_{};
  std::jmp_buf way_out_{};
  std::array<char, JMSG_LENGTH_MAX> reason_{};
  unsigned char* start_ = nullptr;
  unsigned long length_ = 0;
};

void Encoder::give_up(j_common_ptr state) {
  Encoder& encoder = *static_cast<Encoder*>(state->client_data);
  state->err->format_message(state, encoder.reason_.data());
  std::longjmp(encoder.way_out_, 1);
}

Encoder::Encoder() {
  state_.err = jpeg_std_error(&errors_);
  errors_.error_exit = give_up;
  state_.client_data = this;
  if (setjmp(way_out_) != 0) return;
  jpeg_create_compress(&state_);
  state_.client_data = this;
}

J_COLOR_SPACE space_of(PictureColour colour) {
  switch (colour) {
    case PictureColour::gray:
      return JCS_GRAYSCALE;
    case PictureColour::rgb:
      return JCS_RGB;
    case PictureColour::cmyk:
      break;
  }
  return JCS_CMYK;
}

// Full chroma: newsprint shows red type in a picture long before it shows an octet saved.
void Encoder::set_up(const Raster& raster, int quality) {
  jpeg_mem_dest(&state_, &start_, &length_);
  state_.image_width = static_cast<JDIMENSION>(raster.width);
  state_.image_height = static_cast<JDIMENSION>(raster.height);
  state_.input_components = static_cast<int>(samples_of(raster.colour));
  state_.in_color_space = space_of(raster.colour);
  jpeg_set_defaults(&state_);
  jpeg_set_quality(&state_, quality, TRUE);
  for (int i = 0; i < state_.num_components; ++i) state_.comp_info[i].h_samp_factor = state_.comp_info[i].v_samp_factor = 1;
  state_.write_Adobe_marker = FALSE;  // for inks it would say "inverted" to some readers and not to others
  state_.optimize_coding = TRUE;
  state_.dct_method = JDCT_ISLOW;  // integers: the same on every machine
}

bool Encoder::write(const Raster& raster, int quality) {
  if (setjmp(way_out_) != 0) return false;
  set_up(raster, quality);
  jpeg_start_compress(&state_, TRUE);
  while (state_.next_scanline < state_.image_height) {
    auto* row = const_cast<JSAMPLE*>(&raster.samples[state_.next_scanline * raster.row_bytes()]);
    jpeg_write_scanlines(&state_, &row, 1);
  }
  jpeg_finish_compress(&state_);
  return true;
}

}  // namespace

tl::expected<std::string, PictureTrouble> write_jpeg(const Raster& raster, int quality) {
  Encoder encoder;
  if (!encoder.write(raster, quality)) return tl::unexpected(encoder.trouble());
  return std::string(encoder.bytes());
}

}  // namespace paiban::picture
