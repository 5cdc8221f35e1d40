#include "finish/archive.hpp"

#include "finish/catalogue.hpp"
#include "finish/pages.hpp"

namespace paiban::finish {
namespace {

constexpr const char* a1_pdf = "1.4";
constexpr const char* later_pdf = "1.7";

/// The part of ISO 19005 and its level.
MetadataRows rows_of(Flavour flavour) {
  const bool first = flavour == Flavour::a1b;
  MetadataRows rows;
  rows.xmp.push_back({"pdfaid:part", first ? "1" : flavour == Flavour::a3u ? "3" : "2"});
  rows.xmp.push_back({"pdfaid:conformance", first ? "B" : "U"});
  return rows;
}

}  // namespace

Result<std::string> finish_archive(PdfDocument document, const Facts& facts, Flavour flavour, const OutputIntent& intent) {
  return guarded([&]() -> Result<std::string> {
    QPDF& pdf = document.qpdf();
    if (auto plain = make_plain(pdf); !plain) return tl::unexpected(plain.error());
    set_metadata(pdf, facts, name_of(flavour), rows_of(flavour));
    add_output_intent(pdf, intent, "/GTS_PDFA1");
    return document.write(flavour == Flavour::a1b ? a1_pdf : later_pdf);
  });
}

}  // namespace paiban::finish
