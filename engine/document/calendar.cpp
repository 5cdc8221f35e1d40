#include "document/calendar.hpp"

#include <fmt/format.h>
#include <unicode/calendar.h>
#include <unicode/simpletz.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

using std::chrono::sys_days;

sys_days civil_day(const Date& date) { return std::chrono::year(date.year) / date.month / date.day; }

/// A month of the Chinese calendar as it was, or will be, published.
struct PublishedMonth {
  Date first;
  int days = 0;
  int month = 0;
  bool leap = false;
};

// ICU's new moons (version 72) are good to some ten minutes. A month begins on the day of the new moon in China (GB/T
// 33661-2017), so where that falls close to midnight ICU begins it a day early or late; and in three years its solar terms put
// the leap month elsewhere. These are all such months in first_year … last_year, by the new moons of Meeus (Astronomical
// Algorithms, chapter 49, good to some seconds) and the sun of VSOP87. Left as ICU has them: 1906, when the calendar was not yet
// computed so, and 2097, where the new moon stands within two minutes of midnight and the earth's rotation is not known so far
// ahead.
constexpr auto published_months = std::to_array<PublishedMonth>({
    {{1917, 3, 23}, 29, 2, true},
    {{1917, 4, 21}, 30, 3, false},
    {{1922, 6, 25}, 29, 5, true},
    {{1922, 7, 24}, 30, 6, false},
    {{1954, 2, 3}, 30, 1, false},   // new moon at 23:55
    {{1955, 2, 22}, 30, 2, false},  // 23:54
    {{1987, 7, 26}, 29, 6, true},
    {{1987, 8, 24}, 30, 7, false},
    {{1999, 1, 17}, 30, 12, false},  // 23:46
    {{2012, 8, 17}, 30, 7, false},   // 23:54
    {{2018, 10, 9}, 30, 9, false},
    {{2018, 11, 8}, 29, 10, false},  // 0:02
    {{2027, 2, 6}, 30, 1, false},    // 23:56
    {{2030, 1, 4}, 30, 12, false},
    {{2030, 2, 3}, 29, 1, false},   // 0:08
    {{2070, 3, 12}, 30, 2, false},  // 23:53
});

constexpr int cycle_years = 60;
constexpr int cycle_origin = 4;  // AD 4 was a 甲子 year

/// The year of the cycle that a published month belongs to: its last two months may begin after New Year's Day.
int cycle_year(const PublishedMonth& month) {
  const bool runs_late = month.month >= 11 && month.first.month <= 2;
  return (month.first.year - (runs_late ? 1 : 0) - cycle_origin) % cycle_years + 1;
}

void correct(AlmanacDay& day, const Date& date) {
  for (const PublishedMonth& month : published_months) {
    const int offset = days_between(month.first, date);
    if (offset < 0 || offset >= month.days) continue;
    day.year = cycle_year(month);
    day.month = month.month;
    day.leap_month = month.leap;
    day.day = offset + 1;
  }
}

constexpr std::int32_t china_offset = 8 * 3600 * 1000;  // ms; China Standard Time
constexpr std::int64_t day_length = 24 * 3600 * 1000LL;

/// Noon in China, far from either midnight. Whole milliseconds, which UDate holds exactly.
UDate noon_of(const Date& date) {
  const std::int64_t days = civil_day(date).time_since_epoch().count();
  return static_cast<UDate>(days * day_length + day_length / 2 - china_offset);
}

Diagnostic failed(UErrorCode status) { return Diagnostic{Code::calendar_unavailable, {}, {u_errorName(status)}, {}, {}}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr auto weekdays = std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "日"});
constexpr auto stems = std::to_array<std::string_view>({"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"});
constexpr auto branches =
    std::to_array<std::string_view>({"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"});
constexpr auto numerals = std::to_array<std::string_view>({"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"});

std::string_view at(std::span<const std::string_view> names, int index) { return names[static_cast<std::size_t>(index)]; }

std::string month_text(int month, const CalendarForms& forms) {
  if (month == 1) return "正";
  if (month == 11) return forms.winter_month ? "冬" : "十一";
  if (month == 12) return forms.last_month ? "腊" : "十二";
  return std::string(at(numerals, month % 10));
}

std::string day_text(int day, const CalendarForms& forms) {
  if (day == 20) return "二十";
  if (day == 30) return "三十";
  const std::string_view last = at(numerals, day % 10);
  if (day <= 10) return fmt::format("初{}", last);
  if (day < 20) return fmt::format("十{}", last);
  return fmt::format("{}{}", forms.contracted_twenty ? "廿" : "二十", last);
}

}  // namespace

bool is_valid(const Date& date) {
  if (date.year < first_year || date.year > last_year || date.month < 1 || date.day < 1) return false;
  return (std::chrono::year(date.year) / date.month / date.day).ok();
}

std::optional<Date> parse_date(std::string_view iso) {
  constexpr std::size_t length = std::string_view("2025-02-05").size();
  if (iso.size() != length || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4)), month = digits(iso.substr(5, 2)), day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

std::string iso_date(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

Diagnostic impossible_date(std::string said, SourcePlace at) {
  std::vector<std::string> arguments{std::move(said), iso_date({first_year, 1, 1}), iso_date({last_year, 12, 31})};
  return Diagnostic{Code::date_impossible, at, std::move(arguments), {}, {}};
}

int days_between(const Date& from, const Date& to) { return static_cast<int>((civil_day(to) - civil_day(from)).count()); }

Date next_day(const Date& date) {
  const std::chrono::year_month_day next(civil_day(date) + std::chrono::days(1));
  return {static_cast<int>(next.year()), static_cast<int>(unsigned{next.month()}), static_cast<int>(unsigned{next.day()})};
}

struct Almanac::Calendar {
  std::unique_ptr<icu::Calendar> icu;
};

Almanac::Almanac(std::unique_ptr<Calendar> calendar) : calendar_(std::move(calendar)) {}
Almanac::Almanac(Almanac&&) noexcept = default;
Almanac& Almanac::operator=(Almanac&&) noexcept = default;
Almanac::~Almanac() = default;

Result<Almanac> Almanac::open() {
  UErrorCode status = U_ZERO_ERROR;
  // A zone made of its offset: naming Asia/Shanghai would load the table of all zones, and bring in the summer time of 1986.
  auto zone = std::make_unique<icu::SimpleTimeZone>(china_offset, icu::UnicodeString(u"China Standard Time"));
  auto calendar = std::make_unique<Calendar>();
  calendar->icu.reset(icu::Calendar::createInstance(zone.release(), icu::Locale("zh@calendar=chinese"), status));
  if (U_FAILURE(status) != 0) return tl::unexpected(failed(status));
  return Almanac(std::move(calendar));
}

Result<AlmanacDay> Almanac::day(const Date& date) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Calendar& calendar = *calendar_->icu;
  calendar.setTime(noon_of(date), status);
  AlmanacDay day;
  const int from_sunday = calendar.get(UCAL_DAY_OF_WEEK, status);
  day.weekday = from_sunday == UCAL_SUNDAY ? 7 : from_sunday - UCAL_SUNDAY;
  day.year = calendar.get(UCAL_YEAR, status);
  day.month = calendar.get(UCAL_MONTH, status) + 1;
  day.leap_month = calendar.get(UCAL_IS_LEAP_MONTH, status) != 0;
  day.day = calendar.get(UCAL_DATE, status);
  if (U_FAILURE(status) != 0) return tl::unexpected(failed(status));
  correct(day, date);
  return day;
}

std::string weekday_text(const AlmanacDay& day) { return fmt::format("星期{}", at(weekdays, day.weekday - 1)); }

std::string lunar_text(const AlmanacDay& day, const CalendarForms& forms) {
  return fmt::format("{}{}年{}{}月{}", at(stems, (day.year - 1) % 10), at(branches, (day.year - 1) % 12),
                     day.leap_month ? "闰" : "", month_text(day.month, forms), day_text(day.day, forms));
}

}  // namespace paiban::document
