#pragma once
// A style's indents and margins, as lengths of the paragraph that it sets.

#include "base/length.hpp"
#include "document/style.hpp"
#include "paragraph/compose.hpp"

namespace paiban::page {

/// How a paragraph of `style` is set between margins in a column of `width`; `em`: the paragraph's (typography F1, F5, F6, W5).
[[nodiscard]] paragraph::Setting setting_for(const document::Style& style, Length em, Length width);

/// Where all its lines begin, from the column's left: the start margin.
[[nodiscard]] Length margin_of(const document::Style& style, Length em);

}  // namespace paiban::page
