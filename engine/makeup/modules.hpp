#pragma once
// 单元表: every way in which a story, or two together, can be set at each width, exactly full, with its price.

#include <vector>

#include "makeup/module.hpp"
#include "makeup/trial.hpp"

namespace paiban::makeup {

/// By width in columns ([0] empty): modules, of each height the cheapest, and the cheapest with an inset head.
using ModuleTable = std::vector<std::vector<Module>>;

/// What takes one rectangle of the page: one story, or two of which one stands in the other's corner.
struct ModuleChoice {
  std::vector<std::size_t> stories;  ///< of Trial::stories; boxes are not named
  ModuleTable table;
};

/// The legs of `count` columns side by side over `width` columns of the area, from `first` on (from 0).
[[nodiscard]] std::vector<document::Column> legs_over(const document::Grid& grid, const document::MakeupArea& area, int first,
                                                      int width, int count);

/// Every story of the page by itself, and the pairs of a story and a picture, or of two that touch by the editor's wish. Stories
/// that have a region or stand fixed are left out where `wanted` is false.
[[nodiscard]] std::vector<ModuleChoice> module_choices(const Trial& trial, const std::vector<bool>& wanted);

}  // namespace paiban::makeup
