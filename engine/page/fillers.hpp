#pragma once
// 补白: what stands in the white below a story that is short.

#include <optional>
#include <string>
#include <vector>

#include "page/copyfit.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// The fillers of an issue that `page` may use yet.
struct FillersLeft {
  int page = 0;
  std::vector<bool>& used;  ///< by Plan::fillers; one taken is marked
};

/// A filler as it stands below a story: a box of it.
struct SetFiller {
  SetStory box;
  Lever lever;
};

/// Where `copy`, fitted by `request`, does not fill the legs of `module`: the first filler left that, with a row for its rule
/// above it, fills `last`, the last of them, to the line. The leg ends above it, and `copy` is fitted anew to what is left.
/// Reported. `page` in the trade's words.
[[nodiscard]] std::optional<SetFiller> fill_white(const Material& material, const document::PlannedModule& module,
                                                  const std::string& page, const FillersLeft& fillers, CopyRequest& request,
                                                  CopyResult& copy, Leg& last);

}  // namespace paiban::page
