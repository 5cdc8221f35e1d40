#pragma once
// <makeup>: the part of a template that lets the engine make up a page.

#include <pugixml.hpp>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// Reads the <makeup> below `root`, if there is one, into `design`, whose grid, styles and weights are read already.
void read_makeup(pugi::xml_node root, Vocabulary& words, Template& design);

}  // namespace paiban::document
