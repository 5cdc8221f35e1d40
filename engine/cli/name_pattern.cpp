#include "cli/name_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

constexpr auto fields = std::to_array<std::string_view>({"paper", "date", "number", "page", "version"});

/// Calls `literal` with each stretch between fields and `field` with each field's name. False where a brace has no partner.
template <typename Literal, typename Field>
bool read(std::string_view text, Literal literal, Field field) {
  while (!text.empty()) {
    const std::size_t open = std::min(text.find_first_of("{}"), text.size());
    literal(text.substr(0, open));
    text.remove_prefix(open);
    if (text.empty()) return true;
    const std::size_t close = text.find('}');
    if (text.front() != '{' || close == std::string_view::npos) return false;
    field(text.substr(1, close - 1));
    text.remove_prefix(close + 1);
  }
  return true;
}

std::string value_of(std::string_view field, const NameFields& values) {
  if (field == "paper") return values.paper;
  if (field == "date") return values.date;
  if (field == "number") return values.number;
  if (field == "page") return fmt::format("{:02}", values.page);
  return fmt::to_string(values.version);
}

}  // namespace

Result<NamePattern> NamePattern::parse(std::string_view text) {
  bool known = true, page = false, version = false, whole = text.find('/') == std::string_view::npos && !text.starts_with('.');
  whole = read(
              text, [](std::string_view) {},
              [&](std::string_view field) {
                known = known && std::ranges::find(fields, field) != fields.end();
                page = page || field == "page";
                version = version || field == "version";
              }) &&
          whole;
  if (whole && known && page && version) return NamePattern(std::string(text));
  return tl::unexpected(Diagnostic{Code::bad_name_pattern, {}, {std::string(text)}, {}, {}});
}

std::string NamePattern::name(const NameFields& values) const {
  std::string name;
  read(
      text_, [&](std::string_view literal) { name += literal; },
      [&](std::string_view field) { name += value_of(field, values); });
  return name;
}

}  // namespace paiban::cli
