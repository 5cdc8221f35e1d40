#pragma once
// What render, fit and check have in common: an issue, and perhaps another template.

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "engine.hpp"

namespace paiban::cli {

struct IssueWish {
  std::string issue;        ///< "-": standard input
  std::string template_id;  ///< empty: the issue's own
  Profile profile = Profile::proof;
};

/// Whether --profile is the user's to choose.
enum class ProfileOption : std::uint8_t { offered, none };

/// Adds ISSUE, --template, --profile and --strict to `line`.
void add_issue_options(CLI::App& line, IssueWish& wish, Session& session, ProfileOption profile = ProfileOption::offered);

/// The issue set; nullopt after reporting why it cannot be.
struct SetIssue {
  Data data;
  Edition edition;
};
[[nodiscard]] std::optional<SetIssue> set_issue(const IssueWish& wish, Session& session);

}  // namespace paiban::cli
