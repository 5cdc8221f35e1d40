#pragma once
// 校对: what terms.xml and the habits of the trade say about an issue's words. Soft findings, each a warning; nothing is
// changed. What stands in a <sic> that says why is not complained of.

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/terms.hpp"

namespace paiban::document {

/// Reports wrong forms; in running text a name without its title where a story first has it, or with a title that is not its
/// own; names and posts listed out of their order; a head that ends with a mark that no head ends with.
void check_words(const Issue& issue, const Terms& terms, Report& report);

/// Whether bytes [start, end) of `text` touch a <sic> that says why.
[[nodiscard]] bool is_dismissed(const Text& text, std::uint32_t start, std::uint32_t end);

}  // namespace paiban::document
