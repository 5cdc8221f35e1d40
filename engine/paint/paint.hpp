#pragma once
// From composed pages to things at fixed places.

#include <span>

#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "paint/display_list.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::paint {

/// Everything on `page` in painting order, which is the reading order: furniture, then story by story its heads and legs.
[[nodiscard]] DisplayList paint_page(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                     const page::ComposedPage& page);

}  // namespace paiban::paint
