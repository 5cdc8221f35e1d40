#pragma once
// HarfBuzz: one run of one face into glyphs.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "font/font_catalogue.hpp"

namespace paiban::text {

/// Units of an em in which faces are measured.
inline constexpr int face_em = 1000;

/// So many thousandths of `em`.
[[nodiscard]] constexpr Length in_em(int thousandths, Length em) {
  return Length::units(scale_rounded(em.count(), thousandths, face_em));
}

/// A glyph as the face has it, in thousandths of an em; y upwards.
struct RawGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  ///< byte offset in the whole text
  int advance = 0;            ///< along the line
  int x = 0, y = 0;           ///< offset of the origin from the pen
};

enum class RunScript : std::uint8_t { han, western };
enum class RunDirection : std::uint8_t { horizontal, vertical };

/// A code point to be shaped and the cluster that its glyphs are to carry: its byte offset in the whole text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t cluster = 0;
};

/// A HarfBuzz buffer, used over and over. Not for two threads at once.
class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(Shaper&&) noexcept;
  Shaper& operator=(Shaper&&) noexcept;

  /// Han runs are shaped as script Hani, language zh-Hans, always: with any other, Noto's dash is 890 wide and the
  /// forms may be Japanese. The face's private-use map is applied.
  [[nodiscard]] std::vector<RawGlyph> shape(const font::Face& face, std::span<const CodePoint> run, RunScript script,
                                            RunDirection direction);

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace paiban::text
