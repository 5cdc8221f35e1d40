#pragma once
// Diagnostics for programs.

#include <nlohmann/json.hpp>

#include "base/diagnostic.hpp"

namespace paiban::report {

/// {code, severity, file, line, column, message, hint, story, place}, as in the command's contract.
[[nodiscard]] nlohmann::ordered_json diagnostic_json(const Diagnostic& diagnostic, const Report& report, Language language);
/// All of `report`, in its order.
[[nodiscard]] nlohmann::ordered_json diagnostics_json(const Report& report, Language language);

/// A path may hold bytes that are no UTF-8; they must not keep a report from being JSON.
[[nodiscard]] std::string one_line(const nlohmann::ordered_json& json);

}  // namespace paiban::report
