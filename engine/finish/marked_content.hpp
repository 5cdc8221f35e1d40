#pragma once
// What each stretch of a page's content is, written into the content (ISO 32000-1, 14.6).

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "finish/structure.hpp"

namespace paiban::finish {

/// `content` as Cairo draws it, each stretch of the display list between a mark of its own and EMC, with those marks saying what
/// the stretch is in `structure`. Error: pdf_not_finished where there are others than `marks`.
[[nodiscard]] Result<std::string> with_marks(std::string_view content, std::span<const Mark> marks, const Structure& structure);

}  // namespace paiban::finish
