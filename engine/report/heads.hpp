#pragma once
// How heads were fitted, for the copyfit report.

#include <nlohmann/json.hpp>

#include "engine.hpp"

namespace paiban::report {

/// Every head of `story`, boxes left out: its rows, whether the engine cut them, and size, width and tracking beside what its
/// style says. Sizes in points, tracking in em, one a row.
[[nodiscard]] nlohmann::ordered_json heads_json(const page::SetStory& story, const Edition& edition);

}  // namespace paiban::report
