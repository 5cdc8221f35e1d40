#include "preflight/lexer.hpp"

#include <algorithm>
#include <array>

namespace paiban::preflight {
namespace {

enum Class : std::uint8_t { regular_class, blank_class, delimiter_class };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char blank : {'\0', '\t', '\n', '\f', '\r', ' '}) table[static_cast<unsigned char>(blank)] = blank_class;
  for (const char mark : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    table[static_cast<unsigned char>(mark)] = delimiter_class;
  return table;
}();

std::uint8_t class_of(char byte) { return classes[static_cast<unsigned char>(byte)]; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether `text` is a number of ISO 32000-1 7.3.3, and which. No exponent, no locale.
bool read_number(std::string_view text, double& value) {
  std::size_t i = 0;
  const bool negative = text[0] == '-';
  if (negative || text[0] == '+') ++i;
  std::uint64_t digits = 0;
  double scale = 1;
  bool any = false, point = false;
  constexpr std::uint64_t most_digits = 100'000'000'000'000'000;  // more cannot change the value
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(text[i])) return false;
    any = true;
    if (digits >= most_digits) {
      if (!point) scale /= 10;
      continue;
    }
    digits = digits * 10 + static_cast<std::uint64_t>(text[i] - '0');
    if (point) scale *= 10;
  }
  value = (negative ? -1 : 1) * static_cast<double>(digits) / scale;
  return any;
}

int hex_value(char byte) {
  if (is_digit(byte)) return byte - '0';
  const char lower = static_cast<char>(byte | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void decode_hex(std::string_view text, std::string& out) {
  int high = -1;
  for (const char byte : text) {
    const int value = hex_value(byte);
    if (value < 0) continue;
    if (high < 0) {
      high = value;
    } else {
      out += static_cast<char>(high * 16 + value);
      high = -1;
    }
  }
  if (high >= 0) out += static_cast<char>(high * 16);  // an odd last digit is followed by 0
}

/// The escape at text[i], after its backslash; i becomes the last byte that it takes.
void decode_escape(std::string_view text, std::size_t& i, std::string& out) {
  constexpr std::string_view letters = "nrtbf", meanings = "\n\r\t\b\f";
  if (const auto letter = letters.find(text[i]); letter != std::string_view::npos) {
    out += meanings[letter];
  } else if (text[i] == '\r' || text[i] == '\n') {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
  } else if (text[i] >= '0' && text[i] <= '7') {
    int value = 0;
    std::size_t end = std::min(text.size(), i + 3);
    for (; i < end && text[i] >= '0' && text[i] <= '7'; ++i) value = value * 8 + (text[i] - '0');
    --i;
    out += static_cast<char>(value);
  } else {
    out += text[i];
  }
}

}  // namespace

void decode_string(const Token& token, std::string& out) {
  out.clear();
  if (token.kind == TokenKind::hex) return decode_hex(token.text, out);
  for (std::size_t i = 0; i < token.text.size(); ++i) {
    if (token.text[i] == '\\' && i + 1 < token.text.size())
      decode_escape(token.text, ++i, out);
    else
      out += token.text[i];
  }
}

void Lexer::skip_blanks() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '%') {
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    } else if (class_of(bytes_[at_]) == blank_class) {
      ++at_;
    } else {
      return;
    }
  }
}

std::string_view Lexer::regular(std::size_t from) {
  at_ = from;
  while (at_ < bytes_.size() && class_of(bytes_[at_]) == regular_class) ++at_;
  return bytes_.substr(from, at_ - from);
}

Token Lexer::single(TokenKind kind, std::size_t length) {
  const Token token{kind, bytes_.substr(at_, length)};
  at_ += length;
  return token;
}

Token Lexer::number_or_word() {
  const std::string_view text = regular(at_);
  Token token{TokenKind::word, text};
  const char first = text[0];
  if ((is_digit(first) || first == '-' || first == '+' || first == '.') && read_number(text, token.number))
    token.kind = TokenKind::number;
  return token;
}

Token Lexer::literal() {
  const std::size_t start = ++at_;
  for (std::size_t depth = 1; at_ < bytes_.size(); ++at_) {
    const char byte = bytes_[at_];
    if (byte == '\\')
      ++at_;
    else if (byte == '(')
      ++depth;
    else if (byte == ')' && --depth == 0)
      return {TokenKind::literal, bytes_.substr(start, at_++ - start)};
  }
  at_ = bytes_.size();
  return {TokenKind::bad, "("};
}

Token Lexer::hex() {
  const std::size_t start = ++at_;
  const std::size_t close = bytes_.find('>', start);
  if (close == std::string_view::npos) {
    at_ = bytes_.size();
    return {TokenKind::bad, "<"};
  }
  at_ = close + 1;
  return {TokenKind::hex, bytes_.substr(start, close - start)};
}

Token Lexer::next() {
  skip_blanks();
  if (at_ >= bytes_.size()) return {};
  const bool doubled = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == bytes_[at_];
  switch (bytes_[at_]) {
    case '/':
      return {TokenKind::name, regular(at_ + 1)};
    case '(':
      return literal();
    case '<':
      return doubled ? single(TokenKind::dict_open, 2) : hex();
    case '>':
      return doubled ? single(TokenKind::dict_close, 2) : single(TokenKind::bad, 1);
    case '[':
      return single(TokenKind::array_open, 1);
    case ']':
      return single(TokenKind::array_close, 1);
    case ')':
    case '{':
    case '}':
      return single(TokenKind::bad, 1);
    default:
      return number_or_word();
  }
}

}  // namespace paiban::preflight
