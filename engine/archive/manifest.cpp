#include "archive/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "archive/json.hpp"
#include "base/mapped_file.hpp"
#include "base/message_table.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_manifest_bytes = std::size_t{1} << 30U;
constexpr std::string_view part_start = "manifest-", part_middle = "-of-", part_end = ".jsonl";
constexpr const char* bad = "bad";

Json head_json(const RunWish& wish, std::size_t issues, std::size_t bad_ones) {
  Json profiles = Json::array();
  for (const PdfProfile& pdf : wish.pdfs) profiles.push_back(pdf.name);
  return Json{{"engine", wish.engine},
              {"profiles", std::move(profiles)},
              {"bag", wish.contents == Contents::bag},
              {"issues", issues},
              {"bad", bad_ones}};
}

bool stands(const Outcome& outcome) { return outcome.state == State::made || outcome.state == State::kept; }

Json entry_json(const ManifestEntry& entry) {
  const Outcome& outcome = entry.outcome;
  Json json{{"path", entry.path}, {"status", stands(outcome) ? "made" : bad}, {"issue", entry.name}};
  if (stands(outcome)) {
    json["pages"] = outcome.pages;
    json["inputs"] = outcome.inputs;
    json["record"] = outcome.record;
    json["pdfs"] = outcome.pdfs;
  }
  json["diagnostics"] = complaints_json(outcome.complaints);
  return json;
}

/// 3 of 8, of "manifest-3-of-8.jsonl".
std::optional<Shard> part_by(std::string_view name) {
  const std::size_t middle = name.find(part_middle);
  if (!name.starts_with(part_start) || !name.ends_with(part_end) || middle == std::string_view::npos) return std::nullopt;
  std::string numbers(name.substr(part_start.size(), name.size() - part_start.size() - part_end.size()));
  const auto shard = shard_of(numbers.replace(middle - part_start.size(), part_middle.size(), "/"));
  return shard && manifest_name(*shard) == name ? shard : std::nullopt;
}

tl::unexpected<Diagnostic> malformed(const std::string& name, std::string why) {
  return tl::unexpected(Diagnostic{Code::manifest_malformed, {}, {name, std::move(why)}, {}, {}});
}

/// What the parts have in common, and the lines of all of them by path.
struct Merged {
  Json run;  ///< the head without its counts
  std::size_t bad_ones = 0;
  std::map<std::string, std::string> lines;
  std::map<std::string, std::string> paths;  // of what was made, by name
};

Result<void> add_entry(const std::string& part, std::string_view line, Merged& merged) {
  const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("path") || !json.contains("issue") || !json.contains("status"))
    return malformed(part, std::string(line));
  const std::string path = json["path"], name = json["issue"];
  if (!merged.lines.emplace(path, line).second) return malformed(part, path);
  if (json["status"] == bad) return {};
  if (const auto [first, is_new] = merged.paths.emplace(name, path); !is_new)
    return tl::unexpected(Diagnostic{Code::issue_twice_in_run, {}, {path, first->second}, {}, {}});
  return {};
}

/// The first line of a part: all say the same of the run. Gives how many lines follow.
Result<std::size_t> add_head(const std::string& part, std::string_view line, Merged& merged) {
  Json head = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!head.is_object() || !head.contains("issues") || !head.contains("bad")) return malformed(part, std::string(line));
  const std::size_t issues = head["issues"];
  merged.bad_ones += head["bad"].get<std::size_t>();
  head.erase("issues");
  head.erase("bad");
  if (!merged.run.is_null() && merged.run != head) return malformed(part, std::string(line));
  merged.run = std::move(head);
  return issues;
}

Result<void> add_part(const std::string& part, std::string_view text, Merged& merged) {
  std::size_t expected = 0, found = 0;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return malformed(part, std::string(text));
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (first) {
      const auto issues = add_head(part, line, merged);
      if (!issues) return tl::unexpected(issues.error());
      expected = *issues;
    } else if (auto added = add_entry(part, line, merged); !added) {
      return added;
    } else {
      ++found;
    }
  }
  if (found != expected || merged.run.is_null()) return malformed(part, fmt::format("{} / {}", found, expected));
  return {};
}

/// How many parts there are to be; the names of one count only.
Result<std::uint32_t> count_parts(const fs::path& folder) {
  std::uint32_t count = 0;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    const auto part = part_by(name);
    if (!part) continue;
    if (count != 0 && part->count != count) return malformed(name, fmt::format("{} / {}", part->count, count));
    count = part->count;
  }
  if (failed) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {folder.string(), failed.message()}, {}, {}});
  if (count == 0) return tl::unexpected(Diagnostic{Code::manifest_part_missing, {}, {"manifest-I-of-N.jsonl"}, {}, {}});
  return count;
}

}  // namespace

std::string manifest_name(const Shard& shard) {
  if (shard.count == 1) return "manifest.jsonl";
  return fmt::format("{}{}{}{}{}", part_start, shard.index, part_middle, shard.count, part_end);
}

std::string manifest_text(const RunWish& wish, const std::vector<ManifestEntry>& entries) {
  const auto bad_ones = std::ranges::count_if(entries, [](const ManifestEntry& entry) { return !stands(entry.outcome); });
  std::string text = text_of(head_json(wish, entries.size(), static_cast<std::size_t>(bad_ones))) + '\n';
  for (const ManifestEntry& entry : entries) text += text_of(entry_json(entry)) + '\n';
  return text;
}

Result<std::string> merged_manifests(const fs::path& folder) {
  const auto count = count_parts(folder);
  if (!count) return tl::unexpected(count.error());
  Merged merged;
  for (std::uint32_t index = 1; index <= *count; ++index) {
    const std::string name = manifest_name({index, *count});
    const auto text = read_whole(folder / name, most_manifest_bytes);
    if (!text) return tl::unexpected(Diagnostic{Code::manifest_part_missing, {}, {name}, {}, {}});
    if (auto added = add_part(name, *text, merged); !added) return tl::unexpected(std::move(added).error());
  }
  merged.run["issues"] = merged.lines.size();
  merged.run["bad"] = merged.bad_ones;
  std::string text = text_of(merged.run) + '\n';
  for (const auto& [path, line] : merged.lines) text += line + '\n';
  return text;
}

}  // namespace paiban::archive
