#include "archive/premis.hpp"

#include <fmt/format.h>

namespace paiban::archive {
namespace {

using document::RecordedPlace;
using document::XmlStream;

// Kinds of names that PREMIS leaves to the archive.
constexpr const char* in_bag = "path in the bag";
constexpr const char* in_data = "path in the data folder";
constexpr const char* local = "local";
constexpr const char* event_of_setting = "setting";
constexpr const char* event_of_reading = "reading";

void identifier(XmlStream& xml, std::string_view element, std::string_view type_element, std::string_view type,
                std::string_view value_element, std::string_view value) {
  xml.open(element).whole(type_element, type).whole(value_element, value).close();
}

std::string path_of(const KeptFile& file) { return "data/" + file.name; }

void fixity(XmlStream& xml, const std::string& sha256) {
  xml.open("premis:fixity").whole("premis:messageDigestAlgorithm", "SHA-256").whole("premis:messageDigest", sha256).close();
}

void format(XmlStream& xml, std::string_view mime) {
  xml.open("premis:format").open("premis:formatDesignation").whole("premis:formatName", mime).close().close();
}

void object(XmlStream& xml, const char* type, const std::string& name, const std::string& sha256, std::string_view mime,
            const std::size_t* size) {
  xml.open("premis:object").attribute("xsi:type", "premis:file");
  identifier(xml, "premis:objectIdentifier", "premis:objectIdentifierType", type, "premis:objectIdentifierValue", name);
  xml.open("premis:objectCharacteristics");
  fixity(xml, sha256);
  if (size != nullptr) xml.whole("premis:size", fmt::to_string(*size));
  format(xml, mime);
  xml.close().close();
}

/// Calls `visit` for the template, the words, the catalogue, the faces.
template <typename Visit>
void for_each_data_file(const DataRecord& data, const Visit& visit) {
  visit(data.design);
  for (const DataFile& file : data.others) visit(file);
  for (const DataFile& face : data.faces) visit(face);
}

void link(XmlStream& xml, const char* type, const std::string& name, std::string_view role) {
  xml.open("premis:linkingObjectIdentifier").whole("premis:linkingObjectIdentifierType", type);
  xml.whole("premis:linkingObjectIdentifierValue", name).whole("premis:linkingObjectRole", role).close();
}

void link_program(XmlStream& xml, const Making& making) {
  identifier(xml, "premis:linkingAgentIdentifier", "premis:linkingAgentIdentifierType", local,
             "premis:linkingAgentIdentifierValue", software_of(making));
}

void begin_event(XmlStream& xml, const Making& making, const char* id, std::string_view type, std::string_view detail) {
  xml.open("premis:event");
  identifier(xml, "premis:eventIdentifier", "premis:eventIdentifierType", local, "premis:eventIdentifierValue", id);
  xml.whole("premis:eventType", type).whole("premis:eventDateTime", making.identity.date);
  xml.open("premis:eventDetailInformation").whole("premis:eventDetail", detail).close();
}

void place(XmlStream& xml, const RecordedPlace& place) {
  xml.open("place").attribute("kind", name_of(place.kind)).attribute("page", place.page);
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) xml.attribute(name, value);
  };
  add("story", place.story);
  add("file", place.file);
  xml.attribute("line", place.at.line).attribute("column", place.at.column);
  add("text", place.text);
  add("was", place.was);
  add("detail", place.detail);
  add("reason", place.reason);
  xml.close();
}

}  // namespace

std::string software_of(const Making& making) { return "paiban " + making.program.version; }

void write_creation(XmlStream& xml, const Making& making, const std::vector<KeptFile>& files) {
  begin_event(xml, making, event_of_setting, "creation",
              fmt::format("The pages were set from their source with template {}, version {}. The date is the issue's: the same "
                          "source gives the same bytes at any time.",
                          making.data.design.name, making.data.design.version));
  link_program(xml, making);
  for (const KeptFile& file : files) link(xml, in_bag, path_of(file), file.use == Use::source ? "source" : "outcome");
  for_each_data_file(making.data, [&](const DataFile& file) { link(xml, in_data, file.name, "source"); });
  xml.close();
}

void write_reading(XmlStream& xml, const Making& making) {
  const document::Provenance& provenance = making.provenance;
  const bool transcribed = is_transcription(provenance);
  begin_event(xml, making, event_of_reading, transcribed ? "transcription" : "normalization",
              transcribed ? "The words were typed from print." : "The words are the paper's own copy.");
  xml.open("premis:eventOutcomeInformation").open("premis:eventOutcomeDetail");
  for (const Language language : {Language::chinese, Language::english})
    if (const std::string said = statement_of(provenance, language); !said.empty())
      xml.whole("premis:eventOutcomeDetailNote", said);
  xml.open("premis:eventOutcomeDetailExtension").open("places").attribute("xmlns", "urn:paiban:provenance");
  xml.attribute("printed-line-ends", provenance.printed_line_ends);
  for (const RecordedPlace& each : provenance.places) place(xml, each);
  xml.close().close().close().close();
  link_program(xml, making);
  xml.close();
}

void write_program(XmlStream& xml, const Making& making) {
  const BuildRecord& program = making.program;
  xml.open("premis:agent");
  identifier(xml, "premis:agentIdentifier", "premis:agentIdentifierType", local, "premis:agentIdentifierValue",
             software_of(making));
  xml.whole("premis:agentName", "paiban").whole("premis:agentType", "software").whole("premis:agentVersion", program.version);
  xml.whole("premis:agentNote", "sources, SHA-256: " + program.sources);
  xml.whole("premis:agentNote", fmt::format("{}, {}, {}", program.compiler, program.build, program.processor));
  for (const libraries::Library& library : program.libraries)
    xml.whole("premis:agentNote", fmt::format("{} {}", library.name, library.version));
  xml.close();
}

std::string premis(const Making& making, const std::vector<KeptFile>& files) {
  XmlStream xml;
  xml.open("premis:premis").attribute("xmlns:premis", premis_namespace);
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance").attribute("version", "3.0");
  for (const KeptFile& file : files) object(xml, in_bag, path_of(file), file.sha256, file.mime, &file.size);
  for_each_data_file(making.data,
                     [&](const DataFile& file) { object(xml, in_data, file.name, file.sha256, mime_of(file.name), nullptr); });
  write_reading(xml, making);
  write_creation(xml, making, files);
  write_program(xml, making);
  xml.close();
  return xml.take();
}

}  // namespace paiban::archive
