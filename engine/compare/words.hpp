#pragma once
// A difference as text and as JSON.

#include <string>

#include "base/diagnostic.hpp"
#include "compare/archives.hpp"
#include "compare/difference.hpp"

namespace paiban::compare {

/// "97472 pages, 0 lines moved"; ", 2 lines reworded" where there are any.
[[nodiscard]] std::string count_words(std::int64_t pages, std::int64_t moved, std::int64_t reworded, Language language);

/// 核红: story by story what to tick, page, column and line first; then what stands where it stood.
[[nodiscard]] std::string difference_text(const Difference& difference, Language language);

/// The same of a page of an archive, under its issue's name, without the count.
[[nodiscard]] std::string archive_page_text(const ArchivePage& page, Language language);
/// One line: {"issue", "file", …} and the members of difference_json.
[[nodiscard]] std::string archive_page_json(const ArchivePage& page);
/// The last line: {"issues", "pages", "changed", "moved", "reworded"}.
[[nodiscard]] std::string archive_count_json(const ArchiveCount& count);

/// {"pages", "lines", "unchanged", "stories": [{"id", "page", "words": […], "lines": […]}], "changed_pages": […]}, lengths in
/// points.
[[nodiscard]] std::string difference_json(const Difference& difference);

}  // namespace paiban::compare
