#include "base/mapped_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace paiban {
namespace {

TEST(MappedFile, IsChangedInMemoryAlone) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / ("mapped-" + std::to_string(::getpid()));
  std::ofstream(path) << "as it was";
  {
    const auto other = MappedFile::open(path, 100);
    const auto file = MappedFile::open(path, 100, MappedFile::Access::change);
    ASSERT_TRUE(file && other);
    file->changeable()[0] = std::byte{'X'};
    EXPECT_EQ(file->bytes()[0], std::byte{'X'});
    EXPECT_EQ(other->bytes()[0], std::byte{'a'});
  }
  EXPECT_EQ(read_whole(path, 100).value(), "as it was");
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace paiban
