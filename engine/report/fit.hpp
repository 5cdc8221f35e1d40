#pragma once
// The copyfit report: how every story fills its legs, and what would make it fit.

#include <string>

#include "base/diagnostic.hpp"
#include "engine.hpp"

namespace paiban::report {

/// Keys as in the command's contract; cures in `language`. Ends with a line feed.
[[nodiscard]] std::string fit_json(const Edition& edition, Language language = Language::english);

/// The same as a table for people, the stories that do not fit last with their cures.
[[nodiscard]] std::string fit_text(const Edition& edition, Language language);

}  // namespace paiban::report
