#include "document/calendar.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

struct KnownDay {
  std::string where, date, weekday, lunar;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Rows "date ; weekday ; Chinese date  # why" of a table.
void read_table(const fs::path& path, std::vector<KnownDay>& days) {
  std::ifstream file(path);
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const auto first = line.find(';'), second = line.find(';', first + 1);
    ASSERT_NE(second, std::string::npos) << path << ":" << number;
    days.push_back({path.filename().string() + ":" + std::to_string(number), trimmed(line.substr(0, first)),
                    trimmed(line.substr(first + 1, second - first - 1)), trimmed(line.substr(second + 1))});
  }
}

std::vector<KnownDay> known_days() {
  std::set<fs::path> tables;
  for (const auto& entry : fs::directory_iterator(PAIBAN_SOURCE_DIR "/tests/tables/calendar"))
    if (entry.path().extension() == ".dates") tables.insert(entry.path());
  std::vector<KnownDay> days;
  for (const fs::path& table : tables) read_table(table, days);
  return days;
}

void expect_known_days() {
  auto almanac = Almanac::open();
  ASSERT_TRUE(almanac);
  for (const KnownDay& known : known_days()) {
    const auto date = parse_date(known.date);
    ASSERT_TRUE(date) << known.where;
    const auto day = almanac->day(*date);
    ASSERT_TRUE(day) << known.where;
    EXPECT_EQ(weekday_text(*day), known.weekday) << known.where;
    EXPECT_EQ(lunar_text(*day, CalendarForms{}), known.lunar) << known.where;
  }
}

TEST(Calendar, KnowsTheDaysOfTheTables) {
  ASSERT_GT(known_days().size(), 50U);
  expect_known_days();
}

TEST(Calendar, DoesNotMindTheProcessSettings) {
  for (const char* zone : {"America/Los_Angeles", "Pacific/Kiritimati"}) {
    setenv("TZ", zone, 1);
    setenv("LC_ALL", "ar_EG.UTF-8", 1);
    std::setlocale(LC_ALL, "");
    expect_known_days();
  }
  unsetenv("TZ");
  unsetenv("LC_ALL");
  std::setlocale(LC_ALL, "C");
}

Date date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

/// Whether `next` may be the day after `day`.
::testing::AssertionResult follows(const AlmanacDay& day, const AlmanacDay& next) {
  if (next.weekday != day.weekday % 7 + 1) return ::testing::AssertionFailure() << "the weekday jumps";
  const bool same_month = next.month == day.month && next.leap_month == day.leap_month;
  if (next.day == day.day + 1 && next.day <= 30 && same_month && next.year == day.year) return ::testing::AssertionSuccess();
  if (next.day != 1 || day.day < 29) return ::testing::AssertionFailure() << "day " << day.day << " before " << next.day;
  const bool leap = next.leap_month && !day.leap_month && next.month == day.month && next.year == day.year;
  const bool month = !next.leap_month && next.month == day.month + 1 && next.year == day.year;
  const bool year = !next.leap_month && day.month == 12 && next.month == 1 && next.year == day.year % 60 + 1;
  if (leap || month || year) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "month " << day.month << " before " << next.month;
}

TEST(Calendar, EveryDayFollowsTheOneBefore) {
  using namespace std::chrono_literals;
  auto almanac = Almanac::open();
  ASSERT_TRUE(almanac);
  constexpr std::chrono::sys_days first = 1949y / 12 / 31, last = 2060y / 12 / 31;
  AlmanacDay before = almanac->day(date_of(first)).value();
  int leap_months = 0;
  for (auto day = first + std::chrono::days(1); day <= last; day += std::chrono::days(1)) {
    const AlmanacDay now = almanac->day(date_of(day)).value();
    ASSERT_TRUE(follows(before, now)) << iso_date(date_of(day));
    leap_months += now.leap_month && now.day == 1 ? 1 : 0;
    before = now;
  }
  EXPECT_EQ(leap_months, 40);  // 1952 … 2058, seven in nineteen years (章)
}

TEST(Calendar, WritesTheFormsATemplateChooses) {
  const AlmanacDay day{.weekday = 7, .year = 60, .month = 11, .leap_month = true, .day = 21};
  EXPECT_EQ(weekday_text(day), "星期日");
  EXPECT_EQ(lunar_text(day, {}), "癸亥年闰冬月廿一");
  EXPECT_EQ(lunar_text(day, {.winter_month = false, .last_month = true, .contracted_twenty = false}), "癸亥年闰十一月二十一");
  AlmanacDay other = day;
  other.leap_month = false;
  other.month = 12;
  other.day = 10;
  EXPECT_EQ(lunar_text(other, {.winter_month = true, .last_month = false, .contracted_twenty = true}), "癸亥年十二月初十");
}

TEST(Calendar, ReadsDatesStrictly) {
  EXPECT_EQ(parse_date("2025-02-05"), (Date{2025, 2, 5}));
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
  for (const char* wrong : {"", "2025-2-5", "2025/02/05", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-01-00",
                            "1899-12-31", "2101-01-01", "+025-01-01", " 2025-01-1", "2025-02-05 ", "20250205", "２０２５-02-05"})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  EXPECT_EQ(iso_date({2025, 2, 5}), "2025-02-05");
}

TEST(Calendar, CountsDays) {
  EXPECT_EQ(days_between({2025, 2, 5}, {2025, 2, 5}), 0);
  EXPECT_EQ(days_between({2024, 2, 28}, {2024, 3, 1}), 2);
  EXPECT_EQ(days_between({2025, 3, 1}, {2025, 2, 1}), -28);
}

}  // namespace
}  // namespace paiban::document
