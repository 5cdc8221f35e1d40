#pragma once
// How records, manifests and the talk between the processes write things down.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "archive/record.hpp"

namespace paiban::archive {

using Json = nlohmann::ordered_json;

/// A path may hold bytes that are no UTF-8; they must not keep the text from being JSON. `indent` −1: in one line.
[[nodiscard]] std::string text_of(const Json& json, int indent = -1);

[[nodiscard]] Json complaints_json(const std::vector<Complaint>& complaints);
/// Of such JSON; as the library does it, it throws Json::exception for other.
[[nodiscard]] std::vector<Complaint> complaints_of(const Json& json);

}  // namespace paiban::archive
