#pragma once
// From an issue's XML to an Issue.

#include <filesystem>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/issue_file.hpp"

namespace paiban::document {

/// Reads the issue at `path` ("-": standard input, its folder the current one), its copy files and the names of its pictures.
///
/// Strict: what the vocabulary does not know, a value that is none, a path that leaves the issue's folder, more than
/// TextBudget::most_characters make it fail. All such faults are found in one run: the last is the error, the others stand in
/// `report`, with the warnings of normalisation. A picture or copy file that is not there is reported, and the issue comes
/// without it.
[[nodiscard]] Result<Issue> read_issue(const std::filesystem::path& path, Report& report);

/// The same where the file was read before: what stands in its layouts is read later (issue_layouts.hpp).
[[nodiscard]] Result<Issue> read_issue(const IssueFile& file, Report& report);

/// The same for bytes at hand, spoken of as `name`; pictures and copy files are looked for below `folder`.
[[nodiscard]] Result<Issue> parse_issue(std::string bytes, std::string_view name, const std::filesystem::path& folder,
                                        Report& report);

}  // namespace paiban::document
