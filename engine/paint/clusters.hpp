#pragma once
// Which glyph says which character.

#include "paint/display_list.hpp"

namespace paiban::paint {

/// Parts clusters of as many characters as glyphs: a character each. A unit of several glyphs (a name set wide, 何　龙) is one
/// cluster, so that who searches a proof finds the name whole; but then none of its glyphs has a character of its own in a PDF,
/// and readers that take no replacement text find U+FFFD there. What is kept must say every character (ISO 19005-2,
/// 6.2.11.7).
void part_clusters(DisplayList& list);

}  // namespace paiban::paint
