#include "picture/tiff_reader.hpp"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::picture {
namespace {

constexpr tmsize_t most_memory = tmsize_t{256} << 20;  // at once, by libtiff
constexpr unsigned most_channels = 8;                  // stored a pixel: four inks, opacity, some of Photoshop's own
constexpr std::uint32_t whole = 255;

tl::unexpected<PictureTrouble> damaged(std::string reason) {
  return tl::unexpected(PictureTrouble{Code::picture_damaged, std::move(reason)});
}

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
struct FreeOptions {
  void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

/// libtiff over bytes in memory. Its errors are kept, and its warnings with them: where it warns, it patches something up.
class Reader {
 public:
  explicit Reader(std::string_view bytes);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] TIFF* handle() const { return tiff_.get(); }
  [[nodiscard]] bool failed() const { return !reason_.empty() || tiff_ == nullptr; }
  [[nodiscard]] const std::string& reason() const { return reason_; }

  template <typename Number>
  [[nodiscard]] Number number(std::uint32_t tag, Number otherwise = {}) const {
    Number value = otherwise;
    TIFFGetFieldDefaulted(tiff_.get(), tag, &value);
    return value;
  }

 private:
  static int on_error(TIFF* tiff, void* reader, const char* module, const char* format, va_list arguments);
  static int on_warning(TIFF* tiff, void* reader, const char* module, const char* format, va_list arguments);
  static tmsize_t read(thandle_t reader, void* to, tmsize_t count);
  static tmsize_t write(thandle_t /*reader*/, void* /*from*/, tmsize_t /*count*/) { return 0; }
  static toff_t seek(thandle_t reader, toff_t offset, int whence);
  static int close(thandle_t /*reader*/) { return 0; }
  static toff_t size(thandle_t reader) { return static_cast<Reader*>(reader)->bytes_.size(); }

  std::string_view bytes_;
  std::uint64_t at_ = 0;
  std::string reason_;
  std::unique_ptr<TIFF, CloseTiff> tiff_;
};

Reader::Reader(std::string_view bytes) : bytes_(bytes) {
  const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), most_memory);
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), on_error, this);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), on_warning, this);
  // m: no mapping, all goes through read().
  tiff_.reset(TIFFClientOpenExt("picture", "rm", this, read, write, seek, close, size, nullptr, nullptr, options.get()));
}

int Reader::on_error(TIFF* /*tiff*/, void* reader, const char* /*module*/, const char* format, va_list arguments) {
  std::array<char, 200> words{};
  std::vsnprintf(words.data(), words.size(), format, arguments);
  std::string& reason = static_cast<Reader*>(reader)->reason_;
  if (reason.empty()) reason = words.data();  // the first says why, those after it what followed
  return 1;
}

// Private tags are in the files of every camera and program, and texts that do not end as they should in those of many.
int Reader::on_warning(TIFF* tiff, void* reader, const char* module, const char* format, va_list arguments) {
  const std::string_view words(format);
  const bool harmless = words.starts_with("Unknown field with tag") || words.starts_with("ASCII value for tag");
  return harmless ? 1 : on_error(tiff, reader, module, format, arguments);
}

tmsize_t Reader::read(thandle_t reader, void* to, tmsize_t count) {
  auto& self = *static_cast<Reader*>(reader);
  const std::uint64_t rest = self.at_ < self.bytes_.size() ? self.bytes_.size() - self.at_ : 0;
  const auto taken = static_cast<std::size_t>(std::min(rest, static_cast<std::uint64_t>(std::max<tmsize_t>(count, 0))));
  if (taken > 0) std::memcpy(to, self.bytes_.data() + self.at_, taken);
  self.at_ += taken;
  return static_cast<tmsize_t>(taken);
}

toff_t Reader::seek(thandle_t reader, toff_t offset, int whence) {
  auto& self = *static_cast<Reader*>(reader);
  self.at_ = offset + (whence == SEEK_CUR ? self.at_ : whence == SEEK_END ? self.bytes_.size() : 0);
  return self.at_;
}

enum class Opacity : std::uint8_t { none, associated, unassociated };

/// How the pixels are stored.
struct Layout {
  std::uint32_t width = 0, height = 0;
  PictureColour colour{};
  unsigned bits = 0, channels = 0;
  bool white_is_zero = false, planes = false, tiles = false;
  Opacity opacity = Opacity::none;
  std::array<const std::uint16_t*, 3> palette{};    // libtiff's; by index, 16 bits
  std::uint32_t piece_width = 0, piece_height = 0;  // of a strip or tile
};

std::optional<PictureColour> colour_of(unsigned photometric, unsigned compression) {
  switch (photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_MINISBLACK:
      return PictureColour::gray;
    case PHOTOMETRIC_RGB:
    case PHOTOMETRIC_PALETTE:
      return PictureColour::rgb;
    case PHOTOMETRIC_YCBCR:  // libtiff lets libjpeg turn it into RGB
      return compression == COMPRESSION_JPEG ? std::optional(PictureColour::rgb) : std::nullopt;
    case PHOTOMETRIC_SEPARATED:
      return PictureColour::cmyk;
    default:
      return std::nullopt;
  }
}

bool is_known(unsigned compression) {
  constexpr auto known = std::to_array<unsigned>({COMPRESSION_NONE, COMPRESSION_CCITTRLE, COMPRESSION_CCITTFAX3,
                                                  COMPRESSION_CCITTFAX4, COMPRESSION_LZW, COMPRESSION_JPEG,
                                                  COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS, COMPRESSION_DEFLATE});
  return std::ranges::find(known, compression) != known.end();
}

Opacity opacity_of(const Reader& reader) {
  std::uint16_t count = 0;
  const std::uint16_t* kinds = nullptr;
  if (TIFFGetFieldDefaulted(reader.handle(), TIFFTAG_EXTRASAMPLES, &count, &kinds) == 0 || count == 0) return Opacity::none;
  if (kinds[0] == EXTRASAMPLE_ASSOCALPHA) return Opacity::associated;
  return kinds[0] == EXTRASAMPLE_UNASSALPHA ? Opacity::unassociated : Opacity::none;
}

void find_pieces(const Reader& reader, Layout& layout) {
  layout.tiles = TIFFIsTiled(reader.handle()) != 0;
  layout.piece_width = layout.tiles ? reader.number<std::uint32_t>(TIFFTAG_TILEWIDTH) : layout.width;
  layout.piece_height = layout.tiles ? reader.number<std::uint32_t>(TIFFTAG_TILELENGTH)
                                     : std::min(reader.number<std::uint32_t>(TIFFTAG_ROWSPERSTRIP), layout.height);
}

/// What is odd about a layout that is to be read; nothing where it can be.
std::optional<std::string> oddity(const Reader& reader, const Layout& layout, bool palette) {
  if (layout.bits != 1 && layout.bits != 8 && layout.bits != 16)
    return "it has " + std::to_string(layout.bits) + " bits a sample";
  if (layout.bits == 1 && (layout.colour != PictureColour::gray || layout.channels != 1)) return "it has colours of one bit";
  if (reader.number<std::uint16_t>(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT) != SAMPLEFORMAT_UINT)
    return "its samples are not whole numbers";
  if (palette && (layout.bits != 8 || layout.channels != 1)) return "its palette is not of 256 colours";
  const unsigned needed = palette ? 1U : static_cast<unsigned>(samples_of(layout.colour));
  if (layout.channels < needed || layout.channels > most_channels)
    return "it has " + std::to_string(layout.channels) + " channels";
  if (layout.colour == PictureColour::cmyk && reader.number<std::uint16_t>(TIFFTAG_INKSET, INKSET_CMYK) != INKSET_CMYK)
    return "its inks are not CMYK";
  if (layout.planes && layout.opacity != Opacity::none) return "it is transparent and stored plane by plane";
  if (layout.piece_width == 0 || layout.piece_height == 0) return "its strips or tiles have no size";
  return std::nullopt;
}

tl::expected<Layout, PictureTrouble> layout_of(const Reader& reader) {
  Layout layout;
  layout.width = reader.number<std::uint32_t>(TIFFTAG_IMAGEWIDTH);
  layout.height = reader.number<std::uint32_t>(TIFFTAG_IMAGELENGTH);
  if (layout.width == 0 || layout.height == 0) return damaged("it has no size");
  if (auto size = beyond_limits(layout.width, layout.height))
    return tl::unexpected(PictureTrouble{Code::picture_too_large, *size});
  const auto compression = reader.number<std::uint16_t>(TIFFTAG_COMPRESSION);
  if (!is_known(compression)) return damaged("it is compressed in a way (" + std::to_string(compression) + ") that is not read");
  const auto photometric = reader.number<std::uint16_t>(TIFFTAG_PHOTOMETRIC, 0xFFFF);
  const auto colour = colour_of(photometric, compression);
  if (!colour) return damaged("its colours are neither gray nor RGB nor CMYK");
  if (photometric == PHOTOMETRIC_YCBCR) TIFFSetField(reader.handle(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  layout.colour = *colour;
  layout.bits = reader.number<std::uint16_t>(TIFFTAG_BITSPERSAMPLE);
  layout.channels = reader.number<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL);
  layout.white_is_zero = photometric == PHOTOMETRIC_MINISWHITE;
  layout.planes = layout.channels > 1 && reader.number<std::uint16_t>(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
  layout.opacity = opacity_of(reader);
  const bool palette = photometric == PHOTOMETRIC_PALETTE;
  if (palette) {
    std::array<std::uint16_t*, 3> maps{};
    if (TIFFGetField(reader.handle(), TIFFTAG_COLORMAP, &maps[0], &maps[1], &maps[2]) == 0)
      return damaged("its palette is missing");
    std::ranges::copy(maps, layout.palette.begin());
  }
  find_pieces(reader, layout);
  if (auto odd = oddity(reader, layout, palette)) return damaged(*std::move(odd));
  return layout;
}

std::uint8_t to_byte(std::uint32_t of_16_bits) { return static_cast<std::uint8_t>((of_16_bits * whole + 32'767U) / 65'535U); }

/// The sample number `index` of a row as it is stored.
std::uint8_t sample_at(const std::uint8_t* row, std::size_t index, unsigned bits) {
  if (bits == 8) return row[index];
  if (bits == 1) return ((row[index / 8] >> (7U - index % 8U)) & 1U) != 0 ? 255 : 0;
  std::uint16_t deep = 0;
  std::memcpy(&deep, row + 2 * index, sizeof deep);  // libtiff has put it into the machine's order
  return to_byte(deep);
}

/// What is seen of `value` through its opacity: paper where there is none, which is no ink, or all light.
std::uint8_t on_white(std::uint32_t value, std::uint32_t alpha, const Layout& layout) {
  const std::uint32_t seen = layout.opacity == Opacity::associated ? std::min(value, alpha) : (value * alpha + whole / 2) / whole;
  return static_cast<std::uint8_t>(layout.colour == PictureColour::cmyk ? seen : seen + whole - alpha);
}

/// A pixel of interleaved channels to its samples in the raster.
void put_pixel(const std::uint8_t* row, std::size_t x, const Layout& layout, std::uint8_t* to) {
  const std::size_t start = x * layout.channels;
  if (layout.palette[0] != nullptr) {
    const std::size_t entry = sample_at(row, start, layout.bits);
    for (std::size_t i = 0; i < 3; ++i) to[i] = to_byte(layout.palette[i][entry]);
    return;
  }
  const std::size_t samples = samples_of(layout.colour);
  const bool covered = layout.opacity != Opacity::none && layout.channels > samples;
  const std::uint32_t alpha = covered ? sample_at(row, start + samples, layout.bits) : whole;
  for (std::size_t i = 0; i < samples; ++i) {
    const std::uint32_t stored = sample_at(row, start + i, layout.bits);
    const std::uint32_t value = layout.white_is_zero ? whole - stored : stored;
    to[i] = covered ? on_white(value, alpha, layout) : static_cast<std::uint8_t>(value);
  }
}

/// One strip or tile: where it lies, and which plane it is of.
struct Piece {
  std::uint32_t x = 0, y = 0;
  unsigned plane = 0;
};

/// Puts the bytes of `piece` into their places of `raster`.
void put_piece(const std::vector<std::uint8_t>& bytes, std::size_t row_bytes, const Piece& piece, const Layout& layout,
               Raster& raster) {
  const std::size_t samples = samples_of(layout.colour);
  const std::uint32_t rows = std::min(layout.piece_height, layout.height - piece.y);
  const std::uint32_t columns = std::min(layout.piece_width, layout.width - piece.x);
  for (std::uint32_t y = 0; y < rows; ++y) {
    const std::uint8_t* row = &bytes[y * row_bytes];
    std::uint8_t* to = &raster.samples[(piece.y + y) * raster.row_bytes() + piece.x * samples];
    for (std::uint32_t x = 0; x < columns; ++x, to += samples) {
      if (layout.planes) {
        to[piece.plane] = sample_at(row, x, layout.bits);
      } else {
        put_pixel(row, x, layout, to);
      }
    }
  }
}

/// Reads piece after piece; each must be there to its last byte.
bool read_pieces(Reader& reader, const Layout& layout, Raster& raster) {
  TIFF* tiff = reader.handle();
  const tmsize_t size = layout.tiles ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
  const tmsize_t row = layout.tiles ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
  const std::size_t channels = layout.planes ? 1 : layout.channels;
  const std::size_t row_needed = (std::size_t{layout.piece_width} * channels * layout.bits + 7) / 8;
  if (reader.failed() || size <= 0 || size > most_memory || row < 0 || static_cast<std::size_t>(row) < row_needed ||
      static_cast<std::size_t>(size) / static_cast<std::size_t>(row) < layout.piece_height)
    return false;
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
  const unsigned planes = layout.planes ? static_cast<unsigned>(samples_of(layout.colour)) : 1U;
  for (Piece piece; piece.plane < planes; ++piece.plane) {
    for (piece.y = 0; piece.y < layout.height; piece.y += layout.piece_height) {
      const std::uint32_t rows = std::min(layout.piece_height, layout.height - piece.y);
      for (piece.x = 0; piece.x < layout.width; piece.x += layout.piece_width) {
        const auto sample = static_cast<std::uint16_t>(piece.plane);
        const tmsize_t wanted = layout.tiles ? size : static_cast<tmsize_t>(rows) * row;
        const tmsize_t got =
            layout.tiles ? TIFFReadEncodedTile(tiff, TIFFComputeTile(tiff, piece.x, piece.y, 0, sample), bytes.data(), size)
                         : TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, piece.y, sample), bytes.data(), wanted);
        if (reader.failed() || got != wanted) return false;
        put_piece(bytes, static_cast<std::size_t>(row), piece, layout, raster);
      }
    }
  }
  return true;
}

/// Pages of the file, small copies of a page (NewSubfileType 1) not counted. Goes to the last.
int count_pages(const Reader& reader) {
  int pages = 1;
  while (TIFFLastDirectory(reader.handle()) == 0 && TIFFReadDirectory(reader.handle()) != 0)
    if ((reader.number<std::uint32_t>(TIFFTAG_SUBFILETYPE) & FILETYPE_REDUCEDIMAGE) == 0) ++pages;
  return pages;
}

std::string profile_of(const Reader& reader) {
  std::uint32_t length = 0;
  const void* bytes = nullptr;
  if (TIFFGetField(reader.handle(), TIFFTAG_ICCPROFILE, &length, &bytes) == 0) return {};
  return {static_cast<const char*>(bytes), length};
}

}  // namespace

bool is_tiff(std::string_view bytes) {
  return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

tl::expected<DecodedPicture, PictureTrouble> decode_tiff(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.failed()) return damaged(reader.reason());
  const auto layout = layout_of(reader);
  if (!layout) return tl::unexpected(layout.error());
  const auto turn = reader.number<std::uint16_t>(TIFFTAG_ORIENTATION, 1);
  DecodedPicture picture{{static_cast<int>(layout->width), static_cast<int>(layout->height), layout->colour, {}},
                         turn >= 1 && turn <= 8 ? static_cast<Turn>(turn) : Turn::upright,
                         profile_of(reader),
                         1};
  picture.raster.samples.resize(picture.raster.row_bytes() * layout->height);
  if (!read_pieces(reader, *layout, picture.raster)) return damaged(reader.failed() ? reader.reason() : "its data end too early");
  picture.pages = count_pages(reader);
  if (reader.failed()) return damaged(reader.reason());
  return picture;
}

}  // namespace paiban::picture
