#pragma once
// Writing a folder whole or not at all.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::render {

/// A file of a folder, by its path inside: names and single slashes, no "..".
struct FolderFile {
  std::string path;
  std::string_view bytes;
};

/// The list of sums that lies in every folder written so, for `sha256sum -c`. Its first line says who made the folder.
inline constexpr std::string_view folder_list = "files.sha256";

/// Writes `files` and their list into a new folder beside `folder`, to the disk, and only then in its place. Until then what was
/// there stands untouched; after an error nothing of the attempt is left. An older folder is replaced where it is empty, or where
/// `maker` ("paiban edition") made it and nothing else has come into it: no file that its list does not name is ever deleted.
/// Errors: folder_foreign, with what is in it; cannot_write, with the system's reason.
[[nodiscard]] Result<void> write_folder(const std::filesystem::path& folder, std::span<const FolderFile> files,
                                        std::string_view maker);

}  // namespace paiban::render
