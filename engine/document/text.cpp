#include "document/text.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"

namespace paiban::document {

SourcePlace place_of(const Text& text, std::uint32_t offset) {
  const auto next = std::ranges::upper_bound(text.anchors, offset, {}, &Anchor::offset);
  if (next == text.anchors.begin()) return {};
  const Anchor& anchor = *(next - 1);
  SourcePlace place = anchor.at;
  const std::string_view passed = std::string_view(text.utf8).substr(anchor.offset, offset - anchor.offset);
  place.column += static_cast<std::uint32_t>(count_code_points(passed));
  return place;
}

}  // namespace paiban::document
