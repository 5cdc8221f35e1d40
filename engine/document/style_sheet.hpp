#pragma once
// The part of a template that says how text looks: swatches, weights of rules, styles, and what a day's variant changes.

#include <pugixml.hpp>
#include <string_view>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// Reads every <swatch>, <weight> and <style> below `root` into `design`, the <variant> of that name (if any) laid over them.
/// A style may be based on one that stands above it; a variant's change of a style reaches those based on it.
void read_style_sheet(pugi::xml_node root, std::string_view variant, Vocabulary& words, Template& design);

// The name that attribute `attribute` of `element` gives; reported where nothing is so named. Empty where there is no attribute.
[[nodiscard]] std::string style_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design);
[[nodiscard]] std::string swatch_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design);
[[nodiscard]] std::string weight_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design);

/// What the value of an align attribute means; nullopt where there is none.
[[nodiscard]] std::optional<Align> read_align(pugi::xml_node element, Vocabulary& words);
/// The word for it: "justify" …
[[nodiscard]] std::string_view align_word(Align align);

}  // namespace paiban::document
