#pragma once
// Files that go along (ISO 19005-3, 6.8): of what is kept, its source.

#include <qpdf/QPDF.hh>

#include "finish/facts.hpp"

namespace paiban::finish {

/// Embeds the attachments of `facts` and ties them to the document as what it was made from. Throws what qpdf throws.
void write_attachments(QPDF& pdf, const Facts& facts);

}  // namespace paiban::finish
