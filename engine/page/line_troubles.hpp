#pragma once
// What is found in a line, as diagnostics have it.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "paragraph/findings.hpp"

namespace paiban::page {

struct LineTrouble {
  Code code{};
  std::vector<std::string> arguments;
};

/// A diagnostic's code and arguments for everything that is wrong with `line`.
[[nodiscard]] std::vector<LineTrouble> troubles_in(const text::ShapedParagraph& paragraph, const paragraph::Line& line);

}  // namespace paiban::page
