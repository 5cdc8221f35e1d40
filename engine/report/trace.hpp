#pragma once
// The composed pages as JSON: what nearly every typographic test is a function of. Keys as in the command's contract.

#include <string>

#include "engine.hpp"

namespace paiban::report {

/// One JSON document, ends with a line feed. Lengths in points from the top left of the trimmed page.
[[nodiscard]] std::string trace_json(const Edition& edition);

}  // namespace paiban::report
