#pragma once
// The looks and the script of every digital edition; part of the program.

#include <string_view>

namespace paiban::digital {

[[nodiscard]] std::string_view style_sheet();
[[nodiscard]] std::string_view script();

}  // namespace paiban::digital
