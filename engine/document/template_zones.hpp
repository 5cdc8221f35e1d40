#pragma once
// The part of a template, or of a page of an issue, that says which story stands where: zones, their columns, regions and
// what is in them.

#include <pugixml.hpp>
#include <vector>

#include "document/template.hpp"
#include "document/template_frame.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// Reads attribute columns= of `element`, "16.5 2 16.5": widths of columns and gutters in turn, from `x`.
struct ColumnRow {
  std::vector<Column> columns;
  Length width;
};
[[nodiscard]] ColumnRow read_columns(pugi::xml_node element, Vocabulary& words, const Grid& grid, Length x);

/// Reads what stands in a region: slots, flow, picture, rules, whites, inner regions. `region` has its outline already.
void read_region_parts(pugi::xml_node element, Vocabulary& words, const Template& design, const FrameReader& places,
                       Region& region);

/// Reads every <zone> in `parent`, a <template> or a <layout>, against `design`, whose grid, styles, weights and swatches are
/// read already.
[[nodiscard]] std::vector<Zone> read_zones(pugi::xml_node parent, Vocabulary& words, const Template& design);

}  // namespace paiban::document
