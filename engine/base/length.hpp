#pragma once
// Lengths on the page. No floating point before render/: the same page comes out on every machine.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paiban {

/// A plain number with four decimals: a scale, a tracking, a count of em. 10 000 is one.
struct Ratio {
  std::int64_t ten_thousandths = 0;

  [[nodiscard]] static constexpr Ratio one() { return Ratio{10'000}; }
  [[nodiscard]] static constexpr Ratio of(std::int64_t numerator, std::int64_t denominator) {
    return Ratio{10'000 * numerator / denominator};
  }
  friend constexpr auto operator<=>(const Ratio&, const Ratio&) = default;
  friend constexpr Ratio operator+(Ratio a, Ratio b) { return Ratio{a.ten_thousandths + b.ten_thousandths}; }
  friend constexpr Ratio operator-(Ratio a, Ratio b) { return Ratio{a.ten_thousandths - b.ten_thousandths}; }
  constexpr Ratio operator-() const { return Ratio{-ten_thousandths}; }
};

/// `value * numerator / denominator`, halves rounded away from zero. `denominator` > 0.
[[nodiscard]] constexpr std::int64_t scale_rounded(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t product = value * numerator;
  const std::int64_t half = denominator / 2;
  return product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
}

/// A length, or a place along one axis. One unit is 1/12 700 pt = 1/36 000 mm, so that millimetre,
/// point and Q (a quarter millimetre, 级) are whole numbers and 254 mm are 720 pt exactly.
class Length {
 public:
  static constexpr std::int64_t units_per_point = 12'700;
  static constexpr std::int64_t units_per_millimetre = 36'000;
  static constexpr std::int64_t units_per_q = 9'000;

  constexpr Length() = default;
  [[nodiscard]] static constexpr Length units(std::int64_t count) { return Length{count}; }
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }

  friend constexpr auto operator<=>(const Length&, const Length&) = default;
  friend constexpr Length operator+(Length a, Length b) { return Length{a.count_ + b.count_}; }
  friend constexpr Length operator-(Length a, Length b) { return Length{a.count_ - b.count_}; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.count_ * n}; }
  friend constexpr Length operator*(std::int64_t n, Length a) { return Length{a.count_ * n}; }
  friend constexpr Length operator*(Length a, Ratio r) { return Length{scale_rounded(a.count_, r.ten_thousandths, 10'000)}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length{a.count_ / n}; }
  constexpr Length operator-() const { return Length{-count_}; }
  constexpr Length& operator+=(Length other) {
    count_ += other.count_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    count_ -= other.count_;
    return *this;
  }

  /// This length as a share of `whole`, with four decimals. `whole` > 0.
  [[nodiscard]] constexpr Ratio per(Length whole) const { return Ratio{scale_rounded(count_, 10'000, whole.count_)}; }

 private:
  explicit constexpr Length(std::int64_t count) : count_(count) {}
  std::int64_t count_ = 0;
};

[[nodiscard]] constexpr Length points(std::int64_t n) { return Length::units(n * Length::units_per_point); }
[[nodiscard]] constexpr Length millimetres(std::int64_t n) { return Length::units(n * Length::units_per_millimetre); }

namespace literals {
constexpr Length operator""_pt(unsigned long long n) { return points(static_cast<std::int64_t>(n)); }
constexpr Length operator""_mm(unsigned long long n) { return millimetres(static_cast<std::int64_t>(n)); }
}  // namespace literals

struct Point {
  Length x, y;
  friend constexpr bool operator==(const Point&, const Point&) = default;
};

/// A rectangle on the page, from its top left corner; y grows downwards.
struct Box {
  Length x, y, width, height;
  [[nodiscard]] constexpr Length right() const { return x + width; }
  [[nodiscard]] constexpr Length bottom() const { return y + height; }
  friend constexpr bool operator==(const Box&, const Box&) = default;
};

/// "16.5" → 165 000 ten-thousandths; at most four decimals, an optional sign, nothing else. nullopt otherwise.
[[nodiscard]] std::optional<Ratio> parse_ratio(std::string_view text);

/// "9pt", "390mm", "36q", "2em" (of `em`); nullopt where the number or the unit is none, or the value leaves ±100 m.
[[nodiscard]] std::optional<Length> parse_length(std::string_view text, Length em);

/// Decimal text with `decimals` places (0 to 6), rounded half away from zero, trailing zeros dropped: "16.5".
[[nodiscard]] std::string decimal(std::int64_t numerator, std::int64_t denominator, int decimals);
[[nodiscard]] inline std::string to_points(Length length) { return decimal(length.count(), Length::units_per_point, 4); }

}  // namespace paiban
