#pragma once
// 版面方案: from the stories of a page to its best structures.

#include <string>
#include <string_view>
#include <vector>

#include "makeup/regions.hpp"
#include "makeup/trial.hpp"

namespace paiban::makeup {

/// Something that was used to fill the page, and how much of it.
struct Lever {
  enum class Kind : std::uint8_t {
    air,          ///< rows of white added to a head block
    tighter,      ///< lines fewer than the copy takes by itself
    looser,       ///< lines more
    crop_height,  ///< ten-thousandths of a picture's height
    crop_width,
    other_legs,  ///< so many legs, not the page's columns
    inset_head,  ///< heads over so many columns of the story
    corner,      ///< the story stands in another one's corner
  };
  Kind kind{};
  std::size_t story = 0;  ///< of Trial::stories
  int amount = 0;
};

/// What was paid for one thing, for the report.
struct PaidFor {
  std::string what;  ///< a word of prices.hpp
  Cost cost = 0;
};

/// One way to make up the page.
struct PagePlan {
  Structure structure;
  Cost cost = 0;
  std::vector<PaidFor> paid;
  std::vector<Lever> levers;
  std::string shape;  ///< structures that look alike have the same
};

/// What would fill the page where nothing does: a wish given up, or rows to take from (below zero) or give to a story.
struct PageCure {
  std::string_view wish;  ///< the attribute to be given up: touches, fold …; empty: rows
  std::size_t story = 0;  ///< of Trial::stories
  int rows = 0;           ///< of a leg, in every leg
  int characters = 0;     ///< about
};

/// Cells of the area: column by row.
struct Balance {
  int room = 0;             ///< what fixed things leave
  int least = 0, most = 0;  ///< that the stories take, however they are set
  int han_a_cell = 0;
  std::vector<std::size_t> unsettable;  ///< stories that no pattern sets at the widths that they may have
};

struct PagePlans {
  std::vector<PagePlan> plans;         ///< best first; no two look alike
  std::vector<std::size_t> unfitting;  ///< stories that do not fill the place where they are fixed
  std::vector<PageCure> cures;         ///< where there are none: cheapest first
  Balance balance;                     ///< where there are none
};

/// At most `how_many` ways to fill the make-up area of `design` with the stories of `trial`.
[[nodiscard]] PagePlans plan_page(const Trial& trial, const document::Template& design, int how_many);

}  // namespace paiban::makeup
