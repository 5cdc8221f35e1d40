#include "render/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/descriptor.hpp"
#include "base/message_table.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;

constexpr int most_names_tried = 100;  // of files that killed runs with our process id may have left
constexpr mode_t usual_mode = 0666;    // less the user's mask, as for any file a program makes

/// The new file, until it has become the target: whatever happens before, it goes away.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    const int kept = errno;  // the first failure is the one reported
    if (!path_.empty()) ::unlink(path_.c_str());
    errno = kept;
  }

  [[nodiscard]] const fs::path& path() const { return path_; }
  void move_to(fs::path path) { path_ = std::move(path); }
  [[nodiscard]] bool becomes(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  fs::path path_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool has_length(int descriptor, std::size_t length) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return false;
  if (static_cast<std::size_t>(status.st_size) == length) return true;
  errno = EIO;
  return false;
}

bool syncs(const fs::path& folder) {
  Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems know no way to sync a folder and say EINVAL; they keep the rename by themselves.
  return directory.is_open() && (::fsync(directory.number()) == 0 || errno == EINVAL);
}

bool write_to_disk(Descriptor& file, std::string_view bytes) {
  return write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && has_length(file.number(), bytes.size()) &&
         file.close();
}

// Not strerror: its words would follow the locale.
tl::unexpected<Diagnostic> cannot_write(const fs::path& target) {
  return tl::unexpected(Diagnostic{Code::cannot_write, {}, {target.string(), ::strerrordesc_np(errno)}, {}, {}});
}

/// Opens a file of a name that nothing else has. The name is short: the target's own may be as long as names can be.
int open_draft(const fs::path& folder, Draft& draft) {
  for (int attempt = 0; attempt < most_names_tried; ++attempt) {
    const fs::path path = folder / (".paiban-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part");
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, usual_mode);
    if (descriptor >= 0) draft.move_to(path);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

/// `old`: the file to be replaced, nullptr where there is none.
bool replace_file(const fs::path& target, const struct stat* old, std::string_view bytes) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  Draft draft{fs::path()};
  Descriptor file(open_draft(folder, draft));
  if (!file.is_open()) return false;
  if (old != nullptr && ::fchmod(file.number(), old->st_mode & ~static_cast<mode_t>(S_IFMT)) != 0) return false;
  return write_to_disk(file, bytes) && draft.becomes(target) && syncs(folder);
}

bool write_straight(const fs::path& target, std::string_view bytes) {
  Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  return file.is_open() && write_all(file.number(), bytes) && file.close();
}

/// A link stays a link: the file it leads to is replaced.
fs::path behind_links(const fs::path& target) {
  std::error_code none;
  const fs::path real = fs::is_symlink(target, none) ? fs::canonical(target, none) : fs::path();
  return real.empty() ? target : real;
}

bool write_anywhere(const fs::path& target, std::string_view bytes) {
  if (target == "-") return write_all(STDOUT_FILENO, bytes);
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) return false;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return false;
  }
  if (exists && !S_ISREG(status.st_mode)) return write_straight(target, bytes);
  return replace_file(behind_links(target), exists ? &status : nullptr, bytes);
}

}  // namespace

Result<void> write_file(const fs::path& target, std::string_view bytes) {
  errno = 0;
  if (write_anywhere(target, bytes)) return {};
  return cannot_write(target);
}

Result<void> write_new_file(const fs::path& file, std::string_view bytes) {
  errno = 0;
  Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, usual_mode));
  if (made.is_open() && write_to_disk(made, bytes)) return {};
  return cannot_write(file);
}

Result<void> sync_folder(const fs::path& folder) {
  errno = 0;
  if (syncs(folder)) return {};
  return cannot_write(folder);
}

}  // namespace paiban::render
