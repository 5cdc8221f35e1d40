#pragma once
// The record that an issue's marks keep of its words: <gap>, <supplied>, <conjectured>, <sic>, <lb>.

#include "document/provenance.hpp"
#include "document/xml.hpp"

namespace paiban::document {

/// Adds every such mark in `element` to `into`; `where` has the page, the story and the file.
void read_record(const XmlFile& xml, pugi::xml_node element, const RecordedPlace& where, Provenance& into);

}  // namespace paiban::document
