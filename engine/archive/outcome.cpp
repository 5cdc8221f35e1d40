#include "archive/outcome.hpp"

#include <fmt/format.h>

#include <utility>

#include "archive/json.hpp"
#include "base/sha256.hpp"
#include "document/calendar.hpp"

namespace paiban::archive {
namespace {

/// With what was said: it goes to the terminal, and into no file.
Json talk_json(const std::vector<Complaint>& complaints) {
  Json list = complaints_json(complaints);
  for (std::size_t i = 0; i < complaints.size(); ++i) list[i]["said"] = complaints[i].said;
  return list;
}

std::vector<Complaint> talk_of(const Json& json) {
  std::vector<Complaint> list = complaints_of(json);
  for (std::size_t i = 0; i < list.size(); ++i) list[i].said = json[i].at("said");
  return list;
}

Look read_look(const Json& json) {
  return {json.at("name"), json.at("template"), json.at("named"),
          json.at("line"), json.at("column"),   talk_of(json.at("complaints"))};
}

Outcome read_outcome(const Json& json) {
  return {static_cast<State>(json.at("state").get<int>()),
          talk_of(json.at("complaints")),
          json.at("remarks"),
          json.at("pages"),
          json.at("pdfs"),
          json.at("inputs"),
          json.at("record")};
}

template <typename T>
std::optional<T> parsed(std::string_view message, T (*read)(const Json&)) {
  const Json json = Json::parse(message, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return std::nullopt;
  try {
    return read(json);
  } catch (const Json::exception&) {  // the library's way to say that a key is missing or of another kind
    return std::nullopt;
  }
}

}  // namespace

std::string name_of(const document::Date& date, int number) {
  const std::string day = document::iso_date(date);
  return number == 0 ? fmt::format("{:04}/{}", date.year, day) : fmt::format("{:04}/{}_{}", date.year, day, number);
}

Outcome failed_outcome(State state, std::vector<Complaint> complaints) {
  Outcome outcome;
  outcome.state = state;
  outcome.complaints = std::move(complaints);
  return outcome;
}

Outcome outcome_of(const Record& record, State state) {
  Outcome outcome;
  outcome.state = state;
  outcome.complaints = record.complaints;
  for (Complaint& each : outcome.complaints) each.said.clear();  // it goes well: nobody needs to hear them
  outcome.pages = record.pages;
  for (const auto& [name, sum] : record.outputs)
    if (name.ends_with(".pdf")) outcome.pdfs[name] = sum;
  const Json recipe{record.recipe.engine, record.recipe.profiles, record.recipe.bag, record.recipe.issue, record.recipe.data};
  outcome.inputs = sha256_of(text_of(recipe));
  outcome.record = sha256_of(record_text(record));
  return outcome;
}

std::string message_of(const Look& look) {
  return text_of(Json{{"name", look.name},
                      {"template", look.template_id},
                      {"named", look.named},
                      {"line", look.line},
                      {"column", look.column},
                      {"complaints", talk_json(look.complaints)}});
}

std::string message_of(const Outcome& outcome) {
  return text_of(Json{{"state", static_cast<int>(outcome.state)},
                      {"complaints", talk_json(outcome.complaints)},
                      {"remarks", outcome.remarks},
                      {"pages", outcome.pages},
                      {"pdfs", outcome.pdfs},
                      {"inputs", outcome.inputs},
                      {"record", outcome.record}});
}

std::optional<Look> look_in(std::string_view message) { return parsed(message, read_look); }
std::optional<Outcome> outcome_in(std::string_view message) { return parsed(message, read_outcome); }

}  // namespace paiban::archive
