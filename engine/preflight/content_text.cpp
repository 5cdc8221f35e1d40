// The text operators of content streams: ISO 32000-1 9.4.

#include <cmath>

#include "preflight/content.hpp"

namespace paiban::preflight {
namespace {

constexpr double thousand = 1000;
constexpr int invisible = 3;  // text rendering mode

}  // namespace

void ContentReader::next_line(double x, double y) {
  line_ = Matrix{1, 0, 0, 1, x, y}.then(line_);
  text_ = line_;
}

bool ContentReader::text_operator(std::uint32_t key) {
  switch (key) {
    case key_of("BT"):
      if (in_text_) complain(Check::state, {"BT, ET"});
      in_text_ = true;
      text_ = line_ = Matrix{};
      return true;
    case key_of("ET"):
      if (!in_text_) complain(Check::state, {"BT, ET"});
      in_text_ = false;
      return true;
    case key_of("Tf"):
      state_.font = resources_->font(operands_.text(0));
      state_.size = operands_.number(1);
      return true;
    case key_of("Tm"):
      text_ = line_ = {operands_.number(0), operands_.number(1), operands_.number(2),
                       operands_.number(3), operands_.number(4), operands_.number(5)};
      return true;
    case key_of("TD"):
      state_.leading = -operands_.number(1);
      [[fallthrough]];
    case key_of("Td"):
      next_line(operands_.number(0), operands_.number(1));
      return true;
    case key_of("T*"):
      next_line(0, -state_.leading);
      return true;
    case key_of("Tj"):
      show(operands_.tokens.front());
      return true;
    case key_of("TJ"):
      show_pieces();
      return true;
    case key_of("\""):
      state_.word_gap = operands_.number(0);
      state_.character_gap = operands_.number(1);
      [[fallthrough]];
    case key_of("'"):
      next_line(0, -state_.leading);
      show(operands_.tokens.back());
      return true;
    case key_of("Tc"):
      state_.character_gap = operands_.number(0);
      return true;
    case key_of("Tw"):
      state_.word_gap = operands_.number(0);
      return true;
    case key_of("Tz"):
      state_.stretch = operands_.number(0) / 100;
      return true;
    case key_of("TL"):
      state_.leading = operands_.number(0);
      return true;
    case key_of("Ts"):
      state_.rise = operands_.number(0);
      return true;
    case key_of("Tr"):
      state_.mode = operands_.number(0) == invisible ? invisible : 0;  // the others all show
      return true;
    default:
      return false;
  }
}

void ContentReader::show_pieces() {
  // The first and the last token are the array's brackets.
  for (std::size_t i = 1; i + 1 < operands_.tokens.size(); ++i) {
    const Token& piece = operands_.tokens[i];
    if (piece.kind == TokenKind::number) {
      const double back = -piece.number / thousand * state_.size;
      const bool down = state_.font != nullptr && state_.font->vertical();
      text_ = (down ? Matrix{1, 0, 0, 1, 0, back} : Matrix{1, 0, 0, 1, back * state_.stretch, 0}).then(text_);
    } else if (piece.kind == TokenKind::literal || piece.kind == TokenKind::hex) {
      show(piece);
    } else {
      complain(Check::operands, {"TJ", "[?]"});
    }
  }
}

void ContentReader::show(const Token& string) {
  Font* font = state_.font;
  if (!in_text_) return complain(Check::state, {"BT, ET"});
  if (font == nullptr) return complain(Check::resource, {"Font"});
  decode_string(string, scratch_);
  if (scratch_.empty()) return;
  const std::size_t step = font->code_bytes();
  if (scratch_.size() % step != 0) complain(Check::operands, {"Tj", font->name()});

  const Matrix to_page = Matrix{1, 0, 0, 1, 0, state_.rise}.then(text_).then(state_.ctm);
  const Point at = to_page.of(0, 0);
  double advance = 0;
  for (std::size_t i = 0; i + step <= scratch_.size(); i += step) {
    int code = static_cast<unsigned char>(scratch_[i]);
    if (step == 2) code = code << 8 | static_cast<unsigned char>(scratch_[i + 1]);
    if (!font->has_seen(code)) {
      Place place = checks_.place(at);
      place.font = font->name();
      font->look_at(code, place, file_.bill);
    }
    const bool space = step == 1 && code == ' ';
    advance += font->advance(code) * state_.size + state_.character_gap + (space ? state_.word_gap : 0);
  }
  if (state_.mode != invisible) {
    note_painting(at);
    checks_.text(state_, at, std::abs(state_.size) * to_page.scale(), *font);
  }
  // Of vertical text the advance is one em each, which is all that a place needs.
  text_ = (font->vertical() ? Matrix{1, 0, 0, 1, 0, -std::abs(advance)} : Matrix{1, 0, 0, 1, advance * state_.stretch, 0})
              .then(text_);
}

}  // namespace paiban::preflight
