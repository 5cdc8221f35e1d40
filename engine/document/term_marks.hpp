#pragma once
// What terms.xml knows, marked in the issue's texts, so that no later stage looks words up.

#include "document/issue.hpp"
#include "document/terms.hpp"

namespace paiban::document {

/// Adds spans to every text of `issue`: `person` on the names of people, everywhere; in heads also `term` on whatever no row of
/// a head may part: a place, an organisation, a term, a name with the titles beside it.
void mark_terms(Issue& issue, const Terms& terms);

/// Whether a text of that role is a head, whose rows are divided by meaning.
[[nodiscard]] bool is_head_role(Role role);

}  // namespace paiban::document
