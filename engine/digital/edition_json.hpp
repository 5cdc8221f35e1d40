#pragma once
// A digital edition for programs.

#include <string>

#include "digital/markup.hpp"

namespace paiban::digital {

/// One JSON document, ends with a line feed: pages with their images and the polygons of their articles in the images' pixels,
/// articles with their heads, pages and files. Paths are those of the edition's folder.
[[nodiscard]] std::string edition_json(const Site& site);

}  // namespace paiban::digital
