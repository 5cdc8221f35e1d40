#include "finish/marked_content.hpp"

#include <fmt/format.h>

#include "finish/content_scanner.hpp"
#include "finish/pdf_document.hpp"

namespace paiban::finish {
namespace {

using paint::Content;

// A page has some hundred marks, each about as long as Cairo's own.
constexpr std::size_t room_for_marks = 8'192;

/// Cairo numbers the marks that it is asked for; what has none is of its own making: the text that a glyph stands for.
bool is_stretch(const Operation& operation) {
  return operation.name == "BDC" && operation.operands.size() == 2 &&
         operation.operands[1].find("/MCID") != std::string_view::npos;
}

/// The operands of BDC; `read`: how many marks before it are of content that is read.
std::string operands_of(const Mark& mark, const Structure& structure, int read) {
  switch (mark.content) {
    case Content::text:
    case Content::figure:
      return fmt::format("/{} <</MCID {}>>", name_of(structure.elements[mark.element].type), read);
    case Content::pagination:
      return "/Artifact <</Type /Pagination>>";
    case Content::background:
      return "/Artifact <</Type /Background>>";
    case Content::layout:
      return "/Artifact <</Type /Layout>>";
  }
  return "/Artifact <<>>";
}

}  // namespace

Result<std::string> with_marks(std::string_view content, std::span<const Mark> marks, const Structure& structure) {
  std::string marked;
  marked.reserve(content.size() + room_for_marks);
  std::size_t kept = 0, next = 0;
  int read = 0;
  ContentScanner scanner(content);
  while (true) {
    const auto found = scanner.next();
    if (!found) return tl::unexpected(found.error());
    if (!*found) break;
    const Operation& operation = **found;
    if (!is_stretch(operation)) continue;
    if (next == marks.size()) return tl::unexpected(not_finished("more marks are drawn than stretches"));
    const Mark& mark = marks[next++];
    const auto begin = static_cast<std::size_t>(operation.whole.data() - content.data());
    marked += content.substr(kept, begin - kept);
    marked += operands_of(mark, structure, read);
    marked += " BDC";
    kept = begin + operation.whole.size();
    if (is_read(mark.content)) ++read;
  }
  if (next != marks.size()) return tl::unexpected(not_finished("fewer marks are drawn than stretches"));
  return marked += content.substr(kept);
}

}  // namespace paiban::finish
