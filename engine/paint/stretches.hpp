#pragma once
// A page's items divided into what is marked as one in a tagged PDF (ISO 32000-1, 14.6).

#include <cstddef>
#include <cstdint>
#include <vector>

#include "paint/display_list.hpp"

namespace paiban::paint {

/// What a stretch of items is: content that is read, or an artifact (ISO 32000-1, 14.8.2.2).
enum class Content : std::uint8_t {
  text,
  figure,
  pagination,  ///< artifact: the furniture's words and rules
  background,  ///< artifact: grounds
  layout,      ///< artifact: rules between stories, marks of a proof
};

/// Items [first, last) of a list, none of them a tag.
struct Stretch {
  std::size_t first = 0, last = 0;
  Content content{};
};

/// Every item of `page` but its tags, in order: a new stretch after each tag, where the content is another, and for each picture.
[[nodiscard]] std::vector<Stretch> stretches_of(const DisplayList& page);

}  // namespace paiban::paint
