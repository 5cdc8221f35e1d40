#pragma once
// The foreign libraries that this process runs with: another version of one of them may give other bytes.

#include <string>
#include <vector>

namespace paiban::libraries {

struct Library {
  std::string name;     ///< as its makers write it: "HarfBuzz"
  std::string version;  ///< of what runs, where the library can be asked; else of what was compiled against
};

/// All whose work reaches an output, sorted by name.
[[nodiscard]] std::vector<Library> libraries_in_use();

}  // namespace paiban::libraries
