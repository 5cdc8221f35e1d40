#include "render/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;

constexpr int most_names_tried = 100;  // of files that killed runs with our process id may have left
constexpr mode_t usual_mode = 0666;    // less the user's mask, as for any file a program makes

/// Keeps errno over the tidying up, so that the first failure is the one reported.
class KeptErrno {
 public:
  KeptErrno() = default;
  KeptErrno(const KeptErrno&) = delete;
  KeptErrno& operator=(const KeptErrno&) = delete;
  ~KeptErrno() { errno = value_; }

 private:
  int value_ = errno;
};

/// A descriptor that is closed with its errors seen, or in passing.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    const KeptErrno kept;
    static_cast<void>(close());
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

/// The new file, until it has become the target: whatever happens before, it goes away.
class Draft {
 public:
  explicit Draft(fs::path path) : path_(std::move(path)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    const KeptErrno kept;
    if (!path_.empty()) ::unlink(path_.c_str());
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

bool sync_folder(const fs::path& folder) {
  Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems know no way to sync a folder and say EINVAL; they keep the rename by themselves.
  return directory.is_open() && (::fsync(directory.number()) == 0 || errno == EINVAL);
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
  return write_all(file.number(), bytes) && ::fsync(file.number()) == 0 && has_length(file.number(), bytes.size()) &&
         file.close() && draft.becomes(target) && sync_folder(folder);
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
  // Not strerror: its words would follow the locale.
  const char* reason = ::strerrordesc_np(errno);
  return tl::unexpected(Diagnostic{Code::cannot_write, {}, {target.string(), reason}, {}, {}});
}

}  // namespace paiban::render
