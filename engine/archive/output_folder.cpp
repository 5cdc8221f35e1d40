#include "archive/output_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "archive/issue_lock.hpp"
#include "base/message_table.hpp"
#include "render/output_file.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view draft_ending = ".part";  // being made
constexpr std::string_view old_ending = ".old";     // the older one, while a new one takes its place in two steps
constexpr std::string_view lock_ending = ".lock";
constexpr mode_t usual_mode = 0777;  // less the user's mask

fs::path beside(const fs::path& target, std::string_view ending) {
  return target.parent_path() / ('.' + target.filename().string() + std::string(ending));
}

tl::unexpected<Diagnostic> trouble(const fs::path& path, std::string reason) {
  return tl::unexpected(Diagnostic{Code::cannot_write, {}, {path.string(), std::move(reason)}, {}, {}});
}
tl::unexpected<Diagnostic> trouble(const fs::path& path) { return trouble(path, ::strerrordesc_np(errno)); }

Result<void> remove_whole(const fs::path& path) {
  std::error_code failed;
  fs::remove_all(path, failed);
  if (failed) return trouble(path, ::strerrordesc_np(failed.value()));
  return {};
}

bool stands(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// What an earlier holder of the lock left. Where it died between the two steps of an exchange, the older folder comes back.
Result<void> clear(const fs::path& target) {
  const fs::path old = beside(target, old_ending);
  if (stands(old) && !stands(target) && ::rename(old.c_str(), target.c_str()) != 0) return trouble(target);
  if (auto removed = remove_whole(old); !removed) return removed;
  return remove_whole(beside(target, draft_ending));
}

/// Every folder below `folder`, and itself: their entries are to last.
Result<void> sync_folders(const fs::path& folder) {
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (!entry->is_directory(failed)) continue;
    if (auto synced = render::sync_folder(entry->path()); !synced) return synced;
  }
  if (failed) return trouble(folder, ::strerrordesc_np(failed.value()));
  return render::sync_folder(folder);
}

/// The new folder in the older one's place, which is then what the draft was.
bool exchange(const fs::path& draft, const fs::path& target) {
  if (::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // Some file systems (NFS) exchange nothing: in two steps, between which clear() of the next run knows what to do.
  const fs::path old = beside(target, old_ending);
  if (::rename(target.c_str(), old.c_str()) != 0) return false;
  if (::rename(draft.c_str(), target.c_str()) == 0) return ::rename(old.c_str(), draft.c_str()) == 0;
  const int kept = errno;
  static_cast<void>(::rename(old.c_str(), target.c_str()));
  errno = kept;
  return false;
}

/// "NAME" of ".NAME.part": what the leaving belongs to; empty for any other file.
std::string owner_of(const std::string& name) {
  for (const std::string_view ending : {draft_ending, old_ending, lock_ending})
    if (name.starts_with('.') && name.ends_with(ending) && name.size() > ending.size() + 1)
      return name.substr(1, name.size() - ending.size() - 1);
  return {};
}

void sweep_one(const fs::path& folder) {
  std::error_code ignored;  // what cannot be looked at or taken away is met again by whoever writes there, and said then
  std::set<std::string> owners;
  for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored))
    owners.insert(owner_of(entry->path().filename().string()));
  owners.erase("");
  for (const std::string& owner : owners) {
    const auto lock = IssueLock::take(folder / owner);
    if (lock && *lock) static_cast<void>(clear(folder / owner));
  }
}

}  // namespace

FolderDraft::FolderDraft(fs::path target) : target_(std::move(target)), draft_(beside(target_, draft_ending)) {}
FolderDraft::FolderDraft(FolderDraft&& other) noexcept
    : target_(std::move(other.target_)), draft_(std::exchange(other.draft_, fs::path())) {}
FolderDraft::~FolderDraft() {
  std::error_code ignored;  // the next holder of the lock takes it away
  if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

Result<FolderDraft> FolderDraft::begin(const fs::path& target) {
  if (auto cleared = clear(target); !cleared) return tl::unexpected(std::move(cleared).error());
  FolderDraft draft(target);
  if (::mkdir(draft.draft_.c_str(), usual_mode) != 0) return trouble(draft.draft_);
  return draft;
}

Result<void> FolderDraft::add(std::string_view name, std::string_view bytes) {
  const fs::path file = draft_ / name;
  std::error_code failed;
  fs::create_directories(file.parent_path(), failed);
  if (failed) return trouble(file.parent_path(), ::strerrordesc_np(failed.value()));
  return render::write_new_file(file, bytes);
}

Result<void> FolderDraft::put_in_place() {
  if (auto synced = sync_folders(draft_); !synced) return synced;
  const bool replaces = stands(target_);
  const bool done = replaces ? exchange(draft_, target_) : ::rename(draft_.c_str(), target_.c_str()) == 0;
  if (!done) return trouble(target_);
  if (!replaces) draft_.clear();  // else it is the older folder now, and goes away with us
  return render::sync_folder(target_.parent_path());
}

Result<void> put_file(const fs::path& target, std::string_view bytes) {
  const fs::path draft = beside(target, draft_ending);
  ::unlink(draft.c_str());
  auto written = render::write_new_file(draft, bytes);
  if (written && ::rename(draft.c_str(), target.c_str()) != 0) written = trouble(target);
  if (written) return render::sync_folder(target.parent_path());
  ::unlink(draft.c_str());
  return written;
}

Result<void> make_folder(const fs::path& path) {
  if (stands(path) || path.empty()) return {};
  const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (auto made = make_folder(parent); !made) return made;
  if (::mkdir(path.c_str(), usual_mode) != 0 && errno != EEXIST) return trouble(path);
  return render::sync_folder(parent);
}

void sweep(const fs::path& output) {
  sweep_one(output);
  std::error_code ignored;
  for (fs::directory_iterator entry(output, ignored), end; !ignored && entry != end; entry.increment(ignored))
    if (entry->is_directory(ignored) && !entry->path().filename().native().starts_with('.')) sweep_one(entry->path());
}

}  // namespace paiban::archive
