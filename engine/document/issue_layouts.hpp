#pragma once
// The structure that a page of an issue may bring with it: <page number="1"><layout>…</layout>, in the words of a template.

#include "base/diagnostic.hpp"
#include "document/issue_file.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// Reads the <layout> of every page in `file`, an issue that read_issue() has taken, against the grid, styles, weights and
/// swatches of `design`. Fails on anything not understood and on zones that do not close: all faults but the last go to
/// `report`, the last is the error.
[[nodiscard]] Result<Layouts> read_layouts(const IssueFile& file, const Template& design, Report& report);

}  // namespace paiban::document
