#include "digital/picture_file.hpp"

#include <utility>

#include "render/png.hpp"

namespace paiban::digital {
namespace {

// Markers of JPEG (ITU-T T.81, table B.1).
constexpr unsigned char marker = 0xFF, start_of_image = 0xD8, start_of_scan = 0xDA, comment = 0xFE;
constexpr unsigned char first_note = 0xE1, last_note = 0xEF, icc_note = 0xE2, adobe_note = 0xEE;
constexpr std::size_t head_bytes = 4;  // of a segment: its marker and its length

/// What a browser shows on a screen: no finer than that.
constexpr int screen_dpi = 96;

bool is_note(unsigned char code) {
  const bool says_of_colour = code == icc_note || code == adobe_note;
  return code == comment || (code >= first_note && code <= last_note && !says_of_colour);
}

/// An Exif segment that says the turn and nothing else: one entry, tag 274. Empty for what stands upright.
std::string note_of(picture::Turn turn) {
  using std::string_view_literals::operator""sv;
  if (turn == picture::Turn::upright) return {};
  constexpr std::string_view before =
      "\xFF\xE1\x00\x22"
      "Exif\0\0"
      "MM\0\x2A\0\0\0\x08"
      "\0\x01"
      "\x01\x12\0\x03\0\0\0\x01\0"sv;
  constexpr std::string_view after =
      "\0\0"
      "\0\0\0\0"sv;  // the value's other half; no further list
  return std::string(before) + static_cast<char>(turn) + std::string(after);
}

}  // namespace

std::string without_notes(std::string_view jpeg, picture::Turn turn) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
  if (jpeg.size() < 2 || byte(0) != marker || byte(1) != start_of_image) return std::string(jpeg);
  std::string out = std::string(jpeg.substr(0, 2)) + note_of(turn);
  std::size_t at = 2;
  while (at + head_bytes <= jpeg.size() && byte(at) == marker) {
    if (byte(at + 1) == marker) {  // a marker may be filled up before it
      ++at;
      continue;
    }
    if (byte(at + 1) == start_of_scan) break;
    const std::size_t length = 2 + (std::size_t{byte(at + 2)} << 8U | byte(at + 3));
    if (!is_note(byte(at + 1))) out += jpeg.substr(at, length);
    at += length;
  }
  if (at < jpeg.size()) out += jpeg.substr(at);
  return out;
}

Result<PictureFile> picture_file(const picture::Picture& picture, picture::ScreenColours& colours) {
  const picture::PictureInfo& info = picture.info;
  if (!picture.jpeg.empty() && picture.embeddable && info.colour != picture::PictureColour::cmyk)
    return PictureFile{".jpg", without_notes(picture.jpeg, picture.turn), info.width, info.height};
  auto pixels = picture::decode(picture, info.width, colours);
  if (!pixels) return tl::unexpected(std::move(pixels).error());
  return PictureFile{
      ".png", render::write_png(pixels->rows, pixels->width, pixels->height, static_cast<std::size_t>(pixels->width), screen_dpi),
      pixels->width, pixels->height};
}

}  // namespace paiban::digital
