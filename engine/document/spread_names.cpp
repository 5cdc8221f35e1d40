#include "document/spread_names.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "document/character_kinds.hpp"
#include "document/text_edit.hpp"

namespace paiban::document {
namespace {

constexpr char32_t em_space = U'\u3000';

}  // namespace

Text with_names_joined(const Text& text) {
  std::vector<Edit> edits;
  for (const Span& span : text.spans) {
    if (span.kind != SpanKind::name) continue;
    const Characters name(std::string_view(text.utf8).substr(span.start, span.end - span.start));
    const bool spread =
        name.size() == 3 && is_ideograph(name.points[0]) && name.points[1] == em_space && is_ideograph(name.points[2]);
    if (spread) edits.push_back({span.start + name.offsets[1], span.start + name.offsets[2], {}});
  }
  return edits.empty() ? text : apply_edits(text, edits);
}

}  // namespace paiban::document
