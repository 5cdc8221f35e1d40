#pragma once
// What Cairo writes into every page and no standard wants, and the boxes that standards want.

#include <qpdf/QPDF.hh>

#include "base/diagnostic.hpp"
#include "finish/facts.hpp"

namespace paiban::finish {

// All of these throw what qpdf throws.

/// Takes the transparency groups from the pages and /Interpolate from their pictures. Nothing of ours is transparent: Cairo
/// writes a group for every page. Error: pdf_not_finished where a picture has a soft mask.
[[nodiscard]] Result<void> make_plain(QPDF& pdf);

/// MediaBox, and TrimBox and BleedBox within it, from the facts' lengths. Error: pdf_not_finished where facts and drawing differ
/// in the number of pages.
[[nodiscard]] Result<void> set_boxes(QPDF& pdf, const Facts& facts);

}  // namespace paiban::finish
