// Folders are written whole, and nothing that is not ours is deleted.

#include "render/output_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/message_table.hpp"
#include "pieces.hpp"
#include "render/new_file.hpp"

namespace paiban::render {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view maker = "test";

std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(folder))
    if (each.is_regular_file()) files[each.path().lexically_relative(folder).generic_string()] = bytes_of(each.path());
  return files;
}

Result<void> write(const fs::path& folder, std::string_view index) {
  return write_folder(folder, std::vector<FolderFile>{{"index.html", index}, {"a/b/c.txt", "c"}}, maker);
}

TEST(WriteFolder, WritesAllFilesAndTheirList) {
  const ScratchFolder scratch;
  ASSERT_TRUE(write(scratch.path() / "new", "one"));
  const auto files = files_in(scratch.path() / "new");
  EXPECT_EQ(files.size(), 3U);
  EXPECT_EQ(files.at("a/b/c.txt"), "c");
  EXPECT_TRUE(files.at("files.sha256")
                  .starts_with("# test\n7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  index.html\n"));
  EXPECT_EQ(scratch.count(), 1U);
}

TEST(WriteFolder, ReplacesItsOwnWithNothingLeft) {
  const ScratchFolder scratch;
  const fs::path folder = scratch.path() / "edition";
  ASSERT_TRUE(write(folder, "one"));
  ASSERT_TRUE(write_folder(folder, std::vector<FolderFile>{{"index.html", "two"}}, maker));
  EXPECT_EQ(files_in(folder).size(), 2U);
  EXPECT_EQ(files_in(folder).at("index.html"), "two");
  EXPECT_EQ(scratch.count(), 1U);
}

TEST(WriteFolder, TakesAnEmptyFolderAndAFolderBehindALink) {
  const ScratchFolder scratch;
  fs::create_directory(scratch.path() / "real");
  fs::create_directory_symlink(scratch.path() / "real", scratch.path() / "link");
  ASSERT_TRUE(write(scratch.path() / "link", "one"));
  EXPECT_TRUE(fs::is_symlink(scratch.path() / "link"));
  EXPECT_EQ(files_in(scratch.path() / "real").at("index.html"), "one");
}

TEST(WriteFolder, LeavesWhatItDidNotWrite) {
  for (const bool with_list : {false, true}) {
    const ScratchFolder scratch;
    const fs::path folder = scratch.path() / "mine";
    if (with_list) {
      ASSERT_TRUE(write(folder, "one"));
    }
    fs::create_directories(folder / "deep");
    std::ofstream(folder / "deep/thesis.txt") << "years";
    const auto before = files_in(folder);
    const auto written = write(folder, "two");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::folder_foreign);
    EXPECT_EQ(written.error().arguments.back(), "deep/thesis.txt");
    EXPECT_EQ(files_in(folder), before);
    EXPECT_EQ(scratch.count(), 1U);
  }
}

TEST(WriteFolder, LeavesNothingWhereItFails) {
  const ScratchFolder scratch;
  const std::vector<FolderFile> impossible{{"a", "file"}, {"a/b", "below a file"}};
  EXPECT_FALSE(write_folder(scratch.path() / "new", impossible, maker));
  EXPECT_EQ(scratch.count(), 0U);
  std::ofstream(scratch.path() / "file") << "mine";
  EXPECT_FALSE(write(scratch.path() / "file", "one"));
  EXPECT_EQ(bytes_of(scratch.path() / "file"), "mine");
}

TEST(WriteIfAbsent, NeverTakesAnothersPlace) {
  const ScratchFolder scratch;
  const fs::path file = scratch.path() / "page.pdf";
  EXPECT_EQ(write_if_absent(file, "one"), true);
  EXPECT_EQ(write_if_absent(file, "two"), false);
  EXPECT_EQ(bytes_of(file), "one");
  EXPECT_EQ(scratch.count(), 1U);
  EXPECT_FALSE(write_if_absent(scratch.path() / "none" / "page.pdf", "one"));
}

}  // namespace
}  // namespace paiban::render
