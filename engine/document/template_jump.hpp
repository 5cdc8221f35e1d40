#pragma once
// <jump>: how a template words and sets its jump lines.

#include <pugixml.hpp>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// Reads the one <jump> below `root` into `design`, whose styles are read already; what it does not say stays as it is.
void read_jump(pugi::xml_node root, Vocabulary& words, Template& design);

}  // namespace paiban::document
