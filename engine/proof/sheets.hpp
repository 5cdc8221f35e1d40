#pragma once
// Proofs on paper: a page with its marks, 大样 on A3 or over sheets of A4, all pages on one sheet.

#include <string>
#include <vector>

#include "engine.hpp"
#include "proof/captions.hpp"
#include "proof/slug.hpp"

namespace paiban::proof {

/// Marks that are printed with the page.
struct Marks {
  bool line_numbers = false;  ///< every fifth line of a leg, beside it
};

/// The page at its own size with crop marks around it and the slug below.
[[nodiscard]] Result<paint::DisplayList> marked_page(const Edition& edition, std::size_t page, const SlugFacts& facts,
                                                     const Marks& marks, Captions& captions);

/// 大样: the page on A3, as large as it goes.
[[nodiscard]] Result<paint::DisplayList> large_proof(const Edition& edition, std::size_t page, const SlugFacts& facts,
                                                     const Marks& marks, Captions& captions);

/// The page at its own size over sheets of A4, to be pasted together: each overlaps the next, with marks where they meet.
[[nodiscard]] Result<std::vector<paint::DisplayList>> tiled_proof(const Edition& edition, std::size_t page,
                                                                  const SlugFacts& facts, const Marks& marks, Captions& captions);

/// All pages small, eight on a sheet of A4.
[[nodiscard]] Result<std::vector<paint::DisplayList>> contact_sheets(const Edition& edition, const SlugFacts& facts,
                                                                     Captions& captions);

}  // namespace paiban::proof
