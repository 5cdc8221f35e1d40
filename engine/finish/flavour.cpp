#include "finish/flavour.hpp"

#include <algorithm>
#include <array>

namespace paiban::finish {
namespace {

struct FlavourRow {
  Flavour flavour;
  std::string_view name;
};
constexpr std::array<FlavourRow, 5> flavours{
    {{Flavour::x4, "x4"}, {Flavour::x1a, "x1a"}, {Flavour::a2u, "a2u"}, {Flavour::a3u, "a3u"}, {Flavour::a1b, "a1b"}}};

}  // namespace

std::string_view name_of(Flavour flavour) { return std::ranges::find(flavours, flavour, &FlavourRow::flavour)->name; }

std::optional<Flavour> flavour_of(std::string_view name) {
  const auto* row = std::ranges::find(flavours, name, &FlavourRow::name);
  return row == flavours.end() ? std::nullopt : std::optional(row->flavour);
}

}  // namespace paiban::finish
