#pragma once
// A proof for a phone: pages and galleys in one file that needs nothing else, no server and no network.

#include <string>
#include <vector>

#include "engine.hpp"
#include "proof/slug.hpp"

namespace paiban::proof {

/// `pictures`: a PNG a page of `edition`, in its order. What is wrong (`report`) stands first, then the pages, then every story
/// line by line as it is set. HTML 5 without a script; the same inputs give the same bytes.
[[nodiscard]] std::string proof_html(const Edition& edition, const std::vector<std::string>& pictures, const Report& report,
                                     const SlugFacts& facts, Language language);

}  // namespace paiban::proof
