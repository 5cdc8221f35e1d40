#pragma once
// The faces in fonts/ by the roles that the trade gives them.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "document/catalogue.hpp"

struct hb_font_t;
struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace paiban::font {

using document::FaceEntry;
using document::FontId;
using document::RoleEntry;

/// Ink box of a glyph in thousandths of an em, y upwards from the baseline.
struct InkBox {
  int left = 0, right = 0, bottom = 0, top = 0;
};

/// A face. Owns its FreeType and HarfBuzz objects, over mappings of one file; they live as long as the catalogue.
class Face {
 public:
  /// Larger files are refused: the largest face known is below 64 MiB, and a face comes from outside.
  static constexpr std::size_t most_bytes = std::size_t{64} << 20U;

  /// Opens the entry's file with `library`, which must outlive the face. An error where the file is missing, no regular file,
  /// too large, or no face that both libraries read.
  [[nodiscard]] static Result<Face> open(const FaceEntry& entry, FT_LibraryRec_* library);
  ~Face();
  Face(Face&&) noexcept;
  Face& operator=(Face&&) = delete;

  [[nodiscard]] const FaceEntry& entry() const;
  [[nodiscard]] hb_font_t* shaper() const;                         ///< scale: 1000 units an em
  [[nodiscard]] FT_FaceRec_* rasteriser() const;                   ///< the same file for Cairo, knowing glyphs but no characters
  [[nodiscard]] std::uint32_t glyph_of(char32_t character) const;  ///< 0: none; the private-use map is applied
  /// Whether the face has a form of `character` for that variation selector (U+E0100 …), its usual one among them.
  [[nodiscard]] bool has_variant(char32_t character, char32_t selector) const;
  [[nodiscard]] InkBox ink_of(std::uint32_t glyph) const;           ///< all zero where there is no ink
  [[nodiscard]] int advance_of(std::uint32_t glyph) const;          ///< horizontal, thousandths of an em
  [[nodiscard]] int vertical_origin_of(std::uint32_t glyph) const;  ///< of vertical lines, above the baseline

 private:
  struct Handles;
  explicit Face(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
};

class FontCatalogue {
 public:
  /// Reads `folder`/catalogue.xml. No face is opened yet.
  [[nodiscard]] static Result<FontCatalogue> load(const std::filesystem::path& folder, Report& report);
  /// The same of a catalogue already read.
  [[nodiscard]] static FontCatalogue of(document::Catalogue catalogue);

  FontCatalogue(FontCatalogue&&) noexcept;
  FontCatalogue& operator=(FontCatalogue&&) noexcept;
  ~FontCatalogue();

  [[nodiscard]] std::span<const FaceEntry> faces() const;
  [[nodiscard]] std::span<const RoleEntry> roles() const;
  [[nodiscard]] const RoleEntry* role(std::string_view name) const;  ///< nullptr: none of that name

  /// Opens the face on its first use; an error where the file is missing, too large or no face. `id` < faces().size().
  [[nodiscard]] Result<const Face*> open(FontId id) const;

  /// Compares every file with its SHA-256; reports each that differs or is missing. True where all is well.
  [[nodiscard]] bool verify(Report& report) const;

 private:
  struct State;
  explicit FontCatalogue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace paiban::font
