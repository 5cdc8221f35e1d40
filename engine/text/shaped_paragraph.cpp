#include "text/shaped_paragraph.hpp"

#include <algorithm>

namespace paiban::text {

const Hyphen* hyphen_after(const ShapedParagraph& paragraph, std::uint32_t unit) {
  if (unit >= paragraph.joints.size() || paragraph.joints[unit].hyphen == Length{}) return nullptr;
  const std::uint16_t face = paragraph.glyphs[paragraph.units[unit].first_glyph].face;
  const auto found = std::ranges::find(paragraph.hyphens, face, [](const Hyphen& hyphen) { return hyphen.glyph.face; });
  return found == paragraph.hyphens.end() ? nullptr : &*found;
}

int characters_from(const ShapedParagraph& paragraph, std::uint32_t first) {
  int count = 0;
  for (std::size_t i = first; i < paragraph.units.size(); ++i) count += paragraph.units[i].characters;
  return count;
}

}  // namespace paiban::text
