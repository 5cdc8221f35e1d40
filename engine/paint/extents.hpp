#pragma once
// How far what is painted reaches.

#include <optional>
#include <span>

#include "paint/display_list.hpp"

namespace paiban::paint {

/// `a` and `b` and what lies between them.
[[nodiscard]] Box united(const Box& a, const Box& b);

/// What `items` reach over: of a glyph its em box, of a rule, a wave and a dot their middle. None where they are tags alone.
[[nodiscard]] std::optional<Box> extent_of(std::span<const Item> items);

}  // namespace paiban::paint
