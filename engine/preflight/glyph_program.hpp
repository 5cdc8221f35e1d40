#pragma once
// What an embedded font program says of its glyphs: how many there are, how wide each is, which code or CID leads to which.
// TrueType (ISO 32000-1 9.9; OpenType's head, hhea, hmtx, maxp, cmap) and CFF (Adobe Technical Notes 5176, 5177).

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paiban::preflight {

struct GlyphProgram {
  std::vector<double> widths;  ///< of each glyph, in 1/1000 em
  /// From CID to glyph, of a CID-keyed CFF. Empty: CID and glyph are the same.
  std::map<int, int> glyph_of_cid;
  bool cid_keyed = false;
  std::map<int, int> windows_unicode;  ///< cmap (3, 1)
  std::map<int, int> windows_symbol;   ///< cmap (3, 0)
  std::map<int, int> macintosh;        ///< cmap (1, 0)

  [[nodiscard]] int glyphs() const { return static_cast<int>(widths.size()); }
};

/// nullopt where the bytes are no such program.
[[nodiscard]] std::optional<GlyphProgram> read_truetype(std::string_view bytes);
[[nodiscard]] std::optional<GlyphProgram> read_cff(std::string_view bytes);

}  // namespace paiban::preflight
