#pragma once
// What a viewer shows beside the pages: bookmarks, the pages' names, the title.

#include <qpdf/QPDF.hh>

#include "finish/facts.hpp"

namespace paiban::finish {

/// Bookmarks and page labels of `facts`, its title in the window's bar, its language. Throws what qpdf throws.
void write_navigation(QPDF& pdf, const Facts& facts);

}  // namespace paiban::finish
