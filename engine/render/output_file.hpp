#pragma once
// Writing a file whole or not at all.

#include <filesystem>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::render {

/// Writes `bytes` to `target`: into a new file beside it, to the disk, and only then in its place. Until the last step the
/// old file stands untouched; after an error nothing of the attempt is left. (But one: where only the folder could not be made to
/// last over a power cut, the new file stands whole, and the error is told all the same.)
/// Error: cannot_write, with the system's reason.
///
/// A target that is no regular file (/dev/full, a pipe) is written to directly. "-" is standard output.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& target, std::string_view bytes);

/// Writes `file`, which is not there yet, to the disk: for folders that come into their place whole. After an error a part of it
/// may be left. Error: cannot_write.
[[nodiscard]] Result<void> write_new_file(const std::filesystem::path& file, std::string_view bytes);

/// What was made, renamed or deleted in `folder` outlives a power cut. Error: cannot_write.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace paiban::render
