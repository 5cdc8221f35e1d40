#include "text/shaper.hpp"

#include <hb.h>

#include <array>

namespace paiban::text {

struct Shaper::Handles {
  struct DestroyBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  };
  std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer{hb_buffer_create()};
  hb_language_t chinese = hb_language_from_string("zh-Hans", -1);
};

Shaper::Shaper() : handles_(std::make_unique<Handles>()) {}
Shaper::~Shaper() = default;
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;

namespace {

char32_t mapped(const document::FaceEntry& entry, char32_t c) {
  for (const auto& [character, private_code] : entry.private_use)
    if (character == c) return private_code;
  return c;
}

}  // namespace

std::vector<RawGlyph> Shaper::shape(const font::Face& face, std::span<const CodePoint> run, RunScript script,
                                    RunDirection direction) {
  hb_buffer_t* buffer = handles_->buffer.get();
  const bool vertical = direction == RunDirection::vertical;
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, script == RunScript::han ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer, handles_->chinese);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  for (const CodePoint& c : run) hb_buffer_add(buffer, mapped(face.entry(), c.value), c.cluster);
  // The engine owns the widths of marks (some faces have chws and halt, some not, Fandol's is wrong), and a letter is a
  // place of its own: no ligature across characters.
  static constexpr std::array features{
      hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('c', 'h', 'w', 's'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('v', 'c', 'h', 'w'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
  };
  hb_shape(face.shaper(), buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<RawGlyph> glyphs;
  glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const int advance = vertical ? -positions[i].y_advance : positions[i].x_advance;
    glyphs.push_back({infos[i].codepoint, infos[i].cluster, advance, positions[i].x_offset, positions[i].y_offset});
  }
  return glyphs;
}

}  // namespace paiban::text
