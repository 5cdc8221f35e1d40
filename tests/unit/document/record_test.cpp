#include "document/record.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

NumberRecord record_of(const std::string& path) {
  Report report;
  auto record = read_number_record(PAIBAN_SOURCE_DIR "/" + path, report);
  EXPECT_TRUE(record) << path;
  return record.value_or(NumberRecord{});
}

NumberRecord spring() { return record_of("tests/data/record/known-spring.xml"); }

/// An issue of 某报 with `pages` pages, the first held.
Issue issue_of(const Date& date, int number, int pages = 1) {
  Issue issue;
  issue.paper = "某报";
  issue.date = date;
  issue.number = number;
  issue.page_count = pages;
  for (int page_number = 1; page_number <= pages; ++page_number) {
    Page page;
    page.number = page_number;
    page.held = page_number == 1;
    issue.pages.push_back(page);
  }
  return issue;
}

Issue saying(Issue issue, const std::string& part, const std::string& text) {
  issue.masthead[part].texts.push_back(Text{text, {}, {}, {}});
  issue.masthead[part].at = {1, 7, 5};
  return issue;
}

std::vector<Diagnostic> checked(const Issue& issue, const NumberRecord& record = spring()) {
  Report report;
  check_record(issue, CalendarForms{}, record, report);
  return report.diagnostics();
}

std::vector<Code> codes(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Code> found;
  for (const Diagnostic& each : diagnostics) found.push_back(each.code);
  return found;
}

using Codes = std::vector<Code>;
const Date anchor_day{2025, 2, 5};

TEST(Record, FindsNothingInATrueMasthead) {
  Issue issue = saying(issue_of(anchor_day, 100, 8), "weekday", "星 期　三");
  issue = saying(saying(saying(issue, "lunar", "农历乙巳年正月初八"), "number", "总第100期"), "pages", "今日8版");
  EXPECT_EQ(codes(checked(issue)), Codes{});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100, 8), "pages", "今日八版"))), Codes{});
  EXPECT_EQ(codes(checked(saying(issue_of({2025, 2, 9}, 104), "weekday", "星期天"))), Codes{});
}

TEST(Record, FindsAWrongWeekday) {
  const auto found = checked(saying(issue_of(anchor_day, 100), "weekday", "星期四"));
  ASSERT_EQ(codes(found), Codes{Code::weekday_wrong});
  EXPECT_EQ(found[0].arguments, (std::vector<std::string>{"星期四", "2025-02-05", "星期三"}));
  EXPECT_EQ(found[0].at, (SourcePlace{1, 7, 5}));
  EXPECT_EQ(gravity_of(found[0].code), Gravity::unfinished);
}

TEST(Record, FindsAWrongLunarDateButTakesEveryForm) {
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100), "lunar", "乙巳年正月初九"))), Codes{Code::lunar_wrong});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100), "lunar", "甲辰年正月初八"))), Codes{Code::lunar_wrong});
  const Issue twelfth = issue_of({2025, 1, 21}, 93);
  for (const char* form : {"甲辰年腊月廿二", "甲辰年十二月廿二", "甲辰年腊月二十二", "甲辰年十二月二十二"})
    EXPECT_EQ(codes(checked(saying(twelfth, "lunar", form))), Codes{}) << form;
}

TEST(Record, ComparesTheMastheadWithWhatIsDeclared) {
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100), "number", "总第101期"))), Codes{Code::number_differs});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100), "number", "总第期"))), Codes{Code::number_differs});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100, 8), "pages", "今日4版"))), Codes{Code::pages_differ});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 100, 8), "pages", "今日十八版"))), Codes{Code::pages_differ});
}

TEST(Record, WantsEveryPageHeldOrSaidNotToBe) {
  Issue issue = issue_of(anchor_day, 100, 4);
  issue.pages.erase(issue.pages.begin() + 2);
  Page sixth = issue.pages.back();
  sixth.number = 6;
  issue.pages.push_back(sixth);
  const auto found = checked(issue);
  EXPECT_EQ(codes(found), (Codes{Code::page_missing, Code::page_beyond}));
  EXPECT_EQ(found[0].arguments[0], "3");
}

TEST(Record, StopsCountingTheMissingPagesOfAnAbsurdIssue) {
  Issue issue = issue_of(anchor_day, 100);
  issue.page_count = 2'000'000'000;
  EXPECT_EQ(checked(issue).size(), Report::most_kept);
}

TEST(Record, IsCertainWhereEveryDayIsKnown) {
  EXPECT_EQ(codes(checked(issue_of({2025, 2, 6}, 101))), Codes{});
  EXPECT_EQ(codes(checked(issue_of({2025, 4, 2}, 155))), Codes{});  // 56 days, one of them without a paper
  EXPECT_EQ(codes(checked(issue_of({2025, 1, 27}, 99))), Codes{});  // the last before the holiday
  EXPECT_EQ(codes(checked(issue_of({2025, 4, 2}, 156))), Codes{Code::number_wrong});
  const auto found = checked(issue_of({2025, 1, 27}, 91));
  ASSERT_EQ(codes(found), Codes{Code::number_wrong});
  EXPECT_EQ(found[0].arguments, (std::vector<std::string>{"91", "2025-02-05", "100", "99", "known-spring.xml"}));
}

TEST(Record, SaysWhatItCannotCheckAndWhatCannotBe) {
  // 10 May: 83 papers are known to the end of April, then nine days are unknown: 184 to 193. And number 212 follows
  // on 2 June, after 22 more unknown days: 189 to 211.
  for (const int possible : {189, 193})
    EXPECT_EQ(codes(checked(issue_of({2025, 5, 10}, possible))), Codes{Code::number_unchecked}) << possible;
  EXPECT_EQ(codes(checked(issue_of({2025, 5, 10}, 194))), Codes{Code::number_wrong});
  EXPECT_EQ(codes(checked(issue_of({2025, 5, 10}, 188))), Codes{Code::number_wrong});
  Issue unknown = issue_of(anchor_day, 100);
  unknown.paper = "别报";
  EXPECT_EQ(codes(checked(unknown)), Codes{Code::number_unanchored});
  EXPECT_EQ(codes(checked(issue_of(anchor_day, 0))), Codes{Code::number_undeclared});
}

TEST(Record, TakesTheNumberFromTheMastheadWhereNothingElseDeclaresIt) {
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 0), "number", "总第100期"))), Codes{});
  EXPECT_EQ(codes(checked(saying(issue_of(anchor_day, 0), "number", "总第99期"))), Codes{Code::number_wrong});
}

TEST(Record, LeavesAnImpossibleDateToTheReader) {
  EXPECT_EQ(codes(checked(saying(issue_of({2025, 2, 30}, 100), "weekday", "星期四"))), Codes{});
}

TEST(Record, SaysWhichWordsAreNotThePrints) {
  const Text text{"等［缺］内容。评。",
                  {{3, 12, SpanKind::gap, "line", {1, 2, 3}},
                   {12, 21, SpanKind::supplied, "another printing", {1, 2, 4}},
                   {21, 27, SpanKind::conjectured, "0.8", {1, 2, 5}},
                   {21, 27, SpanKind::sic, "", {1, 2, 5}}},
                  {},
                  {}};
  Issue issue = issue_of(anchor_day, 100);
  Story box;
  box.id = "list";
  box.blocks.push_back({Role::paragraph, {text}, {}, {}, {}});
  issue.pages[0].stories.push_back(
      {.id = "lead", .kind = {}, .region = {}, .blocks = {}, .picture = {}, .boxes = {box}, .wishes = {}, .at = {}});
  const auto found = checked(issue);
  ASSERT_EQ(codes(found), (Codes{Code::text_lost, Code::text_supplied, Code::text_conjectured}));
  EXPECT_EQ(found[1].arguments, (std::vector<std::string>{"内容。", "another printing"}));
  EXPECT_EQ(found[2].arguments, (std::vector<std::string>{"评。", "0.8"}));
  EXPECT_EQ(found[0].story, "list");
  EXPECT_EQ(found[0].at, (SourcePlace{1, 2, 3}));
}

TEST(Record, OfTheDataFolderKnowsTheIssueKeptHere) {
  Issue issue = issue_of(anchor_day, 12184, 8);
  issue.paper = "昌吉日报";
  const NumberRecord record = record_of("templates/anchors.xml");
  EXPECT_EQ(codes(checked(issue, record)), Codes{});
  issue.number = 12183;
  EXPECT_EQ(codes(checked(issue, record)), Codes{Code::number_wrong});
  issue.number = 12185;
  issue.date = {2025, 2, 6};
  EXPECT_EQ(codes(checked(issue, record)), Codes{});
  issue.date = {2025, 2, 8};
  EXPECT_EQ(codes(checked(issue, record)), Codes{Code::number_unchecked});
}

TEST(Record, ReportsEveryMistakeInItsFile) {
  Report report;
  const auto record = read_number_record(PAIBAN_SOURCE_DIR "/tests/data/record/bad.xml", report);
  ASSERT_FALSE(record);
  std::vector<Diagnostic> all = report.diagnostics();
  all.push_back(record.error());
  ASSERT_EQ(all.size(), 5U);
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& each : all) {
    EXPECT_EQ(each.code, Code::record_malformed);
    lines.push_back(each.at.line);
  }
  std::ranges::sort(lines);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{4, 5, 6, 7, 8}));
}

TEST(Record, IsEmptyWithoutAFile) { EXPECT_TRUE(record_of("tests/data/record/no-such-file.xml").papers.empty()); }

TEST(Fields, AreComputedWhereTheMastheadIsSilent) {
  const auto fields = fields_of(issue_of(anchor_day, 12184, 8), CalendarForms{});
  const std::map<std::string, std::string> expected{
      {"year", "2025"},          {"month", "2"},       {"day", "5"},     {"weekday", "星期三"}, {"lunar", "乙巳年正月初八"},
      {"number", "总第12184期"}, {"pages", "今日8版"}, {"paper", "某报"}};
  EXPECT_EQ(fields, expected);
}

TEST(Fields, FollowTheMastheadToTheLetter) {
  Issue issue = saying(saying(issue_of(anchor_day, 12184, 8), "lunar", "农历正月初八"), "pages", "今日八版");
  auto fields = fields_of(issue, CalendarForms{});
  EXPECT_EQ(fields["lunar"], "农历正月初八");
  EXPECT_EQ(fields["pages"], "今日八版");
  EXPECT_EQ(fields["weekday"], "星期三");
}

TEST(Fields, AreEmptyWhereNothingIsKnown) {
  auto fields = fields_of(issue_of(anchor_day, 0, 0), CalendarForms{});
  EXPECT_EQ(fields.size(), 8U);
  EXPECT_EQ(fields["number"], "");
  EXPECT_EQ(fields["pages"], "");
}

}  // namespace
}  // namespace paiban::document
