#pragma once
// 可删: what a story's editor lets go, offered to the fitter, and told where it was taken.

#include <string>
#include <vector>

#include "page/copyfit.hpp"
#include "page/heads.hpp"

namespace paiban::page {

/// Tells `request`, which holds the flow of `module`, what may go from it.
void offer_cuts(const Material& material, const document::PlannedModule& module, CopyRequest& request);

/// The texts of the flow as `copy` sets them. A paragraph that goes as a whole keeps its own, and has no line.
[[nodiscard]] std::vector<document::TextId> flow_as_set(const document::PlannedModule& module, const CopyResult& copy);

/// What went; reported, with the marks that it leaves alone. `place` in the trade's words.
[[nodiscard]] std::vector<Lever> tell_cuts(const Material& material, const document::PlannedModule& module,
                                           const CopyResult& copy, const std::string& place);

}  // namespace paiban::page
