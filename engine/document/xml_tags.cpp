#include "document/xml_tags.hpp"

#include <algorithm>
#include <utility>

#include "document/xml_characters.hpp"

namespace paiban::document {
namespace {

std::size_t after_blanks(std::string_view bytes, std::size_t at) {
  while (is_xml_space(bytes[at])) ++at;
  return at;
}

/// After the comment, section or instruction that begins at `offset`; `offset` where none does.
std::size_t after_other(std::string_view bytes, std::size_t offset) {
  const std::string_view rest = bytes.substr(offset);
  for (const auto& [begin, end] :
       {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}})
    if (rest.starts_with(begin)) return bytes.find(end, offset + begin.size()) + end.size();
  return offset;
}

}  // namespace

const TagAttribute* StartTag::attribute(std::string_view name) const {
  const auto found = std::ranges::find(attributes, name, &TagAttribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

std::size_t StartTag::last_end() const { return attributes.empty() ? name_end : attributes.back().value_end + 1; }

StartTag start_tag(std::string_view bytes, std::size_t offset) {
  StartTag tag;
  tag.name_end = bytes.find_first_of(" \t\r\n/>", offset);
  std::size_t at = after_blanks(bytes, tag.name_end);
  while (bytes[at] != '>' && bytes[at] != '/') {
    TagAttribute attribute;
    attribute.start = at;
    const std::size_t name_end = bytes.find_first_of("= \t\r\n", at);
    attribute.name = bytes.substr(at, name_end - at);
    const std::size_t quote = bytes.find_first_of("\"'", name_end);
    attribute.quote = bytes[quote];
    attribute.value_start = quote + 1;
    attribute.value_end = bytes.find(bytes[quote], quote + 1);
    tag.attributes.push_back(attribute);
    at = after_blanks(bytes, attribute.value_end + 1);
  }
  tag.empty = bytes[at] == '/';
  tag.end = at + (tag.empty ? 2 : 1);
  return tag;
}

std::size_t element_end(std::string_view bytes, std::size_t offset) {
  int depth = 0;
  for (std::size_t at = offset;; at = bytes.find('<', at)) {
    if (const std::size_t other = after_other(bytes, at); other != at) {
      at = other;
      continue;
    }
    if (bytes[at + 1] == '/') {
      --depth;
      at = bytes.find('>', at) + 1;
    } else {
      const StartTag tag = start_tag(bytes, at);
      if (!tag.empty) ++depth;
      at = tag.end;
    }
    if (depth == 0) return at;
  }
}

}  // namespace paiban::document
