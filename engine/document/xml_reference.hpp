#pragma once
// References in XML: &lt; &#65; &#x4E00; (XML 1.0 §4.1 and §4.6).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace paiban::document {

/// What a reference stands for, and its length in bytes.
struct Reference {
  char32_t character = 0;
  std::size_t length = 0;
};

/// The reference at the start of `text`; nullopt where there is none, or none that XML allows without a document type.
[[nodiscard]] std::optional<Reference> read_reference(std::string_view text);

/// `text` with its references resolved; what is none stays.
[[nodiscard]] std::string resolve_references(std::string_view text);

}  // namespace paiban::document
