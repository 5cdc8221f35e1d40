// Preloaded into the program by tests/cli/faults.py: lets one call of the system fail that writes below a folder.
//
//   FAULT_UNDER   the folder; calls elsewhere are not touched and not counted
//   FAULT_CALL    open, write, fsync, rename, mkdir, close, flock, unlink
//   FAULT_NUMBER  which one of those calls, from 1, counted in each process
//   FAULT_ERROR   the errno; 0: a write writes one byte only
//   FAULT_LOG     a file that gets a line when the fault has happened

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

const char* setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_below(std::string_view path) {
  const std::string_view folder = setting("FAULT_UNDER");
  return !folder.empty() && path.starts_with(folder);
}

bool is_below(int descriptor) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
  return length > 0 && is_below(std::string_view(path.data(), static_cast<std::size_t>(length)));
}

bool is_below(int folder, const char* path) {
  return path[0] == '/' || folder == AT_FDCWD ? is_below(std::string_view(path)) : is_below(folder);
}

/// Whether it is this call's turn to fail; errno is set then.
bool fails(std::string_view call, bool below) {
  static int count = 0;
  if (!below || call != setting("FAULT_CALL") || ++count != std::atoi(setting("FAULT_NUMBER"))) return false;
  const int log = next<int(const char*, int, ...)>("open")(setting("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  static_cast<void>(next<ssize_t(int, const void*, size_t)>("write")(log, "x\n", 2));
  next<int(int)>("close")(log);
  errno = std::atoi(setting("FAULT_ERROR"));
  return true;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (fails("open", is_below(AT_FDCWD, path))) return -1;
  return next<int(const char*, int, ...)>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (fails("open", is_below(folder, path))) return -1;
  return next<int(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}
ssize_t write(int descriptor, const void* bytes, size_t count) {
  const bool failed = fails("write", is_below(descriptor));
  if (failed && errno != 0) return -1;
  return next<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, failed && count > 1 ? 1 : count);
}
int fsync(int descriptor) { return fails("fsync", is_below(descriptor)) ? -1 : next<int(int)>("fsync")(descriptor); }
int close(int descriptor) {
  const bool failed = fails("close", is_below(descriptor));
  const int kept = errno;
  const int result = next<int(int)>("close")(descriptor);  // as Linux does it: closed all the same
  if (!failed) return result;
  errno = kept;
  return -1;
}
int flock(int descriptor, int operation) noexcept {
  return fails("flock", is_below(descriptor)) ? -1 : next<int(int, int)>("flock")(descriptor, operation);
}
int rename(const char* from, const char* to) noexcept {
  return fails("rename", is_below(AT_FDCWD, to)) ? -1 : next<int(const char*, const char*)>("rename")(from, to);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
  if (fails("rename", is_below(to_folder, to))) return -1;
  return next<int(int, const char*, int, const char*, unsigned)>("renameat2")(from_folder, from, to_folder, to, flags);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return fails("mkdir", is_below(AT_FDCWD, path)) ? -1 : next<int(const char*, mode_t)>("mkdir")(path, mode);
}
int unlink(const char* path) noexcept {
  return fails("unlink", is_below(AT_FDCWD, path)) ? -1 : next<int(const char*)>("unlink")(path);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  return fails("unlink", is_below(folder, path)) ? -1 : next<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

}  // extern "C"
