#pragma once
// 调整办法: what would make a story fit beside another number of words: its headline, a picture, its place.

#include <vector>

#include "page/composed_page.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// Adds to the cures of `fit` those that move rows, and sorts them all, cheapest first. Each of them alone makes the copy fill
/// its legs to the line. They are proposals to the page's editor: nothing is moved here. None for a story in several regions.
/// `heads` of the story as they are set; `page`: its own.
void add_row_cures(const Material& material, const document::PlannedModule& module, const document::PlannedPage& page,
                   const std::vector<Head>& heads, CopyFit& fit);

}  // namespace paiban::page
