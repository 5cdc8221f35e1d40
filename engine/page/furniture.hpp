#pragma once
// 报头 and all that every issue carries.

#include "page/composed_page.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// Sets one piece of furniture on `page`.
void set_furniture(const Material& material, const document::PlannedFurniture& planned, ComposedPage& page);

/// A template's rule with its weight in figures.
[[nodiscard]] SetRule set_rule(const document::Template& design, const document::RuleSpec& rule);

}  // namespace paiban::page
