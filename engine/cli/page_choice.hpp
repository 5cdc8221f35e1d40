#pragma once
// Which pages are written, and under which names.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::cli {

enum class Format : std::uint8_t { pdf, png, svg, dump, trace };

/// "pdf", "png" …: the words of --format and the usual endings of file names.
[[nodiscard]] std::string_view name_of(Format format);

/// The format that a file's ending asks for; nullopt where it asks for none.
[[nodiscard]] std::optional<Format> format_of(const std::filesystem::path& target);

/// Whether several pages go into one file.
[[nodiscard]] bool holds_many_pages(Format format);

/// Which of the pages numbered `numbers` are written: all, or `wanted` alone (0: all). Indices into `numbers`.
/// Fails with no_such_page.
[[nodiscard]] Result<std::vector<std::size_t>> choose_pages(std::span<const int> numbers, int wanted);

/// The name for page `number`: %d in `pattern` stands for it, %% for a per cent sign.
[[nodiscard]] std::string page_name(std::string_view pattern, int number);

/// Whether names made of `pattern` differ from page to page.
[[nodiscard]] bool tells_pages_apart(std::string_view pattern);

/// Where the issue `issue` is written when nobody says: its name with the format's ending, in the current folder;
/// one name a page where the format holds one page and there are several. "-" stays "-".
[[nodiscard]] std::string default_target(const std::filesystem::path& issue, Format format, std::size_t pages);

}  // namespace paiban::cli
