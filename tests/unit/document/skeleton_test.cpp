#include "document/skeleton.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/issue_reader.hpp"
#include "document/record.hpp"
#include "document/template_reader.hpp"

namespace paiban::document {
namespace {

const std::string source = PAIBAN_SOURCE_DIR;

Template design() {
  Report report;
  auto read = read_template(source + "/templates/changji-front.xml", "", report);
  EXPECT_TRUE(read);
  return std::move(read).value_or(Template{});
}

NumberRecord record() {
  Report report;
  return read_number_record(source + "/templates/anchors.xml", report).value_or(NumberRecord{});
}

struct Read {
  Issue issue;
  Report report;
};

/// The skeleton as the reader takes it.
Read read_back(const Date& date, const SkeletonWish& wish = {}) {
  Read read;
  const auto text = skeleton(date, design(), record(), wish);
  EXPECT_TRUE(text);
  auto issue = parse_issue(text.value_or(""), "new.xml", source, read.report);
  EXPECT_TRUE(issue) << (issue ? "" : message_of(issue.error(), Language::english));
  read.issue = std::move(issue).value_or(Issue{});
  return read;
}

TEST(Skeleton, IsAnIssueOfTheDay) {
  const Read read = read_back({2025, 2, 5});
  EXPECT_FALSE(read.report.any_error());
  EXPECT_EQ(read.issue.date, (Date{2025, 2, 5}));
  EXPECT_EQ(read.issue.number, 12184);
  EXPECT_EQ(read.issue.page_count, 8);
  EXPECT_EQ(read.issue.paper, "昌吉日报");
  EXPECT_EQ(read.issue.template_id, "changji-front@1");
  EXPECT_EQ(read.issue.pages.size(), 8U);
  EXPECT_EQ(read.issue.masthead.at("lunar").texts.at(0).utf8, "乙巳年正月初八");
}

TEST(Skeleton, HasAStoryForEveryRegion) {
  const Read read = read_back({2025, 2, 5});
  const Template front = design();
  std::vector<std::string> regions;
  for (const Story& story : read.issue.pages.at(0).stories) {
    ASSERT_NE(front.region(story.region), nullptr) << story.region;
    regions.push_back(story.region);
    EXPECT_EQ(story.boxes.size(), front.region(story.region)->regions.size()) << story.region;
  }
  EXPECT_EQ(regions, (std::vector<std::string>{"lead", "photo", "right-1", "right-2", "right-3", "commentary"}));
  EXPECT_EQ(read.issue.pages.at(0).stories.at(0).kind, StoryKind::lead);
  EXPECT_EQ(read.issue.pages.at(0).stories.at(5).kind, StoryKind::commentary);
}

TEST(Skeleton, PassesTheRecordItWasMadeFrom) {
  for (const Date& date : {Date{2025, 2, 5}, Date{2025, 2, 6}, Date{2024, 2, 10}, Date{2033, 12, 30}}) {
    const Read read = read_back(date);
    Report report;
    check_record(read.issue, CalendarForms{}, record(), report);
    EXPECT_FALSE(report.any_error()) << date.year;
  }
}

TEST(Skeleton, LeavesAnUncertainNumberToTheEditor) {
  const auto text = skeleton({2025, 2, 8}, design(), record());
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("12185 至 12187"), std::string::npos);
  const Read read = read_back({2025, 2, 8});
  EXPECT_EQ(read.issue.number, 0);
  EXPECT_FALSE(read.issue.masthead.contains("number"));
}

TEST(Skeleton, TakesWhatTheEditorSays) {
  const Read read = read_back({2025, 2, 8}, {.paper = "某<报>", .number = 77, .page_count = 4});
  EXPECT_EQ(read.issue.paper, "某<报>");
  EXPECT_EQ(read.issue.number, 77);
  EXPECT_EQ(read.issue.page_count, 4);
}

TEST(Skeleton, IsNotMadeForADayThatIsNone) {
  const auto text = skeleton({2025, 2, 30}, design(), record());
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, Code::date_impossible);
}

}  // namespace
}  // namespace paiban::document
