// 签样: what is written can be read, nothing in it can be changed unseen, stages come in their order.

#include "seal/seals.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::seal {
namespace {

const std::string sum_a(64, 'a'), sum_b(64, 'b');

Seal a_seal(Stage stage, int round = 1) {
  return {stage,
          round,
          "张三",
          "2025-02-05T01:12",
          "paiban 0.1.0 (0123)",
          {{"issue", "issue.xml", sum_a}, {"face", "fonts/a b.otf", sum_b}}};
}

std::string two_seals() { return with_seal(with_seal("", a_seal(Stage::first_proof)), a_seal(Stage::second_proof)); }

TEST(Seals, AreReadAsTheyWereWritten) {
  const auto seals = parse_seals(two_seals(), "issue.seals");
  ASSERT_TRUE(seals);
  ASSERT_EQ(seals->size(), 2U);
  EXPECT_EQ(seals->back().stage, Stage::second_proof);
  EXPECT_EQ(seals->back().by, "张三");
  EXPECT_EQ(seals->back().at, "2025-02-05T01:12");
  EXPECT_EQ(seals->back().engine, "paiban 0.1.0 (0123)");
  EXPECT_EQ(seals->back().files, a_seal(Stage::second_proof).files);
  EXPECT_TRUE(parse_seals("", "issue.seals")->empty());
}

TEST(Seals, AreOnlyEverAddedTo) {
  const std::string first = with_seal("", a_seal(Stage::first_proof));
  EXPECT_TRUE(with_seal(first, a_seal(Stage::second_proof)).starts_with(first));
}

TEST(Seals, AreRefusedWithAnyByteChangedOrLost) {
  const std::string whole = two_seals();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    const auto seals = parse_seals(changed, "issue.seals");
    ASSERT_FALSE(seals) << "byte " << i;
    EXPECT_EQ(seals.error().code, Code::seals_malformed);
  }
  const std::size_t first = with_seal("", a_seal(Stage::first_proof)).size();
  for (std::size_t size = 1; size < whole.size(); ++size) {
    if (size == first || size == first + 1) continue;  // a file of one seal
    EXPECT_FALSE(parse_seals(whole.substr(0, size), "issue.seals")) << size;
  }
}

TEST(Seals, ComeInTheirOrder) {
  std::vector<Seal> seals;
  EXPECT_EQ(next_round(seals, Stage::first_proof), 1);
  EXPECT_EQ(next_round(seals, Stage::to_press).error().code, Code::seal_out_of_order);
  seals.push_back(a_seal(Stage::first_proof));
  EXPECT_EQ(next_round(seals, Stage::first_proof), 2);
  EXPECT_EQ(next_round(seals, Stage::second_proof), 1);
  EXPECT_FALSE(next_round(seals, Stage::third_proof));
}

TEST(Seals, SayWhatHasChanged) {
  const Seal seal = a_seal(Stage::to_press);
  EXPECT_TRUE(changes_since(seal, seal.files, seal.engine).empty());
  const auto changes = changes_since(seal, {{"issue", "issue.xml", sum_b}, {"named", "a.jpg", sum_a}}, "paiban 0.2.0");
  ASSERT_EQ(changes.size(), 4U);
  EXPECT_EQ(words_of(changes[0], Language::english), "issue.xml has changed");
  EXPECT_EQ(changes[1].kind, Change::Kind::gone);
  EXPECT_EQ(changes[2].kind, Change::Kind::added);
  EXPECT_EQ(words_of(changes[3], Language::chinese), "排版引擎已更换：paiban 0.1.0 (0123) → paiban 0.2.0");
  EXPECT_EQ(words_of(seal, Language::chinese), "付印（第 1 次，张三）");
}

TEST(Seals, NamesArePeoplesAndTimesAreTimes) {
  for (const char* name : {"张三", "夏尔巴提·艾力", "Smith, J."}) EXPECT_TRUE(is_name(name)) << name;
  for (const char* name : {"", " 张三", "张三　", "张\n三", "\xFF"}) EXPECT_FALSE(is_name(name)) << name;
  EXPECT_FALSE(is_name(std::string(41, 'x')));
  for (const char* time : {"2025-02-05T01:12", "2025-02-05T01:12:09", "2025-02-05T01:12Z", "2025-02-05T01:12:09+08:00"})
    EXPECT_TRUE(is_time(time)) << time;
  for (const char* time : {"", "now", "2025-02-05", "2025-02-05 01:12", "2025-02-05T01:12+8", "2025-02-05T01:12:0"})
    EXPECT_FALSE(is_time(time)) << time;
}

}  // namespace
}  // namespace paiban::seal
