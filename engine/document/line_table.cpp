#include "document/line_table.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool ends_line(std::string_view bytes, std::size_t i) {
  return bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'));
}

}  // namespace

LineTable::LineTable(std::string_view bytes) {
  starts_.push_back(bytes.starts_with(byte_order_mark) ? 3 : 0);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (ends_line(bytes, i)) starts_.push_back(static_cast<std::uint32_t>(i + 1));
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); i += step) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(bytes.substr(i, step)));
  }
}

std::uint32_t LineTable::characters_before(std::string_view bytes, std::size_t offset) const {
  if (counts_.empty()) return 0;
  const std::size_t index = std::min(offset / step, counts_.size() - 1);
  const auto rest = static_cast<std::uint32_t>(count_code_points(bytes.substr(index * step, offset - index * step)));
  return counts_[index] + rest;
}

SourcePlace LineTable::place(std::string_view bytes, std::size_t offset, FileId file) const {
  offset = std::min(offset, bytes.size());
  auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = next == starts_.begin() ? offset : *(next - 1);
  const auto line = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(next - starts_.begin(), 1));
  return {file, line, characters_before(bytes, offset) - characters_before(bytes, start) + 1};
}

}  // namespace paiban::document
