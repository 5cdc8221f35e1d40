#pragma once
// What a build is and what it depends on: `paiban about`.

#include <string>

#include "build_record.hpp"

namespace paiban::report {

/// {"engine", "sources", "compiler", "build", "processor", "libraries": {name: version}}, one JSON document, ends with a line
/// feed.
[[nodiscard]] std::string about_json(const BuildRecord& record);
/// The same, one a line.
[[nodiscard]] std::string about_text(const BuildRecord& record);

}  // namespace paiban::report
