// Boxes together as polygons.

#include "page/outline.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace paiban::page {
namespace {

using Outline = std::vector<Point>;

Point at(int x, int y) { return {Length::units(x), Length::units(y)}; }
Box box(int x, int y, int width, int height) {
  return {Length::units(x), Length::units(y), Length::units(width), Length::units(height)};
}
std::vector<Outline> outlines(const std::vector<Box>& boxes) { return outlines_of(boxes); }

TEST(Outline, OfOneBoxIsItself) {
  EXPECT_EQ(outlines({box(1, 2, 3, 4)}), (std::vector<Outline>{{at(1, 2), at(4, 2), at(4, 6), at(1, 6)}}));
}

TEST(Outline, JoinsWhatSharesAnEdge) {
  EXPECT_EQ(outlines({box(0, 0, 2, 2), box(0, 2, 2, 3)}), (std::vector<Outline>{{at(0, 0), at(2, 0), at(2, 5), at(0, 5)}}));
}

TEST(Outline, OfAnL) {
  EXPECT_EQ(outlines({box(0, 0, 2, 4), box(2, 2, 3, 2)}),
            (std::vector<Outline>{{at(0, 0), at(2, 0), at(2, 2), at(5, 2), at(5, 4), at(0, 4)}}));
}

TEST(Outline, KeepsApartWhatTouchesAtACornerAlone) {
  EXPECT_EQ(outlines({box(0, 0, 2, 2), box(2, 2, 2, 2)}),
            (std::vector<Outline>{{at(0, 0), at(2, 0), at(2, 2), at(0, 2)}, {at(2, 2), at(4, 2), at(4, 4), at(2, 4)}}));
}

TEST(Outline, TheFirstBoxComesFirst) {
  const auto found = outlines({box(0, 5, 1, 1), box(0, 0, 1, 1)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].front(), at(0, 5));
}

TEST(Outline, AHoleIsAPolygonOfItsOwn) {
  const auto found = outlines({box(0, 0, 3, 1), box(0, 2, 3, 1), box(0, 1, 1, 1), box(2, 1, 1, 1)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (Outline{at(0, 0), at(3, 0), at(3, 3), at(0, 3)}));
  EXPECT_EQ(found[1].size(), 4U);
}

}  // namespace
}  // namespace paiban::page
