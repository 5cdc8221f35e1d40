#include "finish/press.hpp"

#include "finish/catalogue.hpp"
#include "finish/pages.hpp"

namespace paiban::finish {
namespace {

// Readers of X-1a files are of 2003 and know nothing of what came after PDF 1.4; X-4 is PDF 1.6.
constexpr const char* x1a_pdf = "1.4";
constexpr const char* x4_pdf = "1.6";

/// What the standard wants said beyond title, dates and programs (X-4: 6.10, 6.11; X-1a: 6.11).
MetadataRows rows_of(Flavour flavour) {
  MetadataRows rows;
  rows.info.push_back({"/Trapped", "/False", InfoKind::name});
  rows.xmp.push_back({"pdf:Trapped", "False"});
  rows.xmp.push_back({"xmpMM:VersionID", "1"});
  rows.xmp.push_back({"xmpMM:RenditionClass", "default"});
  if (flavour == Flavour::x4) {
    rows.info.push_back({"/GTS_PDFXVersion", "PDF/X-4"});
    rows.xmp.push_back({"pdfxid:GTS_PDFXVersion", "PDF/X-4"});
  } else {
    rows.info.push_back({"/GTS_PDFXVersion", "PDF/X-1:2001"});
    rows.info.push_back({"/GTS_PDFXConformance", "PDF/X-1a:2003"});
  }
  return rows;
}

}  // namespace

Result<std::string> finish_press(PdfDocument document, const Facts& facts, Flavour flavour, const OutputIntent& intent) {
  return guarded([&]() -> Result<std::string> {
    QPDF& pdf = document.qpdf();
    if (auto plain = make_plain(pdf); !plain) return tl::unexpected(plain.error());
    if (auto boxes = set_boxes(pdf, facts); !boxes) return tl::unexpected(boxes.error());
    set_metadata(pdf, facts, name_of(flavour), rows_of(flavour));
    add_output_intent(pdf, intent, "/GTS_PDFX");
    return document.write(flavour == Flavour::x4 ? x4_pdf : x1a_pdf);
  });
}

}  // namespace paiban::finish
