#pragma once
// An article of a digital edition as a page of its own.

#include <cstddef>
#include <string>

#include "digital/markup.hpp"

namespace paiban::digital {

/// Article `index` of the site: heads, text, pictures, boxes; where it stands in the paper; its neighbours.
[[nodiscard]] std::string article_page(const Site& site, std::size_t index);

}  // namespace paiban::digital
