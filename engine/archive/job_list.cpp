#include "archive/job_list.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "base/descriptor.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* usual_name = "issue.xml";
/// Before it an issue may have its declaration and a comment.
constexpr std::size_t beginning_of_issue = 4096;

/// One that cannot be read is taken for one, so that it is reported and not passed by.
bool begins_as_issue(const fs::path& file) {
  std::array<char, beginning_of_issue> start{};
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  const ssize_t count = opened.is_open() ? ::read(opened.number(), start.data(), start.size()) : -1;
  return count < 0 ||
         std::string_view(start.data(), static_cast<std::size_t>(count)).find("urn:paiban:issue") != std::string_view::npos;
}

struct FolderContents {
  std::vector<fs::path> folders, sheets;  // *.xml
  bool has_usual_name = false;
};

void sort_in(const fs::directory_entry& entry, FolderContents& contents) {
  std::error_code ignored;  // what cannot be looked at is reported when it is read
  const fs::path name = entry.path().filename();
  if (entry.is_directory(ignored) && !entry.is_symlink(ignored) && !name.native().starts_with('.'))
    contents.folders.push_back(entry.path());
  if (name.extension() != ".xml" || name.native().starts_with('.') || entry.is_directory(ignored)) return;
  contents.sheets.push_back(entry.path());
  contents.has_usual_name = contents.has_usual_name || name == usual_name;
}

std::error_code look_into(const fs::path& folder, FolderContents& contents) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    sort_in(*entry, contents);
  return failed;
}

void sort_by_path(std::vector<Job>& jobs) {
  std::ranges::sort(jobs, {}, &Job::path);
  const auto twice = std::ranges::unique(jobs, {}, &Job::path);
  jobs.erase(twice.begin(), twice.end());
}

}  // namespace

Result<std::vector<Job>> find_jobs(const fs::path& folder, const fs::path& output) {
  std::vector<Job> jobs;
  std::error_code ignored;  // no such output yet: it is none of the folders
  for (std::vector<fs::path> open{folder}; !open.empty();) {
    const fs::path here = std::move(open.back());
    open.pop_back();
    if (fs::equivalent(here, output, ignored)) continue;
    FolderContents contents;
    if (const std::error_code failed = look_into(here, contents))
      return tl::unexpected(Diagnostic{Code::cannot_read, {}, {here.string(), failed.message()}, {}, {}});
    for (const fs::path& sheet : contents.sheets)
      if (contents.has_usual_name ? sheet.filename() == usual_name : begins_as_issue(sheet))
        jobs.push_back({sheet, sheet.lexically_relative(folder).generic_string()});
    std::ranges::move(contents.folders, std::back_inserter(open));
  }
  sort_by_path(jobs);
  return jobs;
}

std::vector<Job> listed_jobs(std::string_view list, const fs::path& base) {
  std::vector<Job> jobs;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with('#')) jobs.push_back({base / line, std::string(line)});
  }
  sort_by_path(jobs);
  return jobs;
}

std::optional<Shard> shard_of(std::string_view text) {
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, shard.index);
  if (index.ec != std::errc{} || index.ptr == end || *index.ptr != '/') return std::nullopt;
  const auto count = std::from_chars(index.ptr + 1, end, shard.count);
  if (count.ec != std::errc{} || count.ptr != end) return std::nullopt;
  if (shard.index < 1 || shard.index > shard.count || shard.count > most_shards) return std::nullopt;
  return shard;
}

bool falls_into(const Job& job, const Shard& shard) {
  constexpr std::size_t digits = 15;  // of the sum: 60 bits
  const std::string sum = sha256_of(job.path);
  std::uint64_t number = 0;
  std::from_chars(sum.data(), sum.data() + digits, number, 16);
  return number % shard.count == shard.index - 1;
}

}  // namespace paiban::archive
