#pragma once
// From a report to complaints that mean the same wherever the issue and the data lie.

#include <filesystem>
#include <vector>

#include "archive/record.hpp"
#include "base/diagnostic.hpp"

namespace paiban::archive {

/// Of whom a report speaks, and to whom.
struct Speaker {
  std::filesystem::path issue;  ///< its file
  std::filesystem::path data;
  Language language = Language::english;  ///< of what is said on standard error
};

/// All of `report`, in its order.
[[nodiscard]] std::vector<Complaint> complaints_of(const Report& report, const Speaker& speaker);

}  // namespace paiban::archive
