#pragma once
// Where what is kept comes from: PREMIS 3 (Library of Congress), as a file of its own and inside METS.

#include <string>
#include <vector>

#include "archive/identity.hpp"
#include "archive/payload.hpp"
#include "build_record.hpp"
#include "document/provenance.hpp"
#include "document/xml_writer.hpp"

namespace paiban::archive {

/// What an issue was made from, with and of.
struct Making {
  Identity identity;
  BuildRecord program;
  DataRecord data;
  document::Provenance provenance;
};

/// "paiban 0.1.0"
[[nodiscard]] std::string software_of(const Making& making);

/// Objects (the payload so far; template, words and faces, by their sums), the events that made them, the program as their agent.
[[nodiscard]] std::string premis(const Making& making, const std::vector<KeptFile>& files);

// Parts of it for METS; the prefix premis: must be bound.

/// The pages were set.
void write_creation(document::XmlStream& xml, const Making& making, const std::vector<KeptFile>& files);
/// What the words were read from, and every place that is not as it was written or printed.
void write_reading(document::XmlStream& xml, const Making& making);
void write_program(document::XmlStream& xml, const Making& making);

inline constexpr const char* premis_namespace = "http://www.loc.gov/premis/v3";

}  // namespace paiban::archive
