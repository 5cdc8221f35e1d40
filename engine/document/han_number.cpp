#include "document/han_number.hpp"

#include <array>
#include <string_view>

namespace paiban::document {

std::string han_number(int number) {
  constexpr auto names = std::to_array<std::string_view>({"", "一", "二", "三", "四", "五", "六", "七", "八", "九"});
  if (number < 1 || number > 99) return std::to_string(number);
  const auto tens = static_cast<std::size_t>(number / 10), ones = static_cast<std::size_t>(number % 10);
  std::string text(tens > 1 ? names[tens] : "");
  if (tens > 0) text += "十";
  return text += names[ones];
}

}  // namespace paiban::document
