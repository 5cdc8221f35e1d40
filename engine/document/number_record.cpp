#include "document/number_record.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "base/message_table.hpp"
#include "document/calendar.hpp"
#include "document/vocabulary.hpp"
#include "document/xml.hpp"

namespace paiban::document {
namespace {

constexpr std::string_view record_namespace = "urn:paiban:anchors";
constexpr std::string_view record_version = "1";
constexpr VocabularyCodes record_codes{Code::record_malformed, Code::record_malformed, Code::record_malformed,
                                       Code::record_malformed, Code::record_malformed, Code::record_malformed};
constexpr const char* date_example = "2025-02-05";

std::optional<Date> read_date(pugi::xml_node element, const char* attribute, Vocabulary& words) {
  const std::string_view said = words.required(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto date = parse_date(said);
  if (!date) words.bad_value(element, attribute, date_example);
  return date;
}

/// from="…" to="…", or date="…" for a single day.
std::optional<DateRange> read_range(pugi::xml_node element, Vocabulary& words) {
  const bool single = !element.attribute("date").empty();
  const auto first = read_date(element, single ? "date" : "from", words);
  const auto last = single ? first : read_date(element, "to", words);
  if (!first || !last) return std::nullopt;
  if (*last < *first) {
    words.bad_value(element, "to", date_example);
    return std::nullopt;
  }
  return DateRange{*first, *last};
}

void read_anchor(pugi::xml_node element, Vocabulary& words, PaperRecord& record) {
  words.expect(element, {"date", "number", "source"});
  const auto date = read_date(element, "date", words);
  const bool said = !words.required(element, "number").empty();
  const auto number = words.whole(element, "number");
  if (said && number == 0) words.bad_value(element, "number", "12184");
  if (date && number) record.anchors.push_back({*date, *number});
}

void read_calendar(pugi::xml_node element, Vocabulary& words, PaperRecord& record) {
  words.expect(element, {"from", "to", "source"}, {"no-paper"});
  if (const auto span = read_range(element, words)) record.known_spans.push_back(*span);
  for (const pugi::xml_node child : element.children("no-paper")) {
    words.expect(child, {"date", "from", "to", "source"});
    if (const auto days = read_range(child, words)) record.no_paper.push_back(*days);
  }
}

PaperRecord read_paper(pugi::xml_node element, Vocabulary& words) {
  words.expect(element, {"name", "pages"}, {"anchor", "calendar"});
  PaperRecord record;
  record.paper = words.required(element, "name");
  record.usual_pages = words.whole(element, "pages").value_or(0);
  for (const pugi::xml_node child : element.children("anchor")) read_anchor(child, words, record);
  for (const pugi::xml_node child : element.children("calendar")) read_calendar(child, words, record);
  std::ranges::stable_sort(record.anchors, {}, &NumberAnchor::date);
  return record;
}

bool covers(const std::vector<DateRange>& ranges, const Date& date) {
  return std::ranges::any_of(ranges, [&](const DateRange& range) { return range.first <= date && date <= range.last; });
}

/// What the days between two issues use up: both ends left out.
struct Between {
  int papers = 0;   ///< days on which there was one
  int unknown = 0;  ///< days of which nothing is known
};

Between count_between(const PaperRecord& record, const Date& from, const Date& to) {
  Between count;
  for (Date day = next_day(from); day < to; day = next_day(day)) {
    if (covers(record.no_paper, day)) continue;
    ++(covers(record.known_spans, day) ? count.papers : count.unknown);
  }
  return count;
}

NumberEstimate estimate_from(const NumberAnchor& anchor, const PaperRecord& record, const Date& date) {
  if (anchor.date == date) return {anchor, anchor.number, anchor.number};
  const bool later = anchor.date < date;
  const Between between = later ? count_between(record, anchor.date, date) : count_between(record, date, anchor.date);
  const int sure = between.papers + 1;  // and the later one of the two issues itself
  if (later) return {anchor, anchor.number + sure, anchor.number + sure + between.unknown};
  return {anchor, std::max(1, anchor.number - sure - between.unknown), std::max(1, anchor.number - sure)};
}

}  // namespace

const PaperRecord* NumberRecord::paper(std::string_view name) const {
  const auto found = std::ranges::find(papers, name, &PaperRecord::paper);
  return found == papers.end() ? nullptr : &*found;
}

Result<NumberRecord> read_number_record(const std::filesystem::path& path, Report& report) {
  NumberRecord record;
  record.file = path;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return record;
  const auto file = XmlFile::read(path, report);
  if (!file) return tl::unexpected(file.error());
  Vocabulary words(*file, record_codes);
  if (words.root("anchors", record_namespace, record_version)) {
    words.expect(file->root(), {"version"}, {"paper"});
    for (const pugi::xml_node child : file->root().children("paper")) record.papers.push_back(read_paper(child, words));
  }
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));
  return record;
}

std::optional<NumberEstimate> estimate_number(const PaperRecord& record, const Date& date) {
  if (record.anchors.empty()) return std::nullopt;
  const auto after = std::ranges::lower_bound(record.anchors, date, {}, &NumberAnchor::date);
  if (after == record.anchors.begin()) return estimate_from(*after, record, date);
  const NumberEstimate low = estimate_from(*std::prev(after), record, date);
  if (after == record.anchors.end()) return low;
  const NumberEstimate high = estimate_from(*after, record, date);
  const bool low_is_nearer = days_between(low.from.date, date) < days_between(date, high.from.date);
  NumberEstimate both{low_is_nearer ? low.from : high.from, std::max(low.least, high.least), std::min(low.most, high.most)};
  if (both.least <= both.most) return both;
  return low_is_nearer ? low : high;  // the anchors contradict one another: the nearer one is believed
}

}  // namespace paiban::document
