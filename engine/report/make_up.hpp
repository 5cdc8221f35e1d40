#pragma once
// What the make-up proposes, for editors and for programs.

#include <string>
#include <vector>

#include "proposals.hpp"

namespace paiban::report {

/// What was used to fill a page, a sentence a thing: 头条：题区加空1行.
[[nodiscard]] std::vector<std::string> lever_words(const PageStructure& page, Language language);

/// A page in miniature, a few lines of text: who stands where. Every story is a letter, named below.
[[nodiscard]] std::string miniature(const PageStructure& page, const document::Template& design);

/// {"proposals": […]} or {"proposals": [], "cures": […]}. `folders`: of the proposals, in their order.
[[nodiscard]] std::string make_up_json(const Proposals& proposals, const std::vector<std::string>& folders, Language language);

/// The same for a reader.
[[nodiscard]] std::string make_up_text(const Proposals& proposals, const std::vector<std::string>& folders, Language language);

/// {"contingencies": [{"case": "pulled", "page": 1, "story": "lead", "folder": "…", "filled": true, "cures": []}]}
[[nodiscard]] std::string contingencies_json(const Contingencies& contingencies, const std::vector<std::string>& folders,
                                             Language language);
[[nodiscard]] std::string contingencies_text(const Contingencies& contingencies, const std::vector<std::string>& folders,
                                             Language language);

}  // namespace paiban::report
