#pragma once
// The templates of a data folder, by id.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// Small letters, digits and hyphens, at most 64, no hyphen first: an id is part of a file's name and never of a path.
[[nodiscard]] bool is_template_id(std::string_view id);

/// The ids in `data`/templates, sorted.
[[nodiscard]] std::vector<std::string> template_ids(const std::filesystem::path& data);

/// The file of template `id` in `data`/templates; of the default one, which templates/DEFAULT names, where `id` is empty.
/// Fails where the id is none or no such template is there, and lists those that are.
[[nodiscard]] Result<std::filesystem::path> find_template(const std::filesystem::path& data, std::string_view id);

}  // namespace paiban::document
