#pragma once
// What is said of an edition in its finished PDF.

#include <string>

#include "engine.hpp"
#include "finish/facts.hpp"

namespace paiban {

/// `producer`: the program with its version. The drawing is the edition's lists, all of them, in order.
[[nodiscard]] finish::Facts pdf_facts(const Edition& edition, std::string producer);

/// What only a PDF that is kept has: the structure of a drawing with marks, bookmarks, the file.
void add_archive_facts(const Edition& edition, finish::Facts& facts);

}  // namespace paiban
