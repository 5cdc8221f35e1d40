#pragma once
// Numbers as a newspaper counts its pages: 今日八版, 二版.

#include <string>

namespace paiban::document {

/// 1 to 99 in Chinese numerals; in digits beyond.
[[nodiscard]] std::string han_number(int number);

}  // namespace paiban::document
