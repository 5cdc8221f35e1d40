#pragma once
// The part of a template that says what every issue carries: nameplate, date block, info strip, rules of the page.

#include <array>
#include <pugixml.hpp>
#include <string_view>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// The fields of a pattern, {year} and so on, by the names of the record.
inline constexpr auto pattern_fields =
    std::to_array<std::string_view>({"year", "month", "day", "weekday", "lunar", "number", "pages"});

/// The names in braces of `pattern`, in order.
[[nodiscard]] std::vector<std::string_view> fields_in(std::string_view pattern);

/// Reads <furniture> below `root` into `design`, whose grid and styles are read already.
void read_furniture(pugi::xml_node root, Vocabulary& words, Template& design);

}  // namespace paiban::document
