#pragma once
// What the search over dissections pays for what. One table; every taste of the make-up's plan is here.

#include <cstdint>

namespace paiban::makeup {

/// Points. A leaf's own cost (looseness, head size, crop) is the caller's, in the same points.
using Cost = std::int64_t;

struct Prices {
  /// For each unit of an item's weight and each row that it stands below the top of the area.
  Cost row_lower = 1;
  /// The same for each column from the left. A page's top right corner still reads before its middle: a column weighs about as
  /// much as ten rows, where its width on the paper would be some sixteen.
  Cost column_right = 10;
  /// 碰题: two headlines side by side at one level. The dearest, since no reader misses it.
  Cost heads_meet = 2'000;
  /// 断版: a cut across the whole width parts the page in two. Every page of slicings alone has one cut that goes through, so
  /// this is a wish and no prohibition.
  Cost cut_across = 600;
  /// 通线: a cut from top to foot. Less bad than 断版: columns are what a newspaper is made of.
  Cost cut_down = 400;
};

}  // namespace paiban::makeup
