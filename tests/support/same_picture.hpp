#pragma once
// A drawing against the picture that it should be.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "picture/picture.hpp"

namespace paiban::test {

/// What differs between `drawn`, a PNG, and the one in `expected`, in words; empty where they are alike. With PAIBAN_UPDATE set
/// the expectation is written instead.
inline std::string picture_fault(const std::string& drawn, const std::filesystem::path& expected) {
  if (std::getenv("PAIBAN_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << drawn;
  const picture::Pixels is = *picture::decode(*picture::parse_picture(drawn, "drawn"), 0);
  const picture::Pixels was = *picture::decode(*picture::read_picture(expected), 0);
  if (is.width != was.width || is.height != was.height)
    return fmt::format("{}x{} pixels instead of {}x{}", is.width, is.height, was.width, was.height);
  // Vector instructions of one processor may round otherwise than those of another.
  constexpr int tolerance = 2;
  for (std::size_t at = 0; at < is.rows.size(); ++at)
    for (const unsigned shift : {16U, 8U, 0U}) {
      const auto part = [shift](std::uint32_t pixel) { return static_cast<int>((pixel >> shift) & 0xFFU); };
      if (std::abs(part(is.rows[at]) - part(was.rows[at])) > tolerance)
        return fmt::format("pixel {} is {:06X} instead of {:06X}", at, is.rows[at] & 0xFFFFFFU, was.rows[at] & 0xFFFFFFU);
    }
  return {};
}

}  // namespace paiban::test
