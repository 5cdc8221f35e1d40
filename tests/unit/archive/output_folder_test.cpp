#include "archive/output_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "archive/issue_lock.hpp"
#include "base/message_table.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

class Output : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(path_); }
  void TearDown() override { fs::remove_all(path_); }

  [[nodiscard]] std::set<std::string> names(const fs::path& folder) const {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.insert(entry.path().filename().string());
    return found;
  }
  [[nodiscard]] static std::string bytes(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void put(const std::string& name, const std::string& text) {
    auto draft = FolderDraft::begin(path_ / name);
    ASSERT_TRUE(draft);
    ASSERT_TRUE(draft->add("data/a.txt", text));
    ASSERT_TRUE(draft->put_in_place());
  }

  fs::path path_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(Output, AFolderTakesTheOlderOnesPlace) {
  put("x", "first");
  EXPECT_EQ(bytes(path_ / "x/data/a.txt"), "first");
  std::ofstream(path_ / "x/data/stray") << "x";
  put("x", "second");
  EXPECT_EQ(bytes(path_ / "x/data/a.txt"), "second");
  EXPECT_EQ(names(path_ / "x/data"), std::set<std::string>{"a.txt"});
  EXPECT_EQ(names(path_), std::set<std::string>{"x"});
}

TEST_F(Output, AnAbandonedDraftGoesAway) {
  put("x", "first");
  {
    auto draft = FolderDraft::begin(path_ / "x");
    ASSERT_TRUE(draft);
    ASSERT_TRUE(draft->add("data/a.txt", "second"));
    EXPECT_EQ(names(path_), (std::set<std::string>{"x", ".x.part"}));
  }
  EXPECT_EQ(names(path_), std::set<std::string>{"x"});
  EXPECT_EQ(bytes(path_ / "x/data/a.txt"), "first");
}

TEST_F(Output, ALockIsHeldByOne) {
  {
    const auto lock = IssueLock::take(path_ / "x");
    ASSERT_TRUE(lock && *lock);
    const auto other = IssueLock::take(path_ / "x");
    ASSERT_TRUE(other);
    EXPECT_FALSE(*other);
  }
  EXPECT_TRUE(names(path_).empty());
  const auto again = IssueLock::take(path_ / "x");
  EXPECT_TRUE(again && *again);
  EXPECT_EQ(IssueLock::take(path_ / "no" / "such").error().code, Code::cannot_write);
}

TEST_F(Output, ASweepTakesWhatNobodyHolds) {
  fs::create_directories(path_ / "2025" / ".a.part" / "data");
  fs::create_directories(path_ / "2025" / ".b.part");
  fs::create_directories(path_ / "2025" / ".c.old" / "data");
  fs::create_directories(path_ / "2025" / ".d.old");
  fs::create_directories(path_ / "2025" / "d");
  std::ofstream(path_ / ".manifest.jsonl.part") << "x";
  {
    const auto held = IssueLock::take(path_ / "2025" / "b");
    sweep(path_);
    EXPECT_EQ(names(path_ / "2025"), (std::set<std::string>{".b.lock", ".b.part", "c", "d"}));
  }
  sweep(path_);
  EXPECT_EQ(names(path_ / "2025"), (std::set<std::string>{"c", "d"}));
  EXPECT_EQ(names(path_), std::set<std::string>{"2025"});
}

}  // namespace
}  // namespace paiban::archive
