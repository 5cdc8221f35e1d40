#pragma once
// PDF/A: what an archive keeps (ISO 19005-1, -2, -3).

#include "finish/facts.hpp"
#include "finish/flavour.hpp"
#include "finish/output_intent.hpp"
#include "finish/pdf_document.hpp"

namespace paiban::finish {

/// Flavours a2u, a3u and a1b of finish().
[[nodiscard]] Result<std::string> finish_archive(PdfDocument document, const Facts& facts, Flavour flavour,
                                                 const OutputIntent& intent);

}  // namespace paiban::finish
