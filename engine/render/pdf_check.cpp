#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "render/pdf.hpp"

namespace paiban::render {
namespace {

constexpr std::string_view header = "%PDF-1.";
constexpr std::string_view end_line = "%%EOF\n";
constexpr std::string_view start_word = "startxref\n";
constexpr std::size_t entry_bytes = 20;   // ISO 32000-1, 7.5.4: "nnnnnnnnnn ggggg n" and a line end of two bytes
constexpr std::size_t type_column = 17;   // of "n" or "f" in an entry
constexpr std::size_t longest_tail = 64;  // startxref, an offset, the end mark
constexpr std::size_t offset_digits = 10;

/// The number that `text` begins with, and how many characters it has.
struct Number {
  std::size_t value = 0, length = 0;
};
std::optional<Number> number_at(std::string_view text) {
  Number number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc{}) return std::nullopt;
  number.length = static_cast<std::size_t>(end - text.data());
  return number;
}

/// The bytes from `offset` on; empty beyond the end.
std::string_view from(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? bytes.substr(offset) : std::string_view{};
}

std::optional<std::size_t> table_offset(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), longest_tail));
  const auto at = tail.rfind(start_word);
  if (at == std::string_view::npos) return std::nullopt;
  const auto offset = number_at(from(tail, at + start_word.size()));
  return offset ? std::optional(offset->value) : std::nullopt;
}

bool object_stands_at(std::string_view bytes, std::size_t object, std::size_t offset) {
  return from(bytes, offset).starts_with(std::to_string(object) + " 0 obj");
}

bool entry_holds(std::string_view bytes, std::size_t object, std::string_view entry) {
  if (entry[type_column] == 'f') return true;
  const auto offset = number_at(entry.substr(0, offset_digits));
  return entry[type_column] == 'n' && offset && object_stands_at(bytes, object, offset->value);
}

/// A table of one section that counts from 0, as Cairo writes it.
bool table_holds(std::string_view bytes, std::size_t offset) {
  constexpr std::string_view opening = "xref\n0 ";
  const std::string_view table = from(bytes, offset);
  if (!table.starts_with(opening)) return false;
  const auto count = number_at(table.substr(opening.size()));
  if (!count) return false;
  const std::string_view entries = from(table, opening.size() + count->length + 1);
  if (entries.size() / entry_bytes < count->value) return false;
  for (std::size_t object = 0; object < count->value; ++object)
    if (!entry_holds(bytes, object, entries.substr(object * entry_bytes, entry_bytes))) return false;
  return from(entries, count->value * entry_bytes).starts_with("trailer");
}

}  // namespace

bool is_whole_pdf(std::string_view bytes) {
  if (!bytes.starts_with(header)) return false;
  if (!bytes.ends_with(end_line)) return false;
  const auto offset = table_offset(bytes);
  return offset && table_holds(bytes, *offset);
}

}  // namespace paiban::render
