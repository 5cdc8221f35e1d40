#pragma once
// A page as the archive keeps it: ALTO (archive/alto.hpp), as far as two of them are compared.

#include <string_view>

#include "compare/printed.hpp"

namespace paiban::compare {

/// From <Layout> on: what is printed, and where. What stands before tells which engine wrote it and is not compared.
[[nodiscard]] std::string_view layout_of(std::string_view alto);

/// Reads what our own writer writes, not every ALTO: elements that it does not know it passes over. `number`: of the page.
/// Lengths are whole 1/1200 inches; a line's style is what it says of its characters' places.
[[nodiscard]] Printed read_alto(std::string_view alto, int number);

}  // namespace paiban::compare
