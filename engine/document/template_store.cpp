#include "document/template_store.hpp"

#include <algorithm>
#include <array>
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

std::vector<std::string> template_ids(const fs::path& data) {
  std::vector<std::string> ids;
  std::error_code failed;  // a folder that cannot be read holds no template
  for (fs::directory_iterator entry(folder_of(data), failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string id = entry->path().stem().string();
    if (entry->path().extension() == ".xml" && is_template_id(id) && std::ranges::find(not_templates, id) == not_templates.end())
      ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

Result<fs::path> find_template(const fs::path& data, std::string_view id) {
  const std::string wanted = id.empty() ? default_id(data) : std::string(id);
  if (!wanted.empty() && !is_template_id(wanted))
    return tl::unexpected(Diagnostic{Code::template_id_malformed, {}, {excerpt(wanted)}, {}, {}});
  const std::vector<std::string> ids = template_ids(data);
  if (std::ranges::binary_search(ids, wanted)) return folder_of(data) / (wanted + ".xml");
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  return tl::unexpected(
      Diagnostic{Code::template_not_found, {}, {wanted.empty() ? "templates/DEFAULT" : wanted, joined(known)}, {}, {}});
}

}  // namespace paiban::document
