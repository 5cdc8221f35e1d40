#pragma once
// What modules used to come out, told.

#include <vector>

#include "makeup/plan_page.hpp"

namespace paiban::makeup {

[[nodiscard]] std::vector<Lever> levers_of(const std::vector<PlacedModule>& modules);

}  // namespace paiban::makeup
