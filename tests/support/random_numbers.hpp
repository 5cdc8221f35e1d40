#pragma once
// Chance that is the same on every machine and in every run.

#include <cstdint>

namespace paiban::test {

class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}
  /// From `first` to `last`, both inclusive.
  int between(int first, int last) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;  // Knuth's MMIX
    return first + static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(last - first + 1));
  }

 private:
  std::uint64_t state_;
};

}  // namespace paiban::test
