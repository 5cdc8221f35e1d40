#include "cli/data_folder.hpp"

#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code ignored;  // a folder that cannot be looked at holds nothing for us
  return fs::is_directory(folder / "templates", ignored) && fs::is_regular_file(folder / "fonts" / "catalogue.xml", ignored);
}

Result<fs::path> require(const fs::path& folder) {
  std::error_code failed;
  const fs::path whole = fs::absolute(folder, failed);
  if (failed || !holds_data(whole)) return tl::unexpected(Diagnostic{Code::no_data_folder, {}, {folder.string()}, {}, {}});
  return whole;
}

}  // namespace

Result<fs::path> find_data_folder(const DataPlaces& places) {
  if (!places.option.empty()) return require(places.option);
  if (!places.environment.empty()) return require(places.environment);
  if (!places.installed.empty() && holds_data(places.installed)) return places.installed;
  return require(places.source_tree);
}

DataPlaces data_places(std::string option) {
  DataPlaces places;
  places.option = std::move(option);
  if (const char* value = std::getenv("PAIBAN_DATA"); value != nullptr) places.environment = value;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) places.installed = (program.parent_path() / PAIBAN_SHARE_FROM_PROGRAM).lexically_normal();
  places.source_tree = PAIBAN_SOURCE_TREE;
  return places;
}

}  // namespace paiban::cli
