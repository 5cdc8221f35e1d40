#include "cli/data_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

namespace fs = std::filesystem;

/// Folders of this test, gone afterwards.
class DataFolder : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(root_); }
  void TearDown() override { fs::remove_all(root_); }

  fs::path with_data(const char* name) {
    fs::create_directories(root_ / name / "templates");
    fs::create_directories(root_ / name / "fonts");
    std::ofstream(root_ / name / "fonts" / "catalogue.xml") << "<catalogue/>";
    return root_ / name;
  }

  fs::path root_ = fs::path(::testing::TempDir()) /
                   ("paiban-data-folder-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(DataFolder, TheOptionGoesFirst) {
  const DataPlaces places{with_data("option").string(), with_data("environment").string(), with_data("share"), with_data("tree")};
  EXPECT_EQ(find_data_folder(places).value(), root_ / "option");
}

TEST_F(DataFolder, ThenTheEnvironment) {
  const DataPlaces places{"", with_data("environment").string(), with_data("share"), with_data("tree")};
  EXPECT_EQ(find_data_folder(places).value(), root_ / "environment");
}

TEST_F(DataFolder, ThenTheInstallationThenTheTree) {
  EXPECT_EQ(find_data_folder({"", "", with_data("share"), with_data("tree")}).value(), root_ / "share");
  EXPECT_EQ(find_data_folder({"", "", root_ / "gone", with_data("tree")}).value(), root_ / "tree");
}

TEST_F(DataFolder, AWrongOptionIsNotPassedOver) {
  const auto found = find_data_folder({(root_ / "gone").string(), "", with_data("share"), with_data("tree")});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Code::no_data_folder);
  EXPECT_EQ(found.error().arguments.front(), (root_ / "gone").string());
}

TEST_F(DataFolder, AFolderWithoutACatalogueIsNone) {
  fs::create_directories(root_ / "bare" / "templates");
  EXPECT_FALSE(find_data_folder({"", (root_ / "bare").string(), {}, with_data("tree")}));
}

TEST_F(DataFolder, NowhereIsAnError) { EXPECT_FALSE(find_data_folder({"", "", root_ / "a", root_ / "b"})); }

}  // namespace
}  // namespace paiban::cli
