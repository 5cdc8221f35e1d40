#include "document/template_store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <system_error>

#include "base/message_table.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view id_characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::size_t longest_id = 64;
// The record of issue numbers (number_record.hpp) and the house's words (terms.hpp) stand beside the templates and are none.
constexpr auto not_templates = std::to_array<std::string_view>({"anchors", "terms"});

fs::path folder_of(const fs::path& data) { return data / "templates"; }
fs::path old_folder_of(const fs::path& data) { return folder_of(data) / "old"; }

/// 1 to most_template_version, written as one writes numbers.
std::optional<int> version_of(std::string_view digits) {
  int version = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (!whole || digits.front() == '0' || version < 1 || version > most_template_version) return std::nullopt;
  return version;
}

/// The names of the XML files in `folder`, without the ending.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;  // a folder that cannot be read holds no template
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".xml") names.push_back(entry->path().stem().string());
  return names;
}

/// The one word of templates/DEFAULT; empty where there is none to be had.
std::string default_id(const fs::path& data) {
  std::ifstream file(folder_of(data) / "DEFAULT");
  std::string id;
  file >> id;
  return id;
}

}  // namespace

bool is_template_id(std::string_view id) {
  return !id.empty() && id.size() <= longest_id && id.front() != '-' && id.find_first_not_of(id_characters) == id.npos;
}

std::optional<TemplateName> template_name(std::string_view words) {
  const auto at = words.find('@');
  TemplateName name{std::string(words.substr(0, at)), 0};
  if (!is_template_id(name.id)) return std::nullopt;
  if (at == words.npos) return name;
  const auto version = version_of(words.substr(at + 1));
  if (!version) return std::nullopt;
  name.version = *version;
  return name;
}

std::vector<std::string> template_ids(const fs::path& data) {
  std::vector<std::string> ids = names_in(folder_of(data));
  std::erase_if(ids, [](const std::string& id) { return !is_template_id(id) || std::ranges::count(not_templates, id) != 0; });
  std::ranges::sort(ids);
  return ids;
}

std::vector<int> old_versions(const fs::path& data, std::string_view id) {
  std::vector<int> versions;
  for (const std::string& each : names_in(old_folder_of(data)))
    if (const auto name = template_name(each); name && name->id == id && name->version != 0) versions.push_back(name->version);
  std::ranges::sort(versions);
  return versions;
}

Result<fs::path> find_template(const fs::path& data, std::string_view name) {
  const std::string said = name.empty() ? default_id(data) : std::string(name);
  const std::optional<TemplateName> wanted = said.empty() ? TemplateName{} : template_name(said);
  if (!wanted) return tl::unexpected(Diagnostic{Code::template_id_malformed, {}, {excerpt(said)}, {}, {}});
  if (std::ranges::binary_search(old_versions(data, wanted->id), wanted->version)) return old_folder_of(data) / (said + ".xml");
  const std::vector<std::string> ids = template_ids(data);
  if (std::ranges::binary_search(ids, wanted->id)) return folder_of(data) / (wanted->id + ".xml");
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  return tl::unexpected(
      Diagnostic{Code::template_not_found, {}, {said.empty() ? "templates/DEFAULT" : said, joined(known)}, {}, {}});
}

}  // namespace paiban::document
