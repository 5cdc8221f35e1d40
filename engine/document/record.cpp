#include "document/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "document/calendar.hpp"
#include "document/han_number.hpp"

namespace paiban::document {
namespace {

const MastheadPart* part_of(const Issue& issue, std::string_view name) {
  const auto found = issue.masthead.find(name);
  return found == issue.masthead.end() ? nullptr : &found->second;
}

/// What the masthead says literally in its part `name`; empty where it does not.
std::string literal(const Issue& issue, std::string_view name) {
  const MastheadPart* part = part_of(issue, name);
  return part == nullptr || part->texts.empty() ? std::string() : part->texts.front().utf8;
}

SourcePlace place(const Issue& issue, std::string_view name) {
  const MastheadPart* part = part_of(issue, name);
  return part == nullptr ? issue.at : part->at;
}

/// The one whole number in `text`; nullopt where there is none, or several, or one too large.
std::optional<int> number_in(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  const auto first = text.find_first_of(digits);
  if (first == std::string_view::npos) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + first, text.data() + text.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc{} || rest.find_first_of(digits) != std::string_view::npos) return std::nullopt;
  return value;
}

std::string pages_text(int pages) { return fmt::format("今日{}版", pages); }
std::string number_text(int number) { return fmt::format("总第{}期", number); }

/// Without blanks: masthead lines are spaced out for their looks.
std::string unspaced(std::string text) {
  for (const std::string_view blank : {" ", "　"})
    for (auto at = text.find(blank); at != std::string::npos; at = text.find(blank)) text.erase(at, blank.size());
  return text;
}

bool names_weekday(const std::string& said, const AlmanacDay& day) {
  const std::string name = weekday_text(day);
  constexpr std::size_t prefix = std::string_view("星期").size();
  const bool sunday = day.weekday == 7;
  return said == name || said == "周" + name.substr(prefix) || (sunday && (said == "星期天" || said == "周天"));
}

bool names_lunar(std::string_view said, const AlmanacDay& day) {
  constexpr std::string_view prefix = "农历";
  if (said.starts_with(prefix)) said.remove_prefix(prefix.size());
  for (const bool winter : {false, true})
    for (const bool last : {false, true})
      for (const bool contracted : {false, true})
        if (said == lunar_text(day, {winter, last, contracted})) return true;
  return false;
}

void check_calendar(const Issue& issue, const CalendarForms& forms, Report& report) {
  const std::string weekday = unspaced(literal(issue, "weekday")), lunar = unspaced(literal(issue, "lunar"));
  if (weekday.empty() && lunar.empty()) return;
  auto almanac = Almanac::open();
  const auto day = almanac ? almanac->day(issue.date) : Result<AlmanacDay>(tl::unexpected(almanac.error()));
  if (!day) return report.add(day.error());
  const std::string date = iso_date(issue.date);
  if (!weekday.empty() && !names_weekday(weekday, *day))
    report.add(Code::weekday_wrong, place(issue, "weekday"), {weekday, date, weekday_text(*day)});
  if (!lunar.empty() && !names_lunar(lunar, *day))
    report.add(Code::lunar_wrong, place(issue, "lunar"), {lunar, date, lunar_text(*day, forms)});
}

/// The issue's number as declared, else as its masthead has it; 0 where neither says.
int number_of(const Issue& issue) { return issue.number != 0 ? issue.number : number_in(literal(issue, "number")).value_or(0); }

void check_number_literal(const Issue& issue, Report& report) {
  const std::string said = literal(issue, "number");
  if (said.empty() || issue.number == 0 || number_in(said) == issue.number) return;
  report.add(Code::number_differs, place(issue, "number"), {said, fmt::format("{}", issue.number)});
}

std::string range_text(int least, int most) {
  return least == most ? fmt::format("{}", least) : fmt::format("{}–{}", least, most);
}

void check_number(const Issue& issue, const NumberRecord& record, Report& report) {
  const int number = number_of(issue);
  if (number == 0) return report.add(Code::number_undeclared, issue.at);
  const std::string said = fmt::format("{}", number), file = record.file.filename().string();
  const PaperRecord* paper = record.paper(issue.paper);
  const auto estimate = paper == nullptr ? std::nullopt : estimate_number(*paper, issue.date);
  if (!estimate) return report.add(Code::number_unanchored, place(issue, "number"), {said, issue.paper, file});
  const NumberAnchor& anchor = estimate->from;
  if (number < estimate->least || number > estimate->most) {
    report.add(
        Code::number_wrong, place(issue, "number"),
        {said, iso_date(anchor.date), fmt::format("{}", anchor.number), range_text(estimate->least, estimate->most), file});
  } else if (!estimate->certain()) {
    const auto [first, last] = std::minmax(anchor.date, issue.date);
    report.add(Code::number_unchecked, place(issue, "number"), {said, iso_date(first), iso_date(last), file});
  }
}

void check_pages_literal(const Issue& issue, Report& report) {
  const std::string said = literal(issue, "pages");
  if (said.empty() || issue.page_count == 0 || number_in(said) == issue.page_count) return;
  if (said == fmt::format("今日{}版", han_number(issue.page_count))) return;
  report.add(Code::pages_differ, place(issue, "pages"), {said, fmt::format("{}", issue.page_count)});
}

void check_pages_held(const Issue& issue, Report& report) {
  const std::string count = fmt::format("{}", issue.page_count);
  std::size_t missing = 0;
  for (int number = 1; number <= issue.page_count && missing < Report::most_kept; ++number) {
    if (std::ranges::find(issue.pages, number, &Page::number) != issue.pages.end()) continue;
    report.add(Code::page_missing, issue.at, {fmt::format("{}", number), count});
    ++missing;
  }
  for (const Page& page : issue.pages)
    if (issue.page_count != 0 && page.number > issue.page_count)
      report.add(Code::page_beyond, page.at, {fmt::format("{}", page.number), count});
}

void check_words(const Text& text, const std::string& story, Report& report) {
  for (const Span& span : text.spans) {
    const std::string words = text.utf8.substr(span.start, span.end - span.start);
    if (span.kind == SpanKind::gap) report.add(Code::text_lost, span.at, {words}, story);
    if (span.kind == SpanKind::supplied) report.add(Code::text_supplied, span.at, {words, span.value}, story);
    if (span.kind == SpanKind::conjectured) report.add(Code::text_conjectured, span.at, {words, span.value}, story);
  }
}

void check_words(const Story& story, Report& report) {
  for (const Block& block : story.blocks)
    for (const Text& row : block.rows) check_words(row, story.id, report);
  for (const Story& box : story.boxes) check_words(box, report);
}

}  // namespace

void check_record(const Issue& issue, const CalendarForms& forms, const NumberRecord& record, Report& report) {
  if (!is_valid(issue.date)) return;
  check_calendar(issue, forms, report);
  check_number_literal(issue, report);
  check_number(issue, record, report);
  check_pages_literal(issue, report);
  check_pages_held(issue, report);
  for (const Page& page : issue.pages)
    for (const Story& story : page.stories) check_words(story, report);
}

std::map<std::string, std::string> fields_of(const Issue& issue, const CalendarForms& forms) {
  std::map<std::string, std::string> fields{{"year", fmt::format("{}", issue.date.year)},
                                            {"month", fmt::format("{}", issue.date.month)},
                                            {"day", fmt::format("{}", issue.date.day)},
                                            {"number", issue.number > 0 ? number_text(issue.number) : ""},
                                            {"pages", issue.page_count > 0 ? pages_text(issue.page_count) : ""},
                                            {"paper", issue.paper.empty() ? literal(issue, "nameplate") : issue.paper}};
  for (const char* name : {"weekday", "lunar", "number", "pages"})
    if (std::string said = literal(issue, name); !said.empty()) fields[name] = std::move(said);
  std::string& weekday = fields["weekday"];
  std::string& lunar = fields["lunar"];
  if ((!weekday.empty() && !lunar.empty()) || !is_valid(issue.date)) return fields;
  auto almanac = Almanac::open();
  if (!almanac) return fields;
  const auto day = almanac->day(issue.date);
  if (day && weekday.empty()) weekday = weekday_text(*day);
  if (day && lunar.empty()) lunar = lunar_text(*day, forms);
  return fields;
}

}  // namespace paiban::document
