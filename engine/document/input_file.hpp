#pragma once
// How files come in: regular files only, measured before they are read, and for what an issue names, never from outside its
// folder.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// The bytes of `path`, of standard input for "-". Fails on a folder, pipe or device, and on more than `most_bytes`.
[[nodiscard]] Result<std::string> read_input(const std::filesystem::path& path, std::size_t most_bytes, Report& report);

/// What a name inside an issue leads to.
enum class Inside : std::uint8_t {
  usable,   ///< a regular file below the folder
  missing,  ///< nothing there, or not to be opened
  unsafe,   ///< absolute, with "..", through a symbolic link, or no regular file
};

/// Looks where `name` leads below `folder`, following no link. Opens nothing but regular files.
[[nodiscard]] Inside look_inside(const std::filesystem::path& folder, std::string_view name);

/// The bytes of `name` below `folder`, which look_inside() has called usable; spoken of as `path`.
[[nodiscard]] Result<std::string> read_inside(const std::filesystem::path& folder, std::string_view name, std::size_t most_bytes,
                                              FileId file, const Report& report);

}  // namespace paiban::document
