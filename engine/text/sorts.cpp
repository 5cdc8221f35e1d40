#include "text/sorts.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/quoted.hpp"
#include "text/char_class.hpp"

namespace paiban::text {
namespace {

/// 异体字选择符: asks for one of the forms of a character. The two that choose between the text and the picture of an emoji
/// ask for nothing that a newspaper's face could have.
bool selects_variant(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0D) || (c >= 0xE0100 && c <= 0xE01EF); }

bool is_private(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR; }
bool is_control(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR; }

/// "U+1F468 U+200D U+1F469"
std::string codes_of(std::string_view bytes) {
  std::string codes;
  for (std::uint32_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_at(bytes, at);
    codes += fmt::format("{}U+{:04X}", codes.empty() ? "" : " ", static_cast<std::uint32_t>(decoded.code_point));
    at = decoded.next;
  }
  return codes;
}

/// Extended by code points beyond its base; a dash and an ellipsis are one character of two bases.
bool is_extended(const Character& c) {
  return c.cls != CharClass::dash && c.cls != CharClass::ellipsis && !c.space && c.end - c.start > to_utf8(c.code_point).size();
}

}  // namespace

Result<Sort> Sorts::choose(std::size_t i, char32_t wanted, const std::string& role) {
  const Character& c = characters_[i];
  if (c.right_to_left) {
    report_right_to_left(i);
    return choose_geta(role);
  }
  if (is_private(c.code_point)) {
    say(c, Code::private_character);
    return choose_geta(role);
  }
  const auto chosen = chooser_->choose(role, wanted);
  if (!chosen) return tl::unexpected(chosen.error());
  const Sort sort{chosen->face, chosen->id, wanted};
  const bool needs_none = c.space || c.cls == CharClass::wide_space || is_unseen(c.code_point);
  if (needs_none) return sort;
  if (chosen->glyph == 0 || (is_extended(c) && !shows_all(c, *chosen->face))) {
    say(c, Code::no_glyph);
    return choose_geta(role);
  }
  if (chosen->fallback) say(c, Code::fallback_face, chosen->face->entry().id);
  if (is_extended(c)) check_variant(c, *chosen->face);
  return sort;
}

Result<Sort> Sorts::choose_geta(const std::string& role) {
  const auto chosen = chooser_->choose(role, geta);
  if (!chosen) return tl::unexpected(chosen.error());
  return Sort{chosen->face, chosen->id, geta};
}

/// Whether the face draws the character with its accents: it may have é and no accent of its own.
bool Sorts::shows_all(const Character& c, const font::Face& face) {
  std::vector<CodePoint> run;
  for (std::uint32_t at = c.start; at < c.end;) {
    const Decoded decoded = decode_at(text_->text.utf8, at);
    run.push_back({decoded.code_point, c.start});
    at = decoded.next;
  }
  const auto glyphs = shaper_->shape(face, run, c.word != 0 ? RunScript::western : RunScript::han, RunDirection::horizontal);
  return std::ranges::all_of(glyphs, [](const RawGlyph& glyph) { return glyph.id != 0; });
}

void Sorts::check_variant(const Character& c, const font::Face& face) {
  const auto base_bytes = static_cast<std::uint32_t>(to_utf8(c.code_point).size());
  const char32_t next = decode_at(text_->text.utf8, c.start + base_bytes).code_point;
  if (selects_variant(next) && !face.has_variant(c.code_point, next)) say(c, Code::variant_missing, face.entry().id);
}

void Sorts::report_right_to_left(std::size_t i) {
  std::size_t before = i;
  while (before > 0 && characters_[before - 1].space) --before;
  if (before > 0 && characters_[before - 1].right_to_left) return;  // its run is reported
  std::size_t last = i;
  for (std::size_t next = i; next < characters_.size() && (characters_[next].right_to_left || characters_[next].space); ++next)
    if (characters_[next].right_to_left) last = next;
  const std::uint32_t start = characters_[i].start;
  report_->add(Code::right_to_left, document::place_of(text_->text, start),
               {document::quoted(std::string_view(text_->text.utf8).substr(start, characters_[last].end - start))}, text_->story);
}

void Sorts::say(const Character& c, Code code, const std::string& face) {
  const std::string bytes = bytes_of(c);
  if (!said_.insert({code, bytes}).second) return;
  // A control character would play its tricks on the reader's terminal.
  const std::string shown = is_control(c.code_point) ? to_utf8(U'\uFFFD') : bytes;
  report_->add(code, document::place_of(text_->text, c.start), {shown, codes_of(bytes), face}, text_->story);
}

}  // namespace paiban::text
