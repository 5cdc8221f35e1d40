#pragma once
// Where the faces and the templates are: never beside the issue, never in the current folder, so that an issue
// looks the same wherever it is set.

#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"

namespace paiban::cli {

/// The places that are looked at, in this order. The first that is not empty decides for `option` and `environment`:
/// whoever names a folder means it. Of the last two the first that exists.
struct DataPlaces {
  std::string option;                 ///< --data
  std::string environment;            ///< PAIBAN_DATA
  std::filesystem::path installed;    ///< share/paiban of the program's own installation
  std::filesystem::path source_tree;  ///< what the program was built from
};

/// The folder that holds templates/ and fonts/catalogue.xml. Fails with no_data_folder, naming the place that was meant.
[[nodiscard]] Result<std::filesystem::path> find_data_folder(const DataPlaces& places);

/// The places of this process: its environment, its own file's place.
[[nodiscard]] DataPlaces data_places(std::string option);

}  // namespace paiban::cli
