#pragma once
// A page as plain text.

#include <string>

#include "archive/reading.hpp"

namespace paiban::archive {

/// What stands on the page, in reading order: a paragraph or a head a line, a blank line between stories.
[[nodiscard]] std::string plain_text(const ReadPage& page);

}  // namespace paiban::archive
