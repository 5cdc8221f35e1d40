#pragma once
// The part of a template that says which story stands where: zones, their columns, regions and what is in them.

#include <pugixml.hpp>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// Reads every <zone> below `root` into `design`, whose grid and styles are read already.
void read_zones(pugi::xml_node root, Vocabulary& words, Template& design);

}  // namespace paiban::document
