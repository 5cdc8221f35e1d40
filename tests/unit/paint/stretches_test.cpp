#include "paint/stretches.hpp"

#include <gtest/gtest.h>

#include "paint/extents.hpp"

namespace paiban::paint {
namespace {

using namespace literals;

Tag open(Part part, std::string name = {}) { return {true, std::move(name), part}; }
Tag close(Part part, std::string name = {}) { return {false, std::move(name), part}; }

std::vector<Content> contents_of(const DisplayList& page) {
  std::vector<Content> contents;
  for (const Stretch& stretch : stretches_of(page)) contents.push_back(stretch.content);
  return contents;
}

TEST(Stretches, AreDividedByTagsAndByWhatTheyAre) {
  DisplayList page;
  page.items = {open(Part::furniture),
                GlyphRun{},
                Rule{},
                close(Part::furniture),  // one
                open(Part::story),
                Fill{},
                PictureItem{},
                PictureItem{},
                Rule{},  // four
                open(Part::heading),
                GlyphRun{},
                Rule{},
                Disc{},
                close(Part::heading),  // one
                open(Part::paragraph),
                GlyphRun{},
                open(Part::link),
                GlyphRun{},
                close(Part::link),
                GlyphRun{},  // three
                close(Part::paragraph),
                close(Part::story)};
  EXPECT_EQ(contents_of(page), (std::vector{Content::pagination, Content::background, Content::figure, Content::figure,
                                            Content::layout, Content::text, Content::text, Content::text, Content::text}));
}

TEST(Stretches, HoldEveryItemButTheTags) {
  DisplayList page;
  page.items = {Fill{}, open(Part::nameplate), PictureItem{}, GlyphRun{}, close(Part::nameplate), Rule{}};
  std::vector<std::size_t> items;
  for (const Stretch& stretch : stretches_of(page))
    for (std::size_t i = stretch.first; i < stretch.last; ++i) items.push_back(i);
  EXPECT_EQ(items, (std::vector<std::size_t>{0, 2, 3, 5}));
}

TEST(Extents, OfGlyphsAreTheirEmBoxes) {
  GlyphRun run;
  run.size = 10_pt;
  run.glyphs = {{1, {20_pt, 50_pt}}, {2, {30_pt, 50_pt}}};
  const Item item = run;
  const auto box = extent_of({&item, 1});
  ASSERT_TRUE(box);
  EXPECT_EQ(box->x, 20_pt);
  EXPECT_EQ(box->right(), 40_pt);
  EXPECT_EQ(box->height, 10_pt);
  EXPECT_LT(box->y, 42_pt);
}

TEST(Extents, AreNoneOfTagsAlone) {
  const Item item = open(Part::leg);
  EXPECT_FALSE(extent_of({&item, 1}));
}

}  // namespace
}  // namespace paiban::paint
