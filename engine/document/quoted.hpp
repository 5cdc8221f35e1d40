#pragma once
// The editor's own words in a message.

#include <string>
#include <string_view>

namespace paiban::document {

/// The beginning of `text`, enough to find it again: one line of at most 30 characters, with … where there is more.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace paiban::document
