#pragma once
// The attributes by which an editor guides the make-up of a page.

#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "document/wishes.hpp"

namespace paiban::document {

/// A wish whose value is none, and what one looks like.
struct BadWish {
  const char* attribute = "";
  std::string_view example;
};

/// Reads what `element` (a story, a picture, an advertisement) wishes. A value that is none is added to `bad` and left out.
[[nodiscard]] Wishes read_wishes(pugi::xml_node element, std::vector<BadWish>& bad);

}  // namespace paiban::document
