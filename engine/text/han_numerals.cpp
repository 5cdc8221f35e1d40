#include "text/han_numerals.hpp"

#include <array>

namespace paiban::text {
namespace {

constexpr std::array<std::string_view, 10> figures{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> places{"", "十", "百", "千"};

std::string_view figure(char digit) { return figures[static_cast<std::size_t>(digit - '0')]; }

}  // namespace

std::string han_digits(std::string_view digits) {
  std::string out;
  for (const char digit : digits) out += figure(digit);
  return out;
}

std::string han_number(std::string_view digits) {
  if (digits.size() > places.size() || digits.size() < 2 || digits.front() == '0') return han_digits(digits);
  std::string out;
  bool noughts = false;  // passed since the last figure: they are read once, and not at the end
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == '0') {
      noughts = true;
      continue;
    }
    if (noughts) out += "零";
    noughts = false;
    const std::size_t place = digits.size() - 1 - i;
    const bool plain_ten = digits.size() == 2 && i == 0 && digits[i] == '1';  // 十二, not 一十二
    if (!plain_ten) out += figure(digits[i]);
    out += places[place];
  }
  return out;
}

}  // namespace paiban::text
