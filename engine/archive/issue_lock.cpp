#include "archive/issue_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cstring>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::archive {
namespace {

constexpr mode_t usual_mode = 0666;  // less the user's mask

/// Whether the file that we have locked is still the one of that name: its last holder deleted it when he let go.
bool still_stands(const Descriptor& file, const std::filesystem::path& path) {
  struct stat ours {
  }, named{};
  return ::fstat(file.number(), &ours) == 0 && ::stat(path.c_str(), &named) == 0 && ours.st_ino == named.st_ino &&
         ours.st_dev == named.st_dev;
}

tl::unexpected<Diagnostic> trouble(const std::filesystem::path& path) {
  return tl::unexpected(Diagnostic{Code::cannot_write, {}, {path.string(), ::strerrordesc_np(errno)}, {}, {}});
}

}  // namespace

std::filesystem::path IssueLock::file_of(const std::filesystem::path& target) {
  return target.parent_path() / ('.' + target.filename().string() + ".lock");
}

Result<std::optional<IssueLock>> IssueLock::take(const std::filesystem::path& target) {
  const std::filesystem::path path = file_of(target);
  while (true) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, usual_mode));
    if (!file.is_open()) return trouble(path);
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return std::nullopt;
      return trouble(path);
    }
    if (still_stands(file, path)) return IssueLock(std::move(file), path);
  }
}

IssueLock::~IssueLock() {
  if (file_.is_open()) ::unlink(path_.c_str());  // before it is let go: nobody else can hold it yet
}

}  // namespace paiban::archive
