#pragma once
// --overlay, of every command that shows a page's skeleton under it.

#include <vector>

#include "cli/command.hpp"
#include "paint/overlay.hpp"

namespace paiban::cli {

/// Adds --overlay LIST to `line`.
void add_overlay_option(CLI::App& line, std::vector<paint::Overlay>& overlays, const Session& session);

}  // namespace paiban::cli
