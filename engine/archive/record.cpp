#include "archive/record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "archive/json.hpp"
#include "base/mapped_file.hpp"
#include "base/sha256.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_record_bytes = std::size_t{16} << 20U;
constexpr int indent = 1;
constexpr std::size_t most_output_bytes = std::size_t{1} << 30U;

Json to_json(const Record& record) {
  return Json{{"engine", record.recipe.engine},
              {"date", record.date},
              {"number", record.number},
              {"pages", record.pages},
              {"profiles", record.recipe.profiles},
              {"bag", record.recipe.bag},
              {"issue", record.recipe.issue},
              {"data", record.recipe.data},
              {"outputs", record.outputs},
              {"diagnostics", complaints_json(record.complaints)}};
}

Record from_json(const Json& json) {
  Record record;
  record.date = json.at("date");
  record.number = json.at("number");
  record.pages = json.at("pages");
  record.recipe = {json.at("engine"), json.at("profiles"), json.at("bag"), json.at("issue"), json.at("data")};
  record.outputs = json.at("outputs");
  record.complaints = complaints_of(json.at("diagnostics"));
  return record;
}

/// The names below `folder` but the record's; empty where they cannot be listed.
std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (!entry->is_directory(failed)) names.push_back(entry->path().lexically_relative(folder).generic_string());
  std::erase(names, record_name);
  std::ranges::sort(names);
  return failed ? std::vector<std::string>{} : names;
}

bool is_as_recorded(const fs::path& file, const std::string& sum) {
  std::error_code failed;
  if (fs::is_regular_file(file, failed) && fs::file_size(file, failed) == 0) return sum == sha256_of("");  // nothing to map
  const auto mapped = MappedFile::open(file, most_output_bytes);
  return mapped && sha256_of(mapped->bytes()) == sum;
}

/// The first name that is in one of the two alone, or has two sums.
std::string first_difference(const Sums& one, const Sums& other) {
  for (const auto& [name, sum] : one)
    if (const auto found = other.find(name); found == other.end() || found->second != sum) return name;
  for (const auto& [name, sum] : other)
    if (!one.contains(name)) return name;
  return {};
}

}  // namespace

std::string record_text(const Record& record) {
  Json json = to_json(record);
  json["sum"] = sha256_of(text_of(json, indent));  // of all before it: the record is the one file that no other sums up
  return text_of(json, indent) + '\n';
}

std::optional<Record> read_record(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return std::nullopt;
  try {
    Record record = from_json(json);
    if (record_text(record) == text) return record;
  } catch (const Json::exception&) {  // the library's way to say that a key is missing or of another kind
  }
  return std::nullopt;
}

Found look_at(const fs::path& folder) {
  const auto text = read_whole(folder / record_name, most_record_bytes);
  auto record = text ? read_record(*text) : std::nullopt;
  if (!record) return {std::nullopt, record_name};
  for (const auto& [name, sum] : record->outputs)
    if (!is_as_recorded(folder / name, sum)) return {std::nullopt, name};
  for (const std::string& name : files_in(folder))
    if (!record->outputs.contains(name)) return {std::nullopt, name};
  return {std::move(record), {}};
}

std::string first_difference(const Recipe& one, const Recipe& other) {
  if (one.engine != other.engine) return one.engine;
  if (one.profiles != other.profiles || one.bag != other.bag) return "--profiles";
  std::string name = first_difference(one.issue, other.issue);
  return name.empty() ? first_difference(one.data, other.data) : name;
}

}  // namespace paiban::archive
