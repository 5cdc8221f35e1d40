#pragma once
// Western words: which characters are one, what kind of word it is, and where it may be parted (typography P9).

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/characters.hpp"

namespace paiban::text {

/// Numbers the western words of `characters` (letters, digits and signs without a space) and finds the places in them.
/// `text`: the bytes that the characters are of.
void find_words(std::vector<Character>& characters, std::string_view text);

}  // namespace paiban::text
