#pragma once
// What a proof shows of the page's skeleton, under its text.

#include <cstdint>
#include <vector>

#include "document/template.hpp"
#include "page/composed_page.hpp"
#include "paint/display_list.hpp"

namespace paiban::paint {

enum class Overlay : std::uint8_t {
  grid,     ///< 版心 and columns
  rows,     ///< the lines of the baseline grid's rows
  regions,  ///< the outline of every story
};

/// Puts `overlays` under everything on `list`.
void underlay(const document::Template& design, const page::ComposedPage& page, const std::vector<Overlay>& overlays,
              DisplayList& list);

}  // namespace paiban::paint
