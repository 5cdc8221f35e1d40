#include "paint/palette.hpp"

#include <gtest/gtest.h>

#include <array>

namespace paiban::paint {
namespace {

constexpr Inks red{0, 10'000, 10'000, 0};
constexpr Inks tint{0, 0, 0, 2'000};

DisplayList with(std::vector<Item> items) {
  DisplayList list;
  list.items = std::move(items);
  return list;
}

TEST(Palette, HasEveryInkOnceAndBlackFirst) {
  const std::array lists{with({Fill{{}, {"a", 0xFF0000, red}}, Tag{}, PictureItem{}}),
                         with({Rule{{}, {}, {}, {"b", 0xEE0000, red}}, Fill{{}, {"c", 0xCCCCCC, tint}}, Fill{{}, {"black"}}})};
  const Palette palette(lists);
  ASSERT_EQ(palette.inks().size(), 3U);
  EXPECT_EQ(palette.inks()[0], black_alone);
  EXPECT_EQ(palette.sentinel_of({"any", 0, black_alone}), 0U);
  EXPECT_EQ(palette.sentinel_of({"a", 0, red}), 1U);
  EXPECT_EQ(palette.sentinel_of({"b", 1, red}), 1U);
  EXPECT_EQ(palette.sentinel_of({"c", 0, tint}), 2U);
}

TEST(Palette, OfNothingHasBlack) { EXPECT_EQ(Palette({}).inks().size(), 1U); }

}  // namespace
}  // namespace paiban::paint
