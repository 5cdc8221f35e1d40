#pragma once
// What the press wants its files to be called.

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::cli {

/// What a name may be made of.
struct NameFields {
  std::string paper;   ///< the template's short name
  std::string date;    ///< 2025-02-05
  std::string number;  ///< 总第N期: 12184; empty where the issue has none
  int page = 0;        ///< two digits at least: 01
  int version = 0;     ///< counted up from 1
};

/// A file's name with {paper}, {date}, {number}, {page}, {version}: the last two are in each.
class NamePattern {
 public:
  /// Error: bad_name_pattern, for an unknown field, one of the two that is not there, or a name that is a path.
  [[nodiscard]] static Result<NamePattern> parse(std::string_view text);

  [[nodiscard]] std::string name(const NameFields& fields) const;

 private:
  explicit NamePattern(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

inline constexpr std::string_view usual_name_pattern = "{paper}-{date}-{page}-{version}.pdf";

}  // namespace paiban::cli
