#include "document/plain_copy.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "document/line_table.hpp"
#include "document/text_edit.hpp"
#include "document/xml_characters.hpp"
#include "document/xml_gate.hpp"

namespace paiban::document {

bool is_blank_line(std::string_view line) {
  constexpr std::string_view em_space = "\u3000";
  while (!line.empty()) {
    const std::size_t length = line.starts_with(em_space) ? em_space.size() : is_xml_space(line.front()) ? 1 : 0;
    if (length == 0) return false;
    line.remove_prefix(length);
  }
  return true;
}

Result<std::vector<Text>> paragraphs_of(std::string_view bytes, FileId file, TextBudget& budget) {
  if (auto bad = find_character_fault(bytes)) {
    return tl::unexpected(
        Diagnostic{bad->code, LineTable(bytes).place(bytes, bad->offset, file), std::move(bad->arguments), {}, {}});
  }
  std::vector<Text> paragraphs;
  for (SourcePlace at{file, 1, 1}; !bytes.empty(); ++at.line) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    if (!budget.take(count_code_points(line))) break;
    if (!is_blank_line(line)) paragraphs.push_back(plain_text(line, at));
    bytes.remove_prefix(end);
    bytes.remove_prefix(bytes.empty() ? 0U : bytes.starts_with("\r\n") ? 2U : 1U);
  }
  // A byte order mark takes no column: what follows it is the line's first character.
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (!paragraphs.empty() && paragraphs.front().utf8.starts_with(byte_order_mark)) {
    paragraphs.front().anchors.push_back({static_cast<std::uint32_t>(byte_order_mark.size()), {file, 1, 1}});
  }
  return paragraphs;
}

}  // namespace paiban::document
