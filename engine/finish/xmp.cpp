#include "finish/xmp.hpp"

#include <fmt/format.h>

#include <array>

#include "base/sha256.hpp"

namespace paiban::finish {
namespace {

struct Namespace {
  std::string_view prefix, name;
};
constexpr std::array<Namespace, 7> namespaces{{{"dc", "http://purl.org/dc/elements/1.1/"},
                                               {"pdf", "http://ns.adobe.com/pdf/1.3/"},
                                               {"xmp", "http://ns.adobe.com/xap/1.0/"},
                                               {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
                                               {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
                                               {"pdfxid", "http://www.npes.org/pdfx/ns/id/"},
                                               {"paiban", "urn:paiban:record#"}}};

// PDF/A takes properties of one's own where the packet describes them (ISO 19005-1, 6.7.8; 19005-2, 6.6.2.3.3). The description
// stands by itself: PDFBox looks for it nowhere else.
constexpr std::string_view own_schema =
    R"(  <rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Where the words of a page come from</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>urn:paiban:record#</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>paiban</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>notes</pdfaProperty:name>
     <pdfaProperty:valueType>seq Text</pdfaProperty:valueType>
     <pdfaProperty:category>external</pdfaProperty:category>
     <pdfaProperty:description>Places where the text is lost, supplied, conjectured or put right</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
)";

// The packet's id is the same in all the world (XMP part 1, 7.3.2); the byte order mark says that it is UTF-8.
constexpr std::string_view opening = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
constexpr std::string_view closing = "<?xpacket end=\"r\"?>";

constexpr unsigned char first_printable = 0x20;

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (static_cast<unsigned char>(c) >= first_printable || c == '\n' || c == '\t') {
      safe += c;
    }
  }
  return safe;
}

std::string element(std::string_view name, std::string_view value) {
  return fmt::format("   <{0}>{1}</{0}>\n", name, escaped(value));
}

/// An array of one item: `kind` is Alt or Bag.
std::string array_of(std::string_view name, std::string_view kind, std::string_view language, std::string_view value) {
  return fmt::format("   <{0}><rdf:{1}><rdf:li{2}>{3}</rdf:li></rdf:{1}></{0}>\n", name, kind, language, escaped(value));
}

std::string notes_of(const std::vector<std::string>& notes) {
  if (notes.empty()) return {};
  std::string items;
  for (const std::string& note : notes) items += fmt::format("\n    <rdf:li>{}</rdf:li>", escaped(note));
  return fmt::format("   <paiban:notes><rdf:Seq>{}</rdf:Seq></paiban:notes>\n", items);
}

std::string declarations() {
  std::string text;
  for (const Namespace& each : namespaces) text += fmt::format("\n    xmlns:{}=\"{}\"", each.prefix, each.name);
  return text;
}

}  // namespace

std::string xmp_packet(const XmpFacts& facts, const std::vector<XmpRow>& rows) {
  std::string packet(opening);
  packet += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
  if (!facts.notes.empty()) packet += own_schema;
  packet += "  <rdf:Description rdf:about=\"\"" + declarations() + ">\n";
  packet += element("dc:format", "application/pdf");
  packet += array_of("dc:title", "Alt", " xml:lang=\"x-default\"", facts.title);
  if (!facts.statement.empty()) packet += array_of("dc:description", "Alt", " xml:lang=\"x-default\"", facts.statement);
  packet += array_of("dc:language", "Bag", "", facts.language);
  packet += element("xmp:CreateDate", facts.moment);
  packet += element("xmp:ModifyDate", facts.moment);
  packet += element("xmp:MetadataDate", facts.moment);
  packet += element("xmp:CreatorTool", facts.creator);
  packet += element("pdf:Producer", facts.producer);
  packet += element("xmpMM:DocumentID", facts.identifier);
  for (const XmpRow& row : rows) packet += element(row.property, row.value);
  packet += notes_of(facts.notes);
  packet += "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n";
  packet += closing;
  return packet;
}

std::string uuid_of(std::string_view name) {
  constexpr std::array<std::size_t, 4> dashes{8, 12, 16, 20};  // of 32 digits, before these
  std::string digits = sha256_of(name).substr(0, 32);
  digits[12] = '8';  // version: a hash of one's own
  digits[16] = 'a';  // variant
  std::string uuid = "uuid:";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    for (const std::size_t dash : dashes) uuid += i == dash ? "-" : "";
    uuid += digits[i];
  }
  return uuid;
}

}  // namespace paiban::finish
