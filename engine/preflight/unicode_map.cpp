#include "preflight/unicode_map.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "preflight/lexer.hpp"

namespace paiban::preflight {
namespace {

constexpr std::size_t most_codes = 65'536;

Meaning meaning_of(std::string_view utf16) {
  if (utf16.size() < 2) return Meaning::empty;
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    const int unit = static_cast<unsigned char>(utf16[i]) << 8 | static_cast<unsigned char>(utf16[i + 1]);
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE || unit == 0xFFFD) return Meaning::empty;
  }
  return Meaning::text;
}

class Reader {
 public:
  explicit Reader(std::string_view cmap) : lexer_(cmap) {}

  std::vector<Meaning> read() {
    for (Token token = lexer_.next(); token.kind != TokenKind::end; token = lexer_.next()) {
      if (token.kind != TokenKind::word) continue;
      if (token.text == "beginbfchar") read_characters();
      if (token.text == "beginbfrange") read_ranges();
    }
    return std::move(map_);
  }

 private:
  Lexer lexer_;
  std::string scratch_;
  std::vector<Meaning> map_;

  /// The next code; false at the section's end.
  bool code(std::size_t& value) {
    const Token token = lexer_.next();
    if (token.kind != TokenKind::hex) return false;
    decode_string(token, scratch_);
    value = 0;
    for (const char byte : scratch_) value = value << 8U | static_cast<unsigned char>(byte);
    return value < most_codes;
  }

  Meaning meaning(const Token& token) {
    decode_string(token, scratch_);
    return meaning_of(scratch_);
  }

  void set(std::size_t at, Meaning meaning) {
    if (at >= most_codes) return;
    if (map_.size() <= at) map_.resize(at + 1, Meaning::none);
    map_[at] = meaning;
  }

  void read_characters() {
    for (std::size_t from = 0; code(from);) {
      const Token token = lexer_.next();
      if (token.kind == TokenKind::hex) set(from, meaning(token));
    }
  }

  void read_ranges() {
    for (std::size_t from = 0, to = 0; code(from) && code(to);) {
      Token token = lexer_.next();
      if (token.kind == TokenKind::hex) {
        const Meaning first = meaning(token);
        for (std::size_t i = from; i <= to; ++i) set(i, i == from ? first : Meaning::text);
      } else if (token.kind == TokenKind::array_open) {
        for (std::size_t i = from; (token = lexer_.next()).kind == TokenKind::hex; ++i)
          if (i <= to) set(i, meaning(token));
      }
    }
  }
};

// 0x80 … 0x9F of WinAnsiEncoding; the rest is Latin 1.
constexpr std::array<int, 32> upper_controls{0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
                                             0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

}  // namespace

std::vector<Meaning> read_unicode_map(std::string_view cmap) { return Reader(cmap).read(); }

int win_ansi_character(int code) {
  if (code < 0x20 || code > 0xFF) return 0;
  return code >= 0x80 && code < 0xA0 ? upper_controls[static_cast<std::size_t>(code - 0x80)] : code;
}

}  // namespace paiban::preflight
