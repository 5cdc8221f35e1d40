#include "archive/job_list.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <vector>

namespace paiban::archive {
namespace {

std::vector<std::string> paths(const std::vector<Job>& jobs) {
  std::vector<std::string> list;
  for (const Job& job : jobs) list.push_back(job.path);
  return list;
}

TEST(JobList, AListHasAPathALine) {
  const auto jobs = listed_jobs("# the year\n\nb/issue.xml\r\n/a/issue.xml\nb/issue.xml\nc.xml", "base");
  EXPECT_EQ(paths(jobs), (std::vector<std::string>{"/a/issue.xml", "b/issue.xml", "c.xml"}));
  EXPECT_EQ(jobs[0].file, "/a/issue.xml");
  EXPECT_EQ(jobs[1].file, "base/b/issue.xml");
  EXPECT_TRUE(listed_jobs("", "base").empty());
  EXPECT_TRUE(listed_jobs("\n#\n", "base").empty());
}

TEST(Shards, AreReadAsWritten) {
  EXPECT_EQ(shard_of("1/1"), (Shard{1, 1}));
  EXPECT_EQ(shard_of("3/8"), (Shard{3, 8}));
  for (const char* text :
       {"", "3", "/", "3/", "/8", "0/8", "9/8", "3/0", "3/8 ", " 3/8", "3/8/2", "-1/8", "1/10000", "99999999999/99999999999"})
    EXPECT_EQ(shard_of(text), std::nullopt) << text;
}

TEST(Shards, AreDisjointCompleteAndEven) {
  constexpr std::uint32_t count = 8;
  constexpr int issues = 12'184, part = issues / 8;
  std::vector<int> found(count);
  for (int i = 0; i < issues; ++i) {
    const Job job{{}, fmt::format("2025/{:05}/issue.xml", i)};
    int owners = 0;
    for (std::uint32_t index = 1; index <= count; ++index) {
      if (!falls_into(job, {index, count})) continue;
      ++owners;
      ++found[index - 1];
    }
    ASSERT_EQ(owners, 1) << job.path;
  }
  for (const int in_part : found) EXPECT_NEAR(in_part, part, part / 12);
}

}  // namespace
}  // namespace paiban::archive
