#pragma once
// 试排: the stories of a page with every pattern that could set them, bound and shaped once, before anything has a place.

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "font/font_catalogue.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::makeup {

/// A story as one pattern would set it. Slots and texts are the plan's; its region is the pattern's own, still without a place.
struct TrialPattern {
  std::size_t pattern = 0;  ///< of the area
  document::PlannedModule module;
};

struct TrialStory {
  document::Story story;               ///< without its boxes
  int priority = 0;                    ///< document::least_priority … most_priority
  std::vector<TrialPattern> patterns;  ///< those that have a place for each of its heads
  std::vector<std::size_t> boxes;      ///< of Trial::stories
  bool inside = false;                 ///< it is a box of another
};

struct Trial {
  document::MakeupArea area;  ///< of the page
  int page = 0;
  document::Plan plan;                       ///< its pages are empty
  std::vector<text::ShapedParagraph> texts;  ///< by TextId
  std::vector<TrialStory> stories;           ///< the page's in their order, each followed by its boxes
};

/// Tries the stories of `page` in the patterns of `design`'s make-up area, which must be there. Fails where a face cannot be
/// opened. What is wrong with the copy is not reported here: the page as made up will be set and will say so.
[[nodiscard]] Result<Trial> try_patterns(const document::Issue& issue, const document::Page& page,
                                         const document::Template& design, const font::FontCatalogue& fonts);

}  // namespace paiban::makeup
