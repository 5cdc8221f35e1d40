#include "archive/record.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/sha256.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

Record sample() {
  Record record;
  record.date = "2025-02-05";
  record.number = 12184;
  record.pages = 1;
  record.recipe = {
      "paiban 0.1.0 (000000000000)", {"press"}, false, {{"issue.xml", sha256_of("a")}}, {{"templates/a.xml", sha256_of("b")}}};
  record.outputs = {{"press.pdf", sha256_of("the page")}, {"empty.txt", sha256_of("")}};
  record.complaints = {{"W0320", "issue.xml", 27, 4, "words are lost here", "lead", "一版", {}}};
  return record;
}

TEST(Record, IsReadAsItWasWritten) { EXPECT_EQ(read_record(record_text(sample())), sample()); }

TEST(Record, AnyFlippedBitIsFound) {
  const std::string text = record_text(sample());
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const int bit : {1, 2, 32, 128}) {
      std::string other = text;
      other[at] = static_cast<char>(other[at] ^ bit);
      EXPECT_FALSE(read_record(other)) << at << ' ' << bit;
    }
}

TEST(Record, ACutOneIsNone) {
  const std::string text = record_text(sample());
  for (std::size_t length = 0; length < text.size(); length += 7) EXPECT_FALSE(read_record(text.substr(0, length)));
  EXPECT_FALSE(read_record(text + ' '));
}

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(path_ / "data");
    write(record_name, record_text(sample()));
    write("press.pdf", "the page");
    write("empty.txt", "");
  }
  void TearDown() override { fs::remove_all(path_); }

  void write(const std::string& name, const std::string& bytes) { std::ofstream(path_ / name, std::ios::binary) << bytes; }

  fs::path path_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(Folder, IsWhole) { EXPECT_EQ(look_at(path_).record, sample()); }

TEST_F(Folder, NamesWhatIsNotAsRecorded) {
  write("press.pdf", "the pace");
  EXPECT_EQ(look_at(path_).damaged, "press.pdf");
  fs::remove(path_ / "press.pdf");
  EXPECT_EQ(look_at(path_).damaged, "press.pdf");
  write("press.pdf", "the page");
  write("empty.txt", "x");
  EXPECT_EQ(look_at(path_).damaged, "empty.txt");
  write("empty.txt", "");
  write("data/stray", "x");
  EXPECT_EQ(look_at(path_).damaged, "data/stray");
  fs::remove(path_ / record_name);
  EXPECT_EQ(look_at(path_).damaged, record_name);
  EXPECT_EQ(look_at(path_ / "gone").damaged, record_name);
}

TEST(Recipe, TheFirstDifferenceHasAName) {
  const Recipe recipe = sample().recipe;
  EXPECT_EQ(first_difference(recipe, recipe), "");
  Recipe other = recipe;
  other.data["templates/a.xml"] = sha256_of("c");
  EXPECT_EQ(first_difference(recipe, other), "templates/a.xml");
  other.issue["pictures/a.jpg"] = missing_sum;
  EXPECT_EQ(first_difference(recipe, other), "pictures/a.jpg");
  other.profiles = {"archive"};
  EXPECT_EQ(first_difference(recipe, other), "--profiles");
  other.engine = "paiban 0.2.0";
  EXPECT_EQ(first_difference(recipe, other), recipe.engine);
}

}  // namespace
}  // namespace paiban::archive
