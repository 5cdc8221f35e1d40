#include "finish/content_scanner.hpp"

#include <algorithm>
#include <cstdint>

#include "finish/pdf_document.hpp"

namespace paiban::finish {
namespace {

enum class ByteKind : std::uint8_t { regular, blank, delimiter };

/// ISO 32000-1, 7.2.2.
constexpr std::array<ByteKind, 256> byte_kinds() {
  std::array<ByteKind, 256> kinds{};
  for (const char blank : {'\0', '\t', '\n', '\f', '\r', ' '}) kinds[static_cast<unsigned char>(blank)] = ByteKind::blank;
  for (const char mark : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    kinds[static_cast<unsigned char>(mark)] = ByteKind::delimiter;
  return kinds;
}
constexpr std::array<ByteKind, 256> kinds = byte_kinds();

constexpr ByteKind kind_of(char c) { return kinds[static_cast<unsigned char>(c)]; }

/// What a token that begins with `first` is: an operator begins with a letter, ' or ".
constexpr bool begins_operator(char first) {
  return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '\'' || first == '"';
}

bool is_constant(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

constexpr int opening(std::string_view token) {
  return token == "[" || token == "<<" ? 1 : token == "]" || token == ">>" ? -1 : 0;
}

}  // namespace

void ContentScanner::skip_blanks() {
  while (at_ < content_.size()) {
    if (content_[at_] == '%') {
      at_ = std::min(content_.find_first_of("\r\n", at_), content_.size());
    } else if (kind_of(content_[at_]) == ByteKind::blank) {
      ++at_;
    } else {
      return;
    }
  }
}

// Parentheses inside a string stand in pairs, or behind a backslash.
std::size_t ContentScanner::string_end() const {
  int depth = 0;
  for (std::size_t at = at_; at < content_.size(); ++at) {
    const char c = content_[at];
    if (c == '\\') {
      ++at;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t ContentScanner::token_end() const {
  const char first = content_[at_];
  const bool doubled = at_ + 1 < content_.size() && content_[at_ + 1] == first;
  if (first == '(') return string_end();
  if (first == '<' && !doubled) {
    const auto end = content_.find('>', at_);
    return end == std::string_view::npos ? end : end + 1;
  }
  if (first == '<' || first == '>') return doubled ? at_ + 2 : std::string_view::npos;
  if (first != '/' && kind_of(first) == ByteKind::delimiter) return at_ + 1;
  std::size_t end = at_ + 1;
  while (end < content_.size() && kind_of(content_[end]) == ByteKind::regular) ++end;
  return end;
}

Result<std::optional<Operation>> ContentScanner::next() {
  skip_blanks();
  const std::size_t start = at_;
  std::size_t count = 0, operand = 0;
  int depth = 0;
  for (; at_ < content_.size(); skip_blanks()) {
    const std::size_t end = token_end();
    if (end == std::string_view::npos) return tl::unexpected(not_finished("a token of a page does not end"));
    const std::string_view token = content_.substr(at_, end - at_);
    if (depth == 0) operand = at_;
    depth += opening(token);
    if (depth < 0) return tl::unexpected(not_finished("a bracket of a page closes nothing"));
    at_ = end;
    if (depth > 0) continue;
    if (begins_operator(token.front()) && !is_constant(token)) {
      if (token == "BI") return tl::unexpected(not_finished("a picture inside a page's content"));
      return Operation{token, content_.substr(start, end - start), std::span(operands_).first(std::min(count, most_operands))};
    }
    if (count < most_operands) operands_[count] = content_.substr(operand, end - operand);
    ++count;
  }
  if (at_ > start) return tl::unexpected(not_finished("operands of a page without an operator"));
  return std::nullopt;
}

}  // namespace paiban::finish
