#include "render/output_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "base/message_table.hpp"
#include "unit/render/pieces.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;

std::string reason_of(const Result<void>& result) { return result ? "written" : result.error().arguments.back(); }

TEST(OutputFile, writes_new_files_and_replaces_old_ones) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "page.pdf";
  EXPECT_TRUE(write_file(file, "first"));
  EXPECT_EQ(bytes_of(file), "first");
  EXPECT_TRUE(write_file(file, "second, and longer"));
  EXPECT_EQ(bytes_of(file), "second, and longer");
  EXPECT_EQ(folder.count(), 1U);
}

TEST(OutputFile, keeps_the_permissions_of_what_it_replaces) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "page.pdf";
  ASSERT_TRUE(write_file(file, "first"));
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  ASSERT_TRUE(write_file(file, "second"));
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

TEST(OutputFile, a_name_may_be_as_long_as_names_can_be) {
  const ScratchFolder folder;
  EXPECT_TRUE(write_file(folder.path() / std::string(NAME_MAX, 'n'), "x"));
  EXPECT_EQ(reason_of(write_file(folder.path() / std::string(NAME_MAX + 1, 'n'), "x")), "File name too long");
  EXPECT_EQ(folder.count(), 1U);
}

TEST(OutputFile, a_link_stays_a_link) {
  const ScratchFolder folder;
  const fs::path real = folder.path() / "12184.pdf";
  const fs::path link = folder.path() / "today.pdf";
  ASSERT_TRUE(write_file(real, "old"));
  fs::create_symlink("12184.pdf", link);
  EXPECT_TRUE(write_file(link, "new"));
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(bytes_of(real), "new");
}

TEST(OutputFile, a_full_disk_is_told) {
  const auto result = write_file("/dev/full", "x");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::cannot_write);
  EXPECT_EQ(reason_of(result), "No space left on device");
}

/// Lets no file grow beyond `bytes`: writing fails half way, as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit old_{};
};

TEST(OutputFile, after_a_failure_the_old_file_stands_and_nothing_else) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "page.pdf";
  ASSERT_TRUE(write_file(file, "old"));
  {
    const FileSizeLimit limit(4096);
    EXPECT_EQ(reason_of(write_file(file, std::string(10'000, 'x'))), "File too large");
    EXPECT_FALSE(write_file(folder.path() / "other.pdf", std::string(10'000, 'x')));
  }
  EXPECT_EQ(bytes_of(file), "old");
  EXPECT_EQ(folder.count(), 1U);
}

TEST(OutputFile, folders_that_cannot_be_written_are_told) {
  const ScratchFolder folder;
  EXPECT_EQ(reason_of(write_file(folder.path(), "x")), "Is a directory");
  EXPECT_EQ(reason_of(write_file(folder.path() / "none" / "page.pdf", "x")), "No such file or directory");
  ASSERT_TRUE(write_file(folder.path() / "file", "x"));
  EXPECT_EQ(reason_of(write_file(folder.path() / "file" / "page.pdf", "x")), "Not a directory");
  EXPECT_FALSE(write_file("/proc/page.pdf", "x"));  // refused to root too
  if (::geteuid() == 0) return;                     // to whom no folder is read-only
  const fs::path closed = folder.path() / "closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(reason_of(write_file(closed / "page.pdf", "x")), "Permission denied");
}

TEST(OutputFile, what_a_killed_run_left_is_in_nobodys_way) {
  const ScratchFolder folder;
  const auto left = ".paiban-" + std::to_string(::getpid()) + "-0.part";
  std::ofstream(folder.path() / left) << "half";
  EXPECT_TRUE(write_file(folder.path() / "page.pdf", "whole"));
  EXPECT_EQ(bytes_of(folder.path() / "page.pdf"), "whole");
}

TEST(OutputFile, a_dash_is_standard_output) {
  const ScratchFolder folder;
  const int old = ::dup(STDOUT_FILENO);
  const int file = ::open((folder.path() / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  std::fflush(stdout);
  ::dup2(file, STDOUT_FILENO);
  const auto written = write_file("-", "page");
  ::dup2(old, STDOUT_FILENO);
  ::close(file);
  ::close(old);
  EXPECT_TRUE(written);
  EXPECT_EQ(bytes_of(folder.path() / "out"), "page");
}

}  // namespace
}  // namespace paiban::render
