#pragma once
// 版面禁忌: what a page designer would not let pass, seen on the page as it is set, whoever made it up.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::taboo {

/// One taboo, broken at one place.
struct Finding {
  Code code{};
  std::string first, second;           ///< ids of the stories; empty where it is none or only one
  int row = 0;                         ///< of the page's grid, from 1; above the type area 0 and less
  Box where;                           ///< what to look at
  std::int64_t price = 0;              ///< in points of taboo/prices.hpp; 0: an error, not to be bought
  std::vector<std::string> arguments;  ///< of its message, beyond the two stories and the row

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What is wrong on `page`: errors first, then warnings, each by row, then from the left. Looks at inks, lines and rules as
/// they stand, never at declared regions. Pages and plan belong together; a story that the plan lacks is of no priority.
[[nodiscard]] std::vector<Finding> find_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                               const page::ComposedPage& page);

/// A finding in words, and what to look at.
struct ToldFinding {
  Box where;
  Diagnostic words;
};

/// The same for people. What the composer has said already (lone characters, last lines on top of a leg, copy that is lines
/// short) is not said again.
[[nodiscard]] std::vector<ToldFinding> tell_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                                   const page::ComposedPage& page);
void report_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, const page::ComposedPage& page,
                   Report& report);

}  // namespace paiban::taboo
