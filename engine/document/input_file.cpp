#include "document/input_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

// Owns a file descriptor; -1 is none.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

// O_NONBLOCK: to open a pipe must not wait for its writer; for regular files it means nothing.
constexpr int how_to_open = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

bool is_regular(const Descriptor& file) {
  struct stat status {};
  return ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
}

std::size_t size_of(const Descriptor& file) {
  struct stat status {};
  return ::fstat(file.number(), &status) == 0 && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

Diagnostic trouble(Code code, FileId file, std::vector<std::string> arguments) {
  return {code, SourcePlace{file, 0, 0}, std::move(arguments), {}, {}};
}

Diagnostic unreadable(FileId file, const Report& report, int error) {
  return trouble(Code::cannot_read, file, {std::string(report.path(file)), std::generic_category().message(error)});
}

Diagnostic too_big(FileId file, std::size_t most_bytes) {
  return trouble(Code::file_too_big, file, {fmt::to_string(most_bytes >> 20U)});
}

// Reads to the end. A file may grow while it is read, and a pipe tells no size: the limit holds here too.
Result<std::string> read_all(const Descriptor& source, std::size_t most_bytes, FileId file, const Report& report) {
  constexpr std::size_t chunk = 65'536;
  std::string bytes;
  std::array<char, chunk> buffer{};
  while (true) {
    const ssize_t got = ::read(source.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(unreadable(file, report, errno));
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most_bytes) return tl::unexpected(too_big(file, most_bytes));
  }
}

Result<std::string> read_regular(const Descriptor& source, std::size_t most_bytes, FileId file, const Report& report) {
  if (!is_regular(source)) return tl::unexpected(trouble(Code::file_not_regular, file, {std::string(report.path(file))}));
  if (size_of(source) > most_bytes) return tl::unexpected(too_big(file, most_bytes));
  return read_all(source, most_bytes, file, report);
}

// ---- below a folder ----

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '/')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.starts_with('/')) return false;
  // A backslash or a colon makes a path of another system, or an address of the net.
  if (name.find_first_of(std::string_view("\\:\0", 3)) != std::string_view::npos) return false;
  return std::ranges::none_of(parts_of(name),
                              [](const std::string& part) { return part.empty() || part == "." || part == ".."; });
}

// For kernels without openat2, and sandboxes that refuse it: one folder after the other, none through a link.
Descriptor open_step_by_step(int folder, std::string_view name) {
  const std::vector<std::string> parts = parts_of(name);
  Descriptor at(::fcntl(folder, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  for (std::size_t i = 0; i < parts.size() && at.open(); ++i) {
    const bool last = i + 1 == parts.size();
    at = Descriptor(::openat(at.number(), parts[i].c_str(), how_to_open | O_NOFOLLOW | (last ? 0 : O_DIRECTORY)));
  }
  return at;
}

Descriptor open_below(const std::filesystem::path& folder, std::string_view name) {
  const std::string folder_name = folder.empty() ? "." : folder.string();
  const Descriptor base(::open(folder_name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!base.open()) return Descriptor(-1);
  open_how how{};
  how.flags = static_cast<std::uint64_t>(how_to_open);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  const std::string file_name(name);
  const long number = ::syscall(SYS_openat2, base.number(), file_name.c_str(), &how, sizeof how);
  if (number >= 0) return Descriptor(static_cast<int>(number));
  if (errno == ENOSYS || errno == EPERM) return open_step_by_step(base.number(), name);
  return Descriptor(-1);
}

// ELOOP: a link on the way (ENOTDIR from the step by step way, where the link stands for a folder); EXDEV: out of the folder.
bool met_a_link(int error, const std::filesystem::path& folder, std::string_view name) {
  if (error == ELOOP || error == EXDEV) return true;
  std::error_code ignored;
  std::filesystem::path way = folder;
  for (const std::string& part : parts_of(name)) {
    way /= part;
    if (std::filesystem::is_symlink(way, ignored)) return true;
  }
  return false;
}

}  // namespace

Result<std::string> read_input(const std::filesystem::path& path, std::size_t most_bytes, Report& report) {
  const FileId file = report.file(path.string());
  if (path == "-") return read_all(Descriptor(STDIN_FILENO), most_bytes, file, report);
  const Descriptor source(::open(path.c_str(), how_to_open));
  if (!source.open()) return tl::unexpected(unreadable(file, report, errno));
  return read_regular(source, most_bytes, file, report);
}

Inside look_inside(const std::filesystem::path& folder, std::string_view name) {
  if (!is_safe_name(name)) return Inside::unsafe;
  const Descriptor found = open_below(folder, name);
  const int error = errno;
  if (!found.open()) return met_a_link(error, folder, name) ? Inside::unsafe : Inside::missing;
  return is_regular(found) ? Inside::usable : Inside::unsafe;
}

Result<std::string> read_inside(const std::filesystem::path& folder, std::string_view name, std::size_t most_bytes, FileId file,
                                const Report& report) {
  const Descriptor source = open_below(folder, name);
  if (!source.open()) return tl::unexpected(unreadable(file, report, errno));
  return read_regular(source, most_bytes, file, report);
}

}  // namespace paiban::document
