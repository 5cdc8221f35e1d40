#pragma once
// Whether an issue's masthead tells the truth: weekday, lunar date, issue number, page count. And the fields that furniture
// shows.

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/number_record.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// Reports a literal weekday, lunar date, 总第N期 or 今日N版 that contradicts the date or what the issue declares; a page that is
/// neither in the file nor said not to be held; an issue number that `record` rules out, or cannot confirm; words that are lost,
/// supplied or conjectured.
/// A lunar date may be written in any form; `forms` is how the right one is named. An issue without a valid date is not looked
/// at.
void check_record(const Issue& issue, const CalendarForms& forms, const NumberRecord& record, Report& report);

/// The fields of furniture patterns: year, month, day, weekday, lunar, number (总第12184期), pages (今日8版), paper (昌吉日报).
/// What the masthead says literally wins over what is computed. Always all of them; empty where nothing is known.
[[nodiscard]] std::map<std::string, std::string> fields_of(const Issue& issue, const CalendarForms& forms);

}  // namespace paiban::document
