#pragma once
// What a PDF says of itself: information dictionary and XMP packet, from the same facts, and its output intents.

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>
#include <vector>

#include "finish/facts.hpp"
#include "finish/output_intent.hpp"
#include "finish/xmp.hpp"

namespace paiban::finish {

enum class InfoKind : std::uint8_t { text, name };

/// An entry of the information dictionary beyond what all have: "/GTS_PDFXVersion".
struct InfoRow {
  const char* key;
  std::string value;  ///< a name with its slash
  InfoKind kind = InfoKind::text;
};

/// What a flavour adds to the two.
struct MetadataRows {
  std::vector<InfoRow> info;
  std::vector<XmpRow> xmp;
};

// All of these throw what qpdf throws.

/// Replaces information dictionary and XMP packet.
void set_metadata(QPDF& pdf, const Facts& facts, std::string_view flavour, const MetadataRows& rows);

/// Adds `intent` to the catalogue as `kind`: "/GTS_PDFX", "/GTS_PDFA1".
void add_output_intent(QPDF& pdf, const OutputIntent& intent, const char* kind);

/// "D:20250205000000+08'00'" of "2025-02-05", and the same as XMP writes it.
[[nodiscard]] std::string pdf_date(std::string_view date);
[[nodiscard]] std::string xmp_date(std::string_view date);

}  // namespace paiban::finish
