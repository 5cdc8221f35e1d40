// Any bytes as an issue's XML: they end in an issue or in a diagnostic with its place, never in anything else.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/diagnostic.hpp"
#include "document/issue_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  paiban::Report report;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto issue = paiban::document::parse_issue(bytes, "issue.xml", PAIBAN_SOURCE_DIR "/tests/tables/issues", report);
  if (!issue && issue.error().at.file == 0) std::abort();
  if (!issue) report.add(issue.error());
  for (const auto& each : report.diagnostics())
    for (const auto language : {paiban::Language::english, paiban::Language::chinese})
      if (report.text(each, language).empty()) std::abort();
  return 0;
}
