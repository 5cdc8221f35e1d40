#include "compare/printed.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/message_table.hpp"
#include "report/trace.hpp"

namespace paiban::compare {
namespace {

using Json = nlohmann::json;

constexpr int decimals = 10'000;  // of a trace's figures

std::int64_t ten_thousandths(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return 0;
  return std::llround(found->get<Json::number_float_t>() * decimals);
}
Length length(const Json& object, const char* key) {
  return Length::units(scale_rounded(ten_thousandths(object, key), Length::units_per_point, decimals));
}
std::string words(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}
int number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

/// The elements of an array; of what is none, none.
const Json& list(const Json& object, const char* key) {
  static const Json nothing = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : nothing;
}

Line line_of(const Json& json, Spot spot) {
  const bool vertical = words(json, "writing") == "vertical";
  const auto hyphenated = json.find("hyphenated");
  return {std::move(spot),
          words(json, "text"),
          words(json, "style"),
          {length(json, vertical ? "baseline" : "x"), length(json, vertical ? "y" : "baseline")},
          length(json, "set"),
          length(json, "size"),
          Ratio{static_cast<std::int32_t>(ten_thousandths(json, "tracking"))},
          hyphenated != json.end() && *hyphenated == true};
}

void add_lines(const Json& owner, const Spot& first, std::vector<Line>& lines) {
  Spot spot = first;
  for (const Json& json : list(owner, "lines")) {
    ++spot.line;
    lines.push_back(line_of(json, spot));
  }
}

Box box_of(const Json& json) { return {length(json, "x"), length(json, "y"), length(json, "width"), length(json, "height")}; }

Box rule_of(const Json& json) {
  const Length x = length(json, "x"), y = length(json, "y");
  return {x, y, length(json, "x2") - x, length(json, "y2") - y};
}

Story story_of(const Json& json, int page) {
  Story story{words(json, "id"), words(json, "role"), {}};
  for (const Json& head : list(json, "heads")) {
    // The headlines of one story are counted through; a line ahead to another page is a bare line.
    const Spot spot{page, head.contains("role") ? words(head, "role") : "jump", 0, 0};
    if (head.contains("lines"))
      add_lines(head, spot, story.lines);
    else
      story.lines.push_back(line_of(head, {page, spot.role, 0, 1}));
  }
  int leg = 0;
  for (const Json& each : list(json, "legs")) add_lines(each, {page, {}, ++leg, 0}, story.lines);
  return story;
}

Page page_of(const Json& json) {
  Page page{number(json, "number"), length(json, "width"), length(json, "height"), length(json, "pitch"), {}, {}, {}, {}};
  for (const Json& story : list(json, "stories")) page.stories.push_back(story_of(story, page.number));
  for (const Json& picture : list(json, "pictures")) page.pictures.push_back({words(picture, "id"), box_of(picture)});
  for (const Json& rule : list(json, "rules")) page.rules.push_back(rule_of(rule));
  Spot spot{page.number, "furniture", 0, 0};
  for (const Json& line : list(json, "furniture")) {
    ++spot.line;
    page.furniture.push_back(line_of(line, spot));
  }
  return page;
}

bool is_a_name(document::SpanKind kind) {
  return kind == document::SpanKind::name || kind == document::SpanKind::person || kind == document::SpanKind::proper;
}

}  // namespace

std::string Story::headline() const {
  std::string words;
  for (const Line& line : lines)
    if (line.spot.role == "headline") words += line.text;
  return words;
}

Result<Printed> read_trace(std::string_view json, const std::string& file) {
  const Json trace = Json::parse(json, nullptr, false);
  if (!trace.is_object() || !list(trace, "pages").is_array() || !trace.contains("pages"))
    return tl::unexpected(Diagnostic{Code::cannot_read, {}, {file, "is no trace"}, {}, {}});
  Printed printed{words(trace, "issue"), words(trace, "date"), words(trace, "template"), {}, {}};
  for (const Json& page : list(trace, "pages"))
    if (page.is_object()) printed.pages.push_back(page_of(page));
  return printed;
}

Printed printed_of(const Edition& edition) {
  Printed printed = read_trace(report::trace_json(edition), "trace").value_or(Printed{});
  for (const document::PlannedText& planned : edition.plan.texts)
    for (const document::Span& span : planned.text.spans)
      if (is_a_name(span.kind)) printed.names.insert(planned.text.utf8.substr(span.start, span.end - span.start));
  return printed;
}

}  // namespace paiban::compare
