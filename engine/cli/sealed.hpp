#pragma once
// --sealed: what is printed is what was read.

#include <optional>
#include <string>
#include <vector>

#include "cli/issue_wish.hpp"
#include "seal/seals.hpp"

namespace paiban::cli {

/// Adds --sealed to `line`.
void add_sealed_option(CLI::App& line, bool& sealed, Session& session);

/// The seals beside `issue`, none where it has no such file; nullopt after reporting why they cannot be read.
[[nodiscard]] std::optional<std::vector<seal::Seal>> read_seals(const std::string& issue, Session& session);

/// The seal 付印 of an issue, and how its files lay before anything was read.
class SealWatch {
 public:
  /// To be called first. Nullopt after reporting that the last seal is not 付印.
  [[nodiscard]] static std::optional<SealWatch> begin(const IssueWish& wish, Session& session);

  /// To be called when the issue is set: whether all files are those that were sealed, and lay still while they were read. Every
  /// one that is not is reported. `icc`: PdfWish::icc.
  [[nodiscard]] bool holds(const SetIssue& issue, const std::string& icc, Session& session) const;
  /// To be called when all is drawn: whether they lie as they did; faces are read until then.
  [[nodiscard]] bool lies_still(Session& session) const;

 private:
  struct Standing {  ///< of a file: nothing can be written to it, and no other take its place, without a change of these
    std::uint64_t device = 0, node = 0;
    std::int64_t size = -1, seconds = 0, nanoseconds = 0;
    friend bool operator==(const Standing&, const Standing&) = default;
  };
  void report(const seal::Change& change, Session& session) const;
  [[nodiscard]] static Standing standing_of(const std::filesystem::path& path);

  Request request_;
  seal::Seal seal_;
  std::vector<Standing> before_;  ///< by Seal::files
};

}  // namespace paiban::cli
