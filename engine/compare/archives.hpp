#pragma once
// Two runs over one archive, say by two versions of the engine: did any line move?

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/diagnostic.hpp"
#include "compare/difference.hpp"

namespace paiban::compare {

/// A page that is not as it was.
struct ArchivePage {
  std::string issue;  ///< the bag's folder below the archive
  std::string file;   ///< "data/alto/0001.xml"
  Difference difference;
};

struct ArchiveCount {
  std::int64_t issues = 0, pages = 0;    ///< of the new archive, those that only the old one has counted too
  std::int64_t changed = 0;              ///< pages
  std::int64_t moved = 0, reworded = 0;  ///< lines
};

/// Bags below `was` and `now` (folders with a manifest-sha256.txt), by their place below it. A page is looked at only where its
/// sum differs, and its lines only where more does than what names the engine; `tell` hears of each that changed, in order, and
/// nothing is kept. Errors: cannot_read, of a folder without bags or of a file.
[[nodiscard]] Result<ArchiveCount> compare_archives(const std::filesystem::path& was, const std::filesystem::path& now,
                                                    const std::function<void(const ArchivePage&)>& tell);

}  // namespace paiban::compare
