#include "base/length.hpp"

#include <array>

namespace paiban {
namespace {

constexpr int ratio_decimals = 4;
constexpr std::size_t longest_number = 12;        // sign, seven digits, point: no overflow on the way
constexpr std::int64_t longest_length = 100'000;  // in millimetres: far beyond any sheet, far below overflow

struct Unit {
  std::string_view name;
  std::int64_t units;
};
constexpr auto units = std::to_array<Unit>({{"pt", Length::units_per_point},
                                            {"mm", Length::units_per_millimetre},
                                            {"q", Length::units_per_q},
                                            {"Q", Length::units_per_q}});

}  // namespace

std::optional<Ratio> parse_ratio(std::string_view text) {
  if (text.empty() || text.size() > longest_number) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative || text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  int decimals = -1;
  bool any_digit = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && decimals < ratio_decimals) {
      value = value * 10 + (c - '0');
      any_digit = true;
      if (decimals >= 0) ++decimals;
    } else {
      return std::nullopt;
    }
  }
  if (!any_digit) return std::nullopt;
  for (int d = decimals < 0 ? 0 : decimals; d < ratio_decimals; ++d) value *= 10;
  return Ratio{negative ? -value : value};
}

std::optional<Length> parse_length(std::string_view text, Length em) {
  const auto number_end = text.find_first_not_of("+-.0123456789");
  if (number_end == std::string_view::npos) return std::nullopt;
  const auto number = parse_ratio(text.substr(0, number_end));
  if (!number) return std::nullopt;
  const std::string_view name = text.substr(number_end);
  std::int64_t unit = name == "em" ? em.count() : 0;
  for (const Unit& known : units)
    if (known.name == name) unit = known.units;
  if (unit == 0 || number->ten_thousandths > longest_length * 10'000 || number->ten_thousandths < -longest_length * 10'000)
    return std::nullopt;
  return Length::units(unit) * *number;
}

std::string decimal(std::int64_t numerator, std::int64_t denominator, int decimals) {
  std::int64_t power = 1;
  for (int d = 0; d < decimals; ++d) power *= 10;
  std::int64_t value = scale_rounded(numerator, power, denominator);
  const bool negative = value < 0;
  if (negative) value = -value;
  std::string text = std::to_string(value / power);
  if (std::int64_t rest = value % power; rest != 0) {
    std::string digits = std::to_string(rest);
    digits.insert(0, static_cast<std::size_t>(decimals) - digits.size(), '0');
    digits.erase(digits.find_last_not_of('0') + 1);
    text += "." + digits;
  }
  return negative ? "-" + text : text;
}

}  // namespace paiban
