#pragma once
// From a template's file to a Template: strict, resolved, closed.

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/catalogue.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// Smallest and largest side of a page.
inline constexpr Length least_page_side = millimetres(50), most_page_side = millimetres(1500);

/// Reads the template at `path`, dressed for the day as `variant` says (empty: the normal day). A variant that the template
/// does not have is reported, and the normal dress used. Fails on anything not understood and on a page that does
/// not close (template_closing.hpp): all faults but the last go to `report`, the last is the error.
[[nodiscard]] Result<Template> read_template(const std::filesystem::path& path, std::string_view variant, Report& report);

/// The template called `name` in `data`/templates, as find_template finds it and read_template reads it. Fails, too, where the
/// one in use is of another version than `name` asks for.
[[nodiscard]] Result<Template> read_named_template(const std::filesystem::path& data, std::string_view name,
                                                   std::string_view variant, Report& report);

/// Reports every style that asks for a role which `roles` does not have. True where there is none.
[[nodiscard]] bool check_roles(const Template& design, std::span<const RoleEntry> roles, Report& report);

}  // namespace paiban::document
