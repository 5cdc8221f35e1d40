#pragma once
// Plain copy: a file of text, one paragraph a line.

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/inline_text.hpp"
#include "document/text.hpp"

namespace paiban::document {

/// The lines of `bytes` that are not blank, not normalised. Fails on what is no UTF-8 and on control characters. Lines for
/// which `budget` does not suffice are left out.
[[nodiscard]] Result<std::vector<Text>> paragraphs_of(std::string_view bytes, FileId file, TextBudget& budget);

/// Whether there is nothing but blanks in `line`, em spaces too.
[[nodiscard]] bool is_blank_line(std::string_view line);

}  // namespace paiban::document
