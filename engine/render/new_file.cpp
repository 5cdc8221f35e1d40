#include "render/new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/message_table.hpp"
#include "render/output_file.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;

/// Not every file system knows how to rename without replacing; a second name for one file does the same there.
bool moves(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

}  // namespace

Result<bool> write_if_absent(const fs::path& target, std::string_view bytes) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const fs::path draft = folder / fmt::format(".paiban-{}.new", ::getpid());
  if (auto written = write_file(draft, bytes); !written) {
    Diagnostic trouble = std::move(written).error();
    trouble.arguments.front() = target.string();
    return tl::unexpected(std::move(trouble));
  }
  errno = 0;
  const bool moved = moves(draft, target);
  const int error = errno;
  std::error_code ignored;
  if (!moved) fs::remove(draft, ignored);
  if (!moved && error == EEXIST) return false;
  if (!moved) return tl::unexpected(Diagnostic{Code::cannot_write, {}, {target.string(), ::strerrordesc_np(error)}, {}, {}});
  return sync_folder(folder).map([] { return true; });
}

}  // namespace paiban::render
