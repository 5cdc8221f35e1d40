#pragma once
// Writing a file that never takes another's place.

#include <filesystem>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::render {

/// Writes `bytes` to `target`, whole or not at all, as write_file does, where nothing of that name is. False where something is:
/// it stays as it is, also if it came in the meantime. Error: cannot_write.
[[nodiscard]] Result<bool> write_if_absent(const std::filesystem::path& target, std::string_view bytes);

}  // namespace paiban::render
