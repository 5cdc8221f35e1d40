#pragma once
// The calendar of a newspaper's masthead: civil dates, weekdays, the Chinese calendar (农历). The only unit that asks ICU for
// dates. Always China's civil days and the zh locale, whatever the process is set to.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// Years in which a paper can have appeared; the Chinese calendar is known to be right in them.
inline constexpr int first_year = 1900, last_year = 2100;

/// Whether the day exists, from the first of `first_year` to the last of `last_year`.
[[nodiscard]] bool is_valid(const Date& date);

/// "2025-02-05" (ISO 8601, extended) as a valid date; nullopt for anything else, blanks and signs too.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] std::string iso_date(const Date& date);
/// The error (Code::date_impossible) for `said` where a date should stand.
[[nodiscard]] Diagnostic impossible_date(std::string said, SourcePlace at);

/// Days from `from` to `to`, negative where `to` is earlier. Both valid.
[[nodiscard]] int days_between(const Date& from, const Date& to);

/// The day after a valid date.
[[nodiscard]] Date next_day(const Date& date);

/// A day as the almanac has it.
struct AlmanacDay {
  int weekday = 0;          ///< 1 Monday … 7 Sunday (ISO 8601)
  int year = 0;             ///< of the cycle of sixty (干支), 1 甲子 … 60 癸亥
  int month = 0;            ///< 1 正月 … 12 腊月
  bool leap_month = false;  ///< 闰月: the second of that number
  int day = 0;              ///< 1 初一 … 30 三十
  friend bool operator==(const AlmanacDay&, const AlmanacDay&) = default;
};

/// ICU's Chinese calendar, opened once (0.6 million instructions), and what ICU gets wrong in it put right.
class Almanac {
 public:
  /// Fails where ICU has no calendar data.
  [[nodiscard]] static Result<Almanac> open();

  Almanac(Almanac&&) noexcept;
  Almanac& operator=(Almanac&&) noexcept;
  ~Almanac();

  /// `date` must be valid. Not for two threads at once: ICU's calendar computes in place.
  [[nodiscard]] Result<AlmanacDay> day(const Date& date);

 private:
  struct Calendar;
  explicit Almanac(std::unique_ptr<Calendar> calendar);
  std::unique_ptr<Calendar> calendar_;
};

/// "星期三"
[[nodiscard]] std::string weekday_text(const AlmanacDay& day);
/// "乙巳年正月初八", "癸卯年闰二月廿一". The twentieth is 二十 in every form.
[[nodiscard]] std::string lunar_text(const AlmanacDay& day, const CalendarForms& forms);

}  // namespace paiban::document
