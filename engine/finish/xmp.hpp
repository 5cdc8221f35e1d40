#pragma once
// XMP (ISO 16684-1): a document's metadata as XML, in step with its information dictionary.

#include <string>
#include <string_view>
#include <vector>

namespace paiban::finish {

/// One simple property: "pdfxid:GTS_PDFXVersion". Its prefix must be one of those that xmp_packet declares: dc, pdf, xmp, xmpMM,
/// pdfaid, pdfxid.
struct XmpRow {
  std::string_view property;
  std::string value;
};

/// What every packet says.
struct XmpFacts {
  std::string title;
  std::string language;            ///< of the text: "zh-Hans"
  std::string moment;              ///< ISO, of making and of changing it
  std::string creator;             ///< the program that made the content
  std::string producer;            ///< the program that made the PDF
  std::string identifier;          ///< "uuid:…", of the document
  std::string statement;           ///< what a reader must know of the text, in a sentence; may be empty
  std::vector<std::string> notes;  ///< the places that it speaks of: as paiban:notes, with the description that PDF/A asks for
};

/// The packet, without room for editing in place. Text is escaped; what XML cannot hold (control characters) is left out.
[[nodiscard]] std::string xmp_packet(const XmpFacts& facts, const std::vector<XmpRow>& rows);

/// A UUID (RFC 9562, version 8) that depends on `name` alone: "uuid:0123…".
[[nodiscard]] std::string uuid_of(std::string_view name);

}  // namespace paiban::finish
