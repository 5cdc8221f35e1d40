#include "finish/plates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/length.hpp"
#include "finish/content_scanner.hpp"
#include "finish/pdf_document.hpp"

namespace paiban::finish {
namespace {

/// An operator's letters as a number, for switch.
constexpr std::uint32_t word(std::string_view name) {
  std::uint32_t packed = 0;
  for (const char c : name) packed = packed << 8U | static_cast<unsigned char>(c);
  return packed;
}
constexpr std::size_t longest_word = 3;

/// The drawing's colours are bytes, written as decimal fractions of 255: "0.784314" is 200. nullopt for any other number.
std::optional<std::uint32_t> byte_of(std::string_view number) {
  constexpr std::size_t places = 8;
  constexpr std::int64_t one = 100'000'000;
  constexpr std::int64_t near = one / 1'000'000;  // what is written is rounded to six places at least
  std::int64_t value = 0;
  const auto point = std::min(number.find('.'), number.size());
  std::string digits(number.substr(0, point));
  const std::string_view fraction = number.substr(std::min(point + 1, number.size())).substr(0, places);
  digits.append(fraction).append(places - fraction.size(), '0');
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0 || value > one) return std::nullopt;
  const std::int64_t byte = (value * 255 + one / 2) / one;
  if (std::abs(value * 255 - byte * one) > near * 255) return std::nullopt;
  return static_cast<std::uint32_t>(byte);
}

std::optional<std::size_t> sentinel_of(std::span<const std::string_view> operands) {
  if (operands.size() != 3) return std::nullopt;
  std::uint32_t rgb = 0;
  for (const std::string_view operand : operands) {
    const auto byte = byte_of(operand);
    if (!byte) return std::nullopt;
    rgb = rgb << 8U | *byte;
  }
  return rgb;
}

/// Goes through one page.
class PlateWriter {
 public:
  PlateWriter(std::string_view content, std::span<const paint::Inks> inks) : content_(content), inks_(inks) {
    made_.reserve(content.size());
  }

  Result<std::string> write() {
    ContentScanner scanner(content_);
    for (;;) {
      auto operation = scanner.next();
      if (!operation) return tl::unexpected(std::move(operation).error());
      if (!*operation) return std::move(made_);
      if (auto taken = take(**operation); !taken) return tl::unexpected(std::move(taken).error());
    }
  }

 private:
  Result<void> take(const Operation& operation);
  Result<void> colour(const Operation& operation, bool Overprint::*side, std::string_view name);
  void picture(const Operation& operation);
  void keep(std::string_view text) { made_.append(text).push_back('\n'); }
  void switch_to(Overprint overprint) { keep(std::string(state_name(overprint)) + " gs"); }

  std::string_view content_;
  std::span<const paint::Inks> inks_;
  std::string made_;
  Overprint now_;
  std::vector<Overprint> kept_;  // by q
};

Result<void> PlateWriter::colour(const Operation& operation, bool Overprint::*side, std::string_view name) {
  const auto sentinel = sentinel_of(operation.operands);
  if (!sentinel || *sentinel >= inks_.size())
    return tl::unexpected(not_finished("a colour of no swatch: " + std::string(operation.whole)));
  const paint::Inks& inks = inks_[*sentinel];
  Overprint wanted = now_;
  wanted.*side = inks == paint::black_alone;
  if (wanted != now_) switch_to(wanted);
  now_ = wanted;
  for (const std::int32_t ink : inks) made_.append(decimal(ink, paint::full_ink, 4)).push_back(' ');
  keep(name);
  return {};
}

/// A picture has white in it, whatever is drawn in black around it.
void PlateWriter::picture(const Operation& operation) {
  const bool overprints = now_ != Overprint{};
  if (overprints) switch_to({});
  keep(operation.whole);
  if (overprints) switch_to(now_);
}

Result<void> PlateWriter::take(const Operation& operation) {
  // clang-format off
  switch (operation.name.size() <= longest_word ? word(operation.name) : 0U) {
    case word("rg"):
      return colour(operation, &Overprint::fill, "k");
    case word("RG"):
      return colour(operation, &Overprint::stroke, "K");
    case word("gs"):
      return {};
    case word("Do"):
      picture(operation);
      return {};
    case word("q"):
      kept_.push_back(now_);
      break;
    case word("Q"):
      if (kept_.empty()) return tl::unexpected(not_finished("a Q of a page without its q"));
      now_ = kept_.back();
      kept_.pop_back();
      break;
    case word("cm"): case word("w"): case word("J"): case word("j"): case word("M"): case word("d"): case word("i"):
    case word("m"): case word("l"): case word("c"): case word("v"): case word("y"): case word("h"): case word("re"):
    case word("S"): case word("s"): case word("f"): case word("f*"): case word("B"): case word("B*"): case word("n"):
    case word("W"): case word("W*"): case word("BT"): case word("ET"): case word("Tc"): case word("Tw"): case word("Tz"):
    case word("TL"): case word("Tf"): case word("Tr"): case word("Ts"): case word("Td"): case word("TD"): case word("Tm"):
    case word("T*"): case word("Tj"): case word("TJ"): case word("BMC"): case word("BDC"): case word("EMC"):
      break;
    default:
      return tl::unexpected(not_finished("an operator that no page needs: " + std::string(operation.name)));
  }
  // clang-format on
  keep(operation.whole);
  return {};
}

}  // namespace

std::string_view state_name(Overprint overprint) {
  constexpr std::array<std::string_view, 4> names{"/O0", "/O1", "/O2", "/O3"};
  return names[(overprint.fill ? 1U : 0U) + (overprint.stroke ? 2U : 0U)];
}

Result<std::string> on_plates(std::string_view content, std::span<const paint::Inks> inks) {
  return PlateWriter(content, inks).write();
}

}  // namespace paiban::finish
