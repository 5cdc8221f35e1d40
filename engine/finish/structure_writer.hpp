#pragma once
// The logical structure as objects of a PDF, and the links, which are part of it.

#include <qpdf/QPDF.hh>

#include "base/diagnostic.hpp"
#include "finish/facts.hpp"

namespace paiban::finish {

/// Marks the contents of the pages and writes the structure tree of `facts` in the stead of Cairo's, with its links as
/// annotations; says that the file is tagged, and in which language. Throws what qpdf throws. Error: pdf_not_finished where the
/// drawing does not fit the structure.
[[nodiscard]] Result<void> write_structure(QPDF& pdf, const Facts& facts);

}  // namespace paiban::finish
