#pragma once
// The templates of a data folder, by id.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// Small letters, digits and hyphens, at most 64, no hyphen first: an id is part of a file's name and never of a path.
[[nodiscard]] bool is_template_id(std::string_view id);

/// What an issue calls its template: "changji-front", or "changji-front@2" where it means one of its versions.
struct TemplateName {
  std::string id;
  int version = 0;  ///< 0: whichever is in use
};
inline constexpr int most_template_version = 9999;
/// Nothing where `words` are no such name.
[[nodiscard]] std::optional<TemplateName> template_name(std::string_view words);

/// The ids in `data`/templates, sorted.
[[nodiscard]] std::vector<std::string> template_ids(const std::filesystem::path& data);

/// The versions of template `id` that were in use once: those in `data`/templates/old, least first.
[[nodiscard]] std::vector<int> old_versions(const std::filesystem::path& data, std::string_view id);

/// The file of the template that is called `name`: of a version, templates/old/ID@VERSION.xml where that is there, else the one
/// in use, templates/ID.xml, whose reader sees whether it is of that version. Of the default one, which templates/DEFAULT names,
/// where `name` is empty. Fails where the name is none or no such template is there, and lists those that are.
[[nodiscard]] Result<std::filesystem::path> find_template(const std::filesystem::path& data, std::string_view name);

}  // namespace paiban::document
