// Info and XMP: ISO 32000-1 14.3; ISO 19005-1 6.7, ISO 19005-2 6.1.5 and 6.6; ISO 15930-4 and -7.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/xml_gate.hpp"
#include "preflight/parts.hpp"
#include "preflight/xmp.hpp"

namespace paiban::preflight {
namespace {

constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/", xmp_basic = "http://ns.adobe.com/xap/1.0/",
                           pdf_schema = "http://ns.adobe.com/pdf/1.3/", pdfa_id = "http://www.aiim.org/pdfa/ns/id/",
                           pdfx_id = "http://www.npes.org/pdfx/ns/id/", media = "http://ns.adobe.com/xap/1.0/mm/";

/// What is said in Info and in XMP, and must agree (ISO 19005-1, table 1).
struct Twin {
  const char* info;
  std::string_view uri, name;
  bool date;
};
constexpr std::array<Twin, 8> twins{{{"/Title", dublin_core, "title", false},
                                     {"/Author", dublin_core, "creator", false},
                                     {"/Subject", dublin_core, "description", false},
                                     {"/Keywords", pdf_schema, "Keywords", false},
                                     {"/Creator", xmp_basic, "CreatorTool", false},
                                     {"/Producer", pdf_schema, "Producer", false},
                                     {"/CreationDate", xmp_basic, "CreateDate", true},
                                     {"/ModDate", xmp_basic, "ModifyDate", true}}};

bool agree(const Twin& twin, const std::string& info, const std::optional<std::string>& xmp) {
  if (!xmp) return false;
  return twin.date ? date_of(info) == date_of(*xmp) : info == *xmp;
}

void compare(Object info, std::string_view packet, Bill& bill) {
  for (const Twin& twin : twins) {
    const auto said = text_of(get(info, twin.info));
    const auto value = xmp_value(packet, twin.uri, twin.name);
    if (said && !agree(twin, *said, value)) bill.add(Check::metadata_sync, {}, {twin.info + 1, *said, value.value_or("–")});
  }
  const std::string trapped = name_of(get(info, "/Trapped"));
  const auto value = xmp_value(packet, pdf_schema, "Trapped");
  if (value && "/" + *value != trapped) bill.add(Check::metadata_sync, {}, {"Trapped", trapped, *value});
}

void ask_identifier(std::string_view packet, std::string_view uri, std::string_view name, std::string_view wanted, Bill& bill) {
  const auto found = xmp_value(packet, uri, name);
  if (found != wanted) bill.add(Check::identifier, {}, {std::string(name), found.value_or("–"), std::string(wanted)});
}

void check_identifiers(Object info, std::string_view packet, Bill& bill) {
  const auto ask_info = [&](const char* key, std::string_view wanted) {
    const auto found = text_of(get(info, key));
    if (found != wanted) bill.add(Check::identifier, {}, {key + 1, found.value_or("–"), std::string(wanted)});
  };
  switch (bill.flavour()) {
    case finish::Flavour::x4:
      ask_identifier(packet, pdfx_id, "GTS_PDFXVersion", "PDF/X-4", bill);
      for (const std::string_view name : {"DocumentID", "VersionID", "RenditionClass"})
        if (!xmp_value(packet, media, name)) bill.add(Check::info, {}, {"xmpMM:" + std::string(name)});
      break;
    case finish::Flavour::x1a:
      // Writers differ: the part's name and the conformance beside it, or the conformance in both.
      if (text_of(get(info, "/GTS_PDFXVersion")) != "PDF/X-1:2003") ask_info("/GTS_PDFXVersion", "PDF/X-1a:2003");
      if (text_of(get(info, "/GTS_PDFXVersion")) == "PDF/X-1:2003") ask_info("/GTS_PDFXConformance", "PDF/X-1a:2003");
      break;
    case finish::Flavour::a1b:
      ask_identifier(packet, pdfa_id, "part", "1", bill);
      ask_identifier(packet, pdfa_id, "conformance", "B", bill);
      break;
    case finish::Flavour::a2u:
      ask_identifier(packet, pdfa_id, "part", "2", bill);
      ask_identifier(packet, pdfa_id, "conformance", "U", bill);
      break;
    case finish::Flavour::a3u:
      ask_identifier(packet, pdfa_id, "part", "3", bill);
      ask_identifier(packet, pdfa_id, "conformance", "U", bill);
      break;
  }
}

/// The packet where it is fit to be read; complains of what it is not.
std::optional<std::string> fit_packet(Object stream, Bill& bill) {
  Place place;
  place.object = object_number(stream);
  if (!stream.isStream()) return bill.add(Check::metadata, {}), std::nullopt;
  const auto complain = [&](std::string what) { bill.add(Check::metadata_form, place, {std::move(what)}); };
  if (!get(stream, "/Filter").isNull()) complain("Filter");
  if (name_of(get(stream, "/Type")) != "/Metadata" || name_of(get(stream, "/Subtype")) != "/XML") complain("Type, Subtype");
  auto packet = bytes_of(stream);
  if (!packet) return complain("Filter"), std::nullopt;
  if (const auto fault = document::find_xml_fault(*packet)) {
    complain(fmt::format("{}, {}", code_name(fault->code), fault->offset));
    return std::nullopt;
  }
  if (packet->find("<?xpacket begin=") == std::string::npos) complain("xpacket");
  return packet;
}

}  // namespace

void check_metadata(QPDF& pdf, Surroundings& file) {
  Bill& bill = file.bill;
  Object info = get(pdf.getTrailer(), "/Info");
  for (const char* key : {"/Title", "/CreationDate", "/ModDate"})
    if (!text_of(get(info, key))) bill.add(Check::info, {}, {key + 1});
  const std::string trapped = name_of(get(info, "/Trapped"));
  if (trapped != "/True" && trapped != "/False") bill.add(Check::trapped, {});
  Object stream = get(pdf.getRoot(), "/Metadata");
  const auto packet = fit_packet(stream, bill);
  check_identifiers(info, packet.value_or(std::string()), bill);
  if (packet) compare(info, *packet, bill);
}

}  // namespace paiban::preflight
