#pragma once
// What each correction would change in a paragraph. Rules only look; normalise() makes the changes.

#include <cstddef>
#include <vector>

#include "document/character_kinds.hpp"
#include "document/text_edit.hpp"

namespace paiban::document {

[[nodiscard]] std::vector<Edit> find_invisible(const Characters& text);
[[nodiscard]] std::vector<Edit> find_ideographs(const Characters& text);
[[nodiscard]] std::vector<Edit> find_widths(const Characters& text);
[[nodiscard]] std::vector<Edit> find_lines(const Characters& text);
[[nodiscard]] std::vector<Edit> find_indents(const Characters& text);
[[nodiscard]] std::vector<Edit> find_ellipses(const Characters& text);
[[nodiscard]] std::vector<Edit> find_dashes(const Characters& text);
[[nodiscard]] std::vector<Edit> find_interpuncts(const Characters& text);
[[nodiscard]] std::vector<Edit> find_quotes(const Characters& text);  ///< none where their count is odd
[[nodiscard]] std::vector<Edit> find_marks(const Characters& text);
[[nodiscard]] std::vector<Edit> find_spaces(const Characters& text);

/// Straight double quotes of a Chinese paragraph, by the index of their character; addresses left out.
[[nodiscard]] std::vector<std::size_t> straight_quotes(const Characters& text);
/// Commas between two digits: 1,200 or 一二,三四? Nobody can tell, so nobody guesses.
[[nodiscard]] std::vector<std::size_t> commas_between_digits(const Characters& text);

}  // namespace paiban::document
