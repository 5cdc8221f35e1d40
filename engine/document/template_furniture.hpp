#pragma once
// The part of a template that says what every issue carries: nameplate, date block, info strip, folio lines, rules of the page.

#include <array>
#include <pugixml.hpp>
#include <string_view>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// The fields of a pattern, {year} and so on: of the record, its paper, and of the page: its number (第2版, 二版), the
/// name of its section, who edited it.
inline constexpr auto pattern_fields = std::to_array<std::string_view>(
    {"year", "month", "day", "weekday", "lunar", "number", "pages", "paper", "page", "page-han", "title", "staff"});

/// The names in braces of `pattern`, in order.
[[nodiscard]] std::vector<std::string_view> fields_in(std::string_view pattern);

/// Reads every <furniture> in `root` into the front page of `design`, whose grid and styles are read already.
void read_front_furniture(pugi::xml_node root, Vocabulary& words, Template& design);

/// Reads every <furniture> in `inner` into `sheets`: into one of them where it says pages="odd" or "even", else into both.
void read_inner_furniture(pugi::xml_node inner, Vocabulary& words, const Template& design, InnerSheets& sheets);

}  // namespace paiban::document
