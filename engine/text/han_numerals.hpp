#pragma once
// 汉字数字: Arabic numerals as they are written in Han.

#include <string>
#include <string_view>

namespace paiban::text {

/// Digit by digit, as years and telephone numbers are read: 2025 → 二〇二五. `digits`: '0' to '9' only.
[[nodiscard]] std::string han_digits(std::string_view digits);

/// By value, as things are counted: 12 → 十二, 105 → 一百零五; above four digits, or with a nought in front, digit by digit.
[[nodiscard]] std::string han_number(std::string_view digits);

}  // namespace paiban::text
