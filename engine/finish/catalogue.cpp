#include "finish/catalogue.hpp"

#include <fmt/format.h>

#include "finish/pdf_values.hpp"

namespace paiban::finish {
namespace {

constexpr const char* info_key = "/Info";
// An issue has a date and no hour: midnight, Beijing time, which all papers of China keep.
constexpr std::string_view pdf_midnight = "000000+08'00'";
constexpr std::string_view xmp_midnight = "T00:00:00+08:00";

QPDFObjectHandle info_of(const Facts& facts, const MetadataRows& rows) {
  QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
  const QPDFObjectHandle moment = QPDFObjectHandle::newString(pdf_date(facts.date));
  info.replaceKey("/Title", text(facts.title));
  if (!facts.statement.empty()) info.replaceKey("/Subject", text(facts.statement));
  info.replaceKey("/Creator", text(facts.creator));
  info.replaceKey("/Producer", text(facts.producer));
  info.replaceKey("/CreationDate", moment);
  info.replaceKey("/ModDate", moment);
  for (const InfoRow& row : rows.info)
    info.replaceKey(row.key, row.kind == InfoKind::name ? QPDFObjectHandle::newName(row.value) : text(row.value));
  return info;
}

}  // namespace

std::string pdf_date(std::string_view date) {
  std::string digits;
  for (const char c : date)
    if (c != '-') digits += c;
  return fmt::format("D:{}{}", digits, pdf_midnight);
}

std::string xmp_date(std::string_view date) { return fmt::format("{}{}", date, xmp_midnight); }

void set_metadata(QPDF& pdf, const Facts& facts, std::string_view flavour, const MetadataRows& rows) {
  pdf.getTrailer().replaceKey(info_key, pdf.makeIndirectObject(info_of(facts, rows)));
  const std::string identifier = uuid_of(fmt::format("{}\n{}\n{}", facts.title, facts.date, flavour));
  const XmpFacts said{facts.title,    facts.language, xmp_date(facts.date), facts.creator,
                      facts.producer, identifier,     facts.statement,      facts.notes};
  QPDFObjectHandle stream = pdf.newStream(xmp_packet(said, rows.xmp));
  stream.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  stream.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", stream);
}

void add_output_intent(QPDF& pdf, const OutputIntent& intent, const char* kind) {
  constexpr const char* key = "/OutputIntents";
  QPDFObjectHandle profile = pdf.newStream();
  profile.replaceStreamData(intent.deflated, QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
  profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(intent.components));
  QPDFObjectHandle entry = QPDFObjectHandle::newDictionary();
  entry.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
  entry.replaceKey("/S", QPDFObjectHandle::newName(kind));
  // A condition of no registry is "Custom" (ISO 15930-7, 6.7), and then its profile and a description are needed.
  entry.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("Custom"));
  entry.replaceKey("/OutputCondition", text(intent.condition));
  entry.replaceKey("/Info", text(intent.condition));
  entry.replaceKey("/DestOutputProfile", profile);
  if (!pdf.getRoot().hasKey(key)) pdf.getRoot().replaceKey(key, QPDFObjectHandle::newArray());
  pdf.getRoot().getKey(key).appendItem(entry);
}

}  // namespace paiban::finish
