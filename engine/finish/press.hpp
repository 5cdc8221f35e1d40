#pragma once
// PDF/X: what a press takes (ISO 15930-7, PDF/X-4; ISO 15930-4, PDF/X-1a:2003).

#include "finish/facts.hpp"
#include "finish/flavour.hpp"
#include "finish/output_intent.hpp"
#include "finish/pdf_document.hpp"

namespace paiban::finish {

/// Flavours x4 and x1a of finish().
[[nodiscard]] Result<std::string> finish_press(PdfDocument document, const Facts& facts, Flavour flavour,
                                               const OutputIntent& intent);

}  // namespace paiban::finish
