#pragma once
// A page of the paper as a page of the digital edition.

#include <cstddef>
#include <string>

#include "digital/markup.hpp"

namespace paiban::digital {

/// Sheet `index` of the site: its image with an image map, its articles as a list, its neighbours.
[[nodiscard]] std::string sheet_page(const Site& site, std::size_t index);

/// The front of the edition: the paper, its date, every page in small with its headlines.
[[nodiscard]] std::string front_page(const Site& site);

}  // namespace paiban::digital
