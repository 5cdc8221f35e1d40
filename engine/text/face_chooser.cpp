#include "text/face_chooser.hpp"

#include "base/message_table.hpp"

namespace paiban::text {

Result<ChosenFace> FaceChooser::choose(const std::string& role, char32_t character) {
  const font::RoleEntry* entry = fonts_->role(role);
  if (entry == nullptr || entry->chain.empty()) return tl::unexpected(Diagnostic{Code::unknown_face_role, {}, {role}, {}, {}});
  ChosenFace chosen;
  for (const font::FontId id : entry->chain) {
    const auto face = fonts_->open(id);
    if (!face) return tl::unexpected(face.error());
    const std::uint32_t glyph = (*face)->glyph_of(character);
    const bool first = id == entry->chain.front();
    if (first || glyph != 0) chosen = {id, *face, glyph, !first};
    if (glyph != 0) break;
  }
  return chosen;
}

}  // namespace paiban::text
