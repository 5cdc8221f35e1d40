#pragma once
// What a run says of itself in the end: a line of JSON for the run, then one an issue, by path. No clock, no place, no order of
// workers is in it: the same archive gives the same manifest.

#include <filesystem>
#include <string>
#include <vector>

#include "archive/job_list.hpp"
#include "archive/outcome.hpp"
#include "archive/wish.hpp"
#include "base/diagnostic.hpp"

namespace paiban::archive {

struct ManifestEntry {
  std::string path;
  std::string name;  ///< of its folder; empty: it could not be read
  Outcome outcome;
};

/// "manifest.jsonl", of a shard "manifest-3-of-8.jsonl".
[[nodiscard]] std::string manifest_name(const Shard& shard);

/// `entries` by path.
[[nodiscard]] std::string manifest_text(const RunWish& wish, const std::vector<ManifestEntry>& entries);

/// The manifests of all shards in `folder` as the manifest of the whole. Errors: manifest_part_missing, manifest_malformed,
/// and issue_twice_in_run, where two shards made issues of one name, which no shard can see for itself.
[[nodiscard]] Result<std::string> merged_manifests(const std::filesystem::path& folder);

}  // namespace paiban::archive
