#pragma once
// Whether every em and every row of a template is accounted for. A page that does not close shows it in print:
// legs that end apart, rules beside the text, white that nobody ordered.

#include <vector>

#include "base/diagnostic.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// All that does not close, with the amounts:
/// - the type area stands within the page;
/// - in every row of it the zones begin at its left, do not overlap, and end at its right;
/// - in every zone each column's every row belongs to one region or white;
/// - in every region each column's every row belongs to its heads, to one leg, picture, inner region or white;
/// - the legs of a region are of one width.
[[nodiscard]] std::vector<Diagnostic> find_unclosed(const Template& design);
/// The same of `zones` alone, in place of those of the front page: of inner pages, or what a page of an issue brings.
[[nodiscard]] std::vector<Diagnostic> find_unclosed(const Template& design, const std::vector<Zone>& zones);

}  // namespace paiban::document
