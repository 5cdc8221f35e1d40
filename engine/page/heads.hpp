#pragma once
// 标题: the heads of a story in their slots.

#include <span>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::page {

/// What the page's parts are made from.
struct Material {
  const document::Plan& plan;
  std::span<const text::ShapedParagraph> texts;  ///< by TextId
  Report& report;
};

/// Sets the heads of `module` into `story`: rows, side rules, grounds. Reports a row that does not fit its slot.
void set_heads(const Material& material, const document::PlannedModule& module, const std::string& page_words, SetStory& story);

}  // namespace paiban::page
