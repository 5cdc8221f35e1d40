#pragma once
// What XML forbids and pugixml lets pass is refused here, before pugixml sees a byte.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// The first thing wrong with a file, by its byte offset.
struct XmlFault {
  Code code{};
  std::size_t offset = 0;
  std::vector<std::string> arguments;
};

/// Reads `bytes` as XML 1.0 (fifth edition) with namespaces and without a document type declaration; nullopt where all
/// is well-formed and within the limits of XmlFile. Never recurses; its work grows with the length alone.
[[nodiscard]] std::optional<XmlFault> find_xml_fault(std::string_view bytes);

/// The first byte that is no UTF-8 or a character that XML, and so the engine, does not take.
[[nodiscard]] std::optional<XmlFault> find_character_fault(std::string_view bytes);

}  // namespace paiban::document
