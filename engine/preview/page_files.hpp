#pragma once
// The page that a browser shows: files of engine/preview/page, made part of the program by CMake.

#include <string_view>

#include "base/diagnostic.hpp"
#include "preview/guard.hpp"

namespace paiban::preview {

struct PageFile {
  std::string_view bytes;
  const char* type = "";  ///< MIME
};

[[nodiscard]] PageFile page_file(Asset::Name name, Language language);

}  // namespace paiban::preview
