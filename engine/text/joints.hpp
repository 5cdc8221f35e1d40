#pragma once
// What lies between two neighbours: whether a line may end there, and how wide the gap is.

#include "document/style.hpp"
#include "text/characters.hpp"

namespace paiban::text {

/// The joint between `before` and `after`; `space` where a U+0020 stood between them. `em`: one em along the line.
[[nodiscard]] Joint joint_between(const Character& before, const Character& after, bool space, const document::Style& style,
                                  Length em);

/// Whether a line that ends between the two shows a hyphen; joint_between does not know the face that it is of.
[[nodiscard]] bool takes_hyphen(const Character& before, const Character& after);

/// In every row of three marks and more that no line may end in, makes the joints emergency places (typography P3).
void open_long_mark_rows(const std::vector<Unit>& units, std::vector<Joint>& joints);

}  // namespace paiban::text
