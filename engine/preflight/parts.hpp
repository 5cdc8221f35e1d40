#pragma once
// The parts of a file that preflight looks at, one file of code each.

#include <string_view>

#include "preflight/surroundings.hpp"

namespace paiban::preflight {

/// Header, end, trailer; what qpdf had to mend.
void check_structure(std::string_view bytes, QPDF& pdf, Surroundings& file);
/// Every object, for what may stand nowhere.
void check_objects(QPDF& pdf, Surroundings& file);
/// Output intents; tells `file` what device colours mean.
void check_intents(Object root, Surroundings& file);
/// Info, XMP and what they call the file.
void check_metadata(QPDF& pdf, Surroundings& file);
/// Boxes, groups, annotations and content of each page.
void check_pages(QPDF& pdf, Surroundings& file);
/// Tags, after the pages: they must hold every mark of the content.
void check_tags(QPDF& pdf, Surroundings& file);
void check_attachments(Object root, Surroundings& file);

}  // namespace paiban::preflight
