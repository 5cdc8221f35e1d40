#pragma once
// Where tags and elements of a well-formed file begin and end, byte by byte: for those who change a file and leave the rest of it
// alone.

#include <cstddef>
#include <string_view>
#include <vector>

namespace paiban::document {

/// One attribute of a start tag.
struct TagAttribute {
  std::string_view name;
  std::size_t start = 0;                       ///< of the name
  std::size_t value_start = 0, value_end = 0;  ///< between the quotes
  char quote = '"';
};

/// A start tag, or an empty element's.
struct StartTag {
  std::size_t name_end = 0;
  std::vector<TagAttribute> attributes;
  std::size_t end = 0;  ///< after its ">"
  bool empty = false;   ///< <page/>

  [[nodiscard]] const TagAttribute* attribute(std::string_view name) const;  ///< nullptr where there is none
  [[nodiscard]] std::size_t last_end() const;                                ///< after its last attribute, or its name
};

/// The tag whose "<" stands at `offset`. `bytes` are well-formed (XmlFile has taken them).
[[nodiscard]] StartTag start_tag(std::string_view bytes, std::size_t offset);

/// The first byte after the element whose "<" stands at `offset`, its end tag included.
[[nodiscard]] std::size_t element_end(std::string_view bytes, std::size_t offset);

}  // namespace paiban::document
