#pragma once
// What an editor wants of a story's place, where the engine makes up the page (make-up.md, issues/README.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paiban::document {

/// First and last of something that is counted from 1, both inclusive.
struct Span1 {
  int first = 0, last = 0;
  [[nodiscard]] constexpr int count() const { return last - first + 1; }
  [[nodiscard]] constexpr bool holds(int value) const { return value >= first && value <= last; }
  friend constexpr bool operator==(const Span1&, const Span1&) = default;
};

/// Columns and rows of the make-up area.
struct CellRange {
  Span1 columns, rows;
};

/// Edges of the make-up area that a story must touch.
struct Edges {
  bool top = false, bottom = false, left = false, right = false;
};

/// 视线: where the people of a picture look; they should look into the page.
enum class Looks : std::uint8_t { ahead, left, right };

inline constexpr int least_priority = 1, most_priority = 9;  ///< 1 the most important

struct Wishes {
  int priority = 0;                ///< least_priority … most_priority; 0: by kind and order
  std::optional<Span1> columns;    ///< widths allowed, in columns of the area
  int rows = 0;                    ///< height of an advertisement or picture; 0: free
  std::optional<CellRange> fixed;  ///< stands there, whatever else
  Edges at;                        ///< place=
  bool above_fold = false;
  bool no_crop = false;
  Looks looks{};
  std::vector<std::string> touches, apart, not_beside, not_above;  ///< ids of stories
};

}  // namespace paiban::document
