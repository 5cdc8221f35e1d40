#pragma once
// The values of an XMP packet that preflight compares (ISO 16684-1). Well-formed XML is asked before.

#include <optional>
#include <string>
#include <string_view>

namespace paiban::preflight {

/// The value of the simple property `name` of the namespace `uri`, written as an element or as an attribute; of an array its
/// first item. nullopt where there is none.
[[nodiscard]] std::optional<std::string> xmp_value(std::string_view packet, std::string_view uri, std::string_view name);

/// A date of Info ("D:20250205000000+08'00'") or XMP ("2025-02-05T00:00:00+08:00") as digits and zone: "20250205000000+0800".
/// What is left out is its least value; no zone is "Z". nullopt for what is no date.
[[nodiscard]] std::optional<std::string> date_of(std::string_view text);

}  // namespace paiban::preflight
