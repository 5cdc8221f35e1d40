#include "finish/press.hpp"

#include <map>
#include <qpdf/Buffer.hh>
#include <span>

#include "finish/catalogue.hpp"
#include "finish/deflate.hpp"
#include "finish/pages.hpp"
#include "finish/plates.hpp"

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
    rows.info.push_back({"/GTS_PDFXVersion", "PDF/X-1a:2003"});
    rows.info.push_back({"/GTS_PDFXConformance", "PDF/X-1a:2003"});
  }
  return rows;
}

/// None where there is no dictionary.
std::map<std::string, QPDFObjectHandle> entries(QPDFObjectHandle dictionary) {
  return dictionary.isDictionary() ? dictionary.getDictAsMap() : std::map<std::string, QPDFObjectHandle>{};
}

bool is_opaque(QPDFObjectHandle state) {
  const auto full = [&state](const char* key) { return !state.hasKey(key) || state.getKey(key).getNumericValue() == 1; };
  const bool masked = state.hasKey("/SMask") && !state.getKey("/SMask").isNameAndEquals("/None");
  const bool blended = state.hasKey("/BM") && !state.getKey("/BM").isNameAndEquals("/Normal");
  return full("/ca") && full("/CA") && !masked && !blended;
}

bool is_in_inks(QPDFObjectHandle space) { return space.isNameAndEquals("/DeviceGray") || space.isNameAndEquals("/DeviceCMYK"); }

/// The four states that state_name names.
QPDFObjectHandle overprint_states() {
  QPDFObjectHandle states = QPDFObjectHandle::newDictionary();
  for (const Overprint each : {Overprint{}, Overprint{true, false}, Overprint{false, true}, Overprint{true, true}}) {
    QPDFObjectHandle state = QPDFObjectHandle::newDictionary();
    state.replaceKey("/Type", QPDFObjectHandle::newName("/ExtGState"));
    state.replaceKey("/op", QPDFObjectHandle::newBool(each.fill));
    state.replaceKey("/OP", QPDFObjectHandle::newBool(each.stroke));
    state.replaceKey("/OPM", QPDFObjectHandle::newInteger(1));  // an ink of nothing leaves what is below it
    states.replaceKey(std::string(state_name(each)), state);
  }
  return states;
}

Result<void> check_resources(QPDFObjectHandle resources) {
  for (auto [name, state] : entries(resources.getKey("/ExtGState")))
    if (!is_opaque(state)) return tl::unexpected(not_finished("something transparent: " + name));
  for (auto [name, drawn] : entries(resources.getKey("/XObject"))) {
    if (!drawn.getDict().getKey("/Subtype").isNameAndEquals("/Image"))
      return tl::unexpected(not_finished("a drawing inside a page: " + name));
    if (!is_in_inks(drawn.getDict().getKey("/ColorSpace")))
      return tl::unexpected(not_finished("a picture that is not in inks: " + name));
  }
  if (resources.hasKey("/Shading")) return tl::unexpected(not_finished("a shading"));
  return {};
}

Result<void> put_on_plates(QPDFObjectHandle page, std::span<const paint::Inks> inks, QPDFObjectHandle states) {
  QPDFObjectHandle resources = page.getKey("/Resources");
  if (auto known = check_resources(resources); !known) return known;
  QPDFObjectHandle stream = page.getKey("/Contents");
  const auto content = stream.getStreamData();
  const auto made = on_plates({reinterpret_cast<const char*>(content->getBuffer()), content->getSize()}, inks);
  if (!made) return tl::unexpected(made.error());
  stream.replaceStreamData(deflated(*made), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  resources.replaceKey("/ExtGState", states);
  return {};
}

}  // namespace

Result<std::string> finish_press(PdfDocument document, const Facts& facts, Flavour flavour, const OutputIntent& intent) {
  return guarded([&]() -> Result<std::string> {
    QPDF& pdf = document.qpdf();
    if (auto plain = make_plain(pdf); !plain) return tl::unexpected(plain.error());
    if (auto boxes = set_boxes(pdf, facts); !boxes) return tl::unexpected(boxes.error());
    const QPDFObjectHandle states = pdf.makeIndirectObject(overprint_states());
    for (const QPDFObjectHandle& page : pdf.getAllPages())
      if (auto put = put_on_plates(page, facts.inks, states); !put) return tl::unexpected(put.error());
    set_metadata(pdf, facts, name_of(flavour), rows_of(flavour));
    add_output_intent(pdf, intent, "/GTS_PDFX");
    return document.write(flavour == Flavour::x4 ? x4_pdf : x1a_pdf);
  });
}

}  // namespace paiban::finish
