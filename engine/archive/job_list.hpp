#pragma once
// Which issues a run makes, in which order, and which of them a shard makes.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::archive {

/// An issue to be made.
struct Job {
  std::filesystem::path file;  ///< where it is, for this process
  std::string path;            ///< as the run speaks of it: below the searched folder, or as the list has it
  friend bool operator==(const Job&, const Job&) = default;
};

/// The issues below `folder`, by path: every issue.xml, and where a folder has none of that name, its *.xml that begin as an
/// issue does. Hidden folders, links to folders and `output` are passed by. Error: cannot_read, for a folder that cannot be
/// searched: a part of an archive must not be left out in silence.
[[nodiscard]] Result<std::vector<Job>> find_jobs(const std::filesystem::path& folder, const std::filesystem::path& output);

/// The issues that `list` names, by path, each once: one a line, relative to `base`; empty lines and lines that begin with # say
/// nothing.
[[nodiscard]] std::vector<Job> listed_jobs(std::string_view list, const std::filesystem::path& base);

/// 分片: part `index` of `count`, counted from 1.
struct Shard {
  std::uint32_t index = 1, count = 1;
  friend bool operator==(const Shard&, const Shard&) = default;
};
inline constexpr std::uint32_t most_shards = 9'999;

/// "3/8".
[[nodiscard]] std::optional<Shard> shard_of(std::string_view text);

/// By a sum of the path, not by the place in the list: each shard decides by itself, so an issue that is added while shards run
/// (or that one of them does not see) puts no other one into two shards or none. They come out even to a few per cent.
[[nodiscard]] bool falls_into(const Job& job, const Shard& shard);

}  // namespace paiban::archive
