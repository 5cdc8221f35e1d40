#include "render/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "render/output_file.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;

constexpr int most_names_tried = 100;  // of folders that killed runs with our process id may have left
constexpr mode_t usual_mode = 0777;    // less the user's mask
constexpr std::size_t most_list_bytes = std::size_t{16} << 20U;
constexpr std::size_t sum_length = 64;
constexpr std::string_view sum_gap = "  ";  // of sha256sum, before the name

tl::unexpected<Diagnostic> cannot_write(const fs::path& path, int error) {
  return tl::unexpected(Diagnostic{Code::cannot_write, {}, {path.string(), ::strerrordesc_np(error)}, {}, {}});
}

std::string first_line(std::string_view maker) { return fmt::format("# {}\n", maker); }

std::string list_of(std::span<const FolderFile> files, std::string_view maker) {
  std::string list = first_line(maker);
  for (const FolderFile& file : files) list += fmt::format("{}{}{}\n", sha256_of(file.bytes), sum_gap, file.path);
  return list;
}

/// What the list of an older folder names; nullopt where it has none of `maker`.
std::optional<std::set<std::string>> listed(const fs::path& folder, std::string_view maker) {
  const auto list = read_whole(folder / folder_list, most_list_bytes);
  if (!list || !list->starts_with(first_line(maker))) return std::nullopt;
  std::set<std::string> names{std::string(folder_list)};
  for (std::size_t at = list->find('\n') + 1; at < list->size();) {
    const std::size_t end = std::min(list->find('\n', at), list->size());
    if (end - at > sum_length + sum_gap.size())
      names.insert(list->substr(at + sum_length + sum_gap.size(), end - at - sum_length - sum_gap.size()));
    at = end + 1;
  }
  return names;
}

/// A thing in `folder` that is not on its list: by its path inside. Empty where all is.
std::string stranger_in(const fs::path& folder, const std::set<std::string>& names) {
  std::error_code failed;
  for (fs::recursive_directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed)) {
    const std::string name = each->path().lexically_relative(folder).generic_string();
    const bool is_folder = !each->is_symlink(failed) && each->is_directory(failed);
    if (!is_folder && !names.contains(name)) return name;
  }
  return failed ? folder.string() : std::string();
}

/// `folder` and those in it that `names` lead through; inner ones after outer ones.
std::set<fs::path> folders_of(const fs::path& folder, const std::set<std::string>& names) {
  std::set<fs::path> folders{folder};
  for (const std::string& name : names)
    for (fs::path at = fs::path(name).parent_path(); !at.empty(); at = at.parent_path()) folders.insert(folder / at);
  return folders;
}

/// Deletes what `names` says and the folders that are empty then.
void remove_listed(const fs::path& folder, const std::set<std::string>& names) {
  std::error_code ignored;  // what cannot be deleted stays, and nobody is the worse for it
  for (const std::string& name : names) fs::remove(folder / name, ignored);
  const std::set<fs::path> folders = folders_of(folder, names);
  for (auto each = folders.rbegin(); each != folders.rend(); ++each) ::rmdir(each->c_str());
}

/// The new folder, until it has become the target: whatever happens before, it goes away.
class DraftFolder {
 public:
  explicit DraftFolder(const fs::path& parent) {
    for (int attempt = 0; attempt < most_names_tried && path_.empty(); ++attempt) {
      const fs::path path = parent / fmt::format(".paiban-{}-{}.part", ::getpid(), attempt);
      if (::mkdir(path.c_str(), usual_mode) == 0)
        path_ = path;
      else if (errno != EEXIST)
        break;
    }
  }
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;
  ~DraftFolder() {
    const int kept = errno;
    if (!path_.empty()) remove_listed(path_, names_);
    errno = kept;
  }

  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::set<fs::path> folders() const { return folders_of(path_, names_); }
  void note(std::string name) { names_.insert(std::move(name)); }
  /// From now on `names` are what is deleted in the end: those of the folder whose place was taken.
  void holds(std::set<std::string> names) { names_ = std::move(names); }
  void release() { path_.clear(); }

 private:
  fs::path path_;
  std::set<std::string> names_;
};

Result<void> fill(DraftFolder& draft, std::span<const FolderFile> files, std::string_view maker) {
  const auto write = [&draft](const std::string& name, std::string_view bytes) -> Result<void> {
    const fs::path target = draft.path() / name;
    std::error_code failed;
    draft.note(name);
    fs::create_directories(target.parent_path(), failed);
    if (failed) return cannot_write(target.parent_path(), failed.value());
    return write_new_file(target, bytes);
  };
  for (const FolderFile& file : files)
    if (auto written = write(file.path, file.bytes); !written) return written;
  // Last: a folder with a list is whole.
  if (auto written = write(std::string(folder_list), list_of(files, maker)); !written) return written;
  for (const fs::path& folder : draft.folders())
    if (auto synced = sync_folder(folder); !synced) return synced;
  return {};
}

/// Puts `draft` where `folder` is; afterwards `draft` is the older one. Not every file system does it in one step.
bool exchange(const fs::path& draft, const fs::path& folder) {
  if (::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  const fs::path old = fs::path(draft) += ".old";
  if (::rename(folder.c_str(), old.c_str()) != 0) return false;
  if (::rename(draft.c_str(), folder.c_str()) == 0) return ::rename(old.c_str(), draft.c_str()) == 0;
  const int error = errno;
  static_cast<void>(::rename(old.c_str(), folder.c_str()));
  errno = error;
  return false;
}

/// What may be deleted of an older `folder`; empty where there is none.
Result<std::set<std::string>> replaceable(const fs::path& folder, std::string_view maker) {
  std::error_code failed;
  const fs::file_status status = fs::status(folder, failed);
  if (status.type() == fs::file_type::not_found) return std::set<std::string>{};
  if (status.type() != fs::file_type::directory) return cannot_write(folder, ENOTDIR);
  if (fs::is_empty(folder, failed)) return std::set<std::string>{};
  const auto names = listed(folder, maker);
  const std::string stranger = stranger_in(folder, names.value_or(std::set<std::string>{}));
  if (stranger.empty()) return names.value_or(std::set<std::string>{});
  return tl::unexpected(Diagnostic{Code::folder_foreign, {}, {folder.string(), stranger}, {}, {}});
}

}  // namespace

Result<void> write_folder(const fs::path& folder, std::span<const FolderFile> files, std::string_view maker) {
  std::error_code failed;
  const fs::path said = fs::absolute(folder, failed).lexically_normal();
  const fs::path target = fs::weakly_canonical(said.has_filename() ? said : said.parent_path(), failed);  // through links
  if (failed || !target.has_filename()) return cannot_write(folder, failed ? failed.value() : EINVAL);
  auto old = replaceable(target, maker);
  if (!old) return tl::unexpected(std::move(old).error());
  fs::create_directories(target.parent_path(), failed);
  if (failed) return cannot_write(target.parent_path(), failed.value());
  DraftFolder draft(target.parent_path());
  if (draft.path().empty()) return cannot_write(folder, errno);
  if (auto filled = fill(draft, files, maker); !filled) return filled;
  if (old->empty()) {
    if (::rename(draft.path().c_str(), target.c_str()) != 0) return cannot_write(folder, errno);
    draft.release();
  } else {
    if (!exchange(draft.path(), target)) return cannot_write(folder, errno);
    draft.holds(*std::move(old));
  }
  return sync_folder(target.parent_path());
}

}  // namespace paiban::render
