#pragma once
// 连栏: several regions as one place for a story.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/template.hpp"

namespace paiban::document {

struct FlowTrouble {
  Code code{};
  std::vector<std::string> arguments;
};

/// What keeps running text from going on in `next` after `before`: lines of another measure, or that run the other way. Nullopt
/// where nothing does, and where either has no running text.
[[nodiscard]] std::optional<FlowTrouble> flow_trouble(const Template& design, const Region& before, const Region& next);

/// Adds all that stands in `next` to `chain`, after its own: heads and the picture take their places in the first region that has
/// one, the text runs on. The outline stays that of the first.
void append(Region& chain, const Region& next);

}  // namespace paiban::document
