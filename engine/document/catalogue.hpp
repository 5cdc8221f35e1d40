#pragma once
// fonts/catalogue.xml: the faces by the roles that the trade gives them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// Index of a face in its catalogue.
using FontId = std::uint16_t;

/// One face file of catalogue.xml.
struct FaceEntry {
  std::string id;              ///< "NotoSerifSC-Regular"
  std::filesystem::path file;  ///< absolute
  int index = 0;               ///< in a collection
  std::string sha256;
  std::string licence;  ///< SPDX expression or name
  /// Bottom of the em box below the baseline, in thousandths of an em (−120, −200 for Fandol): BASE and hhea lie (fonts.md 4).
  int em_box_bottom = -120;
  /// Code points this face keeps in its private-use area: (character, private code point).
  std::vector<std::pair<char32_t, char32_t>> private_use;
};

/// A trade role (报宋 …) and its faces, the first that has a character sets it.
struct RoleEntry {
  std::string role;
  std::vector<FontId> chain;
};

struct Catalogue {
  std::vector<FaceEntry> faces;  ///< by FontId
  std::vector<RoleEntry> roles;
};

/// Reads `folder`/catalogue.xml. Fails on bad XML, an unknown element or attribute, a face named twice or not at all,
/// a file outside `folder`. The files themselves are not looked at.
[[nodiscard]] Result<Catalogue> read_catalogue(const std::filesystem::path& folder, Report& report);

}  // namespace paiban::document
