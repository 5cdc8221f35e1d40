#pragma once
// The page stage's one door: every story in its region, every line on its row.

#include <span>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// Composes every page of `plan`. Copy over or under, heads that do not fit, loose lines and lone characters are reported;
/// copy that does not fit is left out at the end of its last leg.
[[nodiscard]] std::vector<ComposedPage> compose_pages(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                                      Report& report);

}  // namespace paiban::page
