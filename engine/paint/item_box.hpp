#pragma once
// How far an item may reach: what a part of a page needs to be drawn.

#include <optional>

#include "base/length.hpp"
#include "paint/display_list.hpp"

namespace paiban::paint {

/// A box that holds all of `item`'s ink, wider where the ink itself is not known; nullopt for what draws nothing.
[[nodiscard]] std::optional<Box> reach_of(const Item& item);

/// Whether the two have a place in common; edges count.
[[nodiscard]] bool meet(const Box& one, const Box& other);

}  // namespace paiban::paint
