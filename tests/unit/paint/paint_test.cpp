// A page into things in painting order.

#include "paint/paint.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "paint/overlay.hpp"
#include "paragraph/compose.hpp"
#include "support/small_plan.hpp"

namespace paiban::paint {
namespace {

using test::square_em;

/// What an item is, in a word.
struct Word {
  std::string operator()(const GlyphRun& run) const { return run.text; }
  std::string operator()(const Rule& rule) const { return "rule " + rule.colour.swatch; }
  std::string operator()(const Disc& disc) const { return "disc " + disc.colour.swatch; }
  std::string operator()(const Wave& wave) const { return "wave " + wave.colour.swatch; }
  std::string operator()(const Fill& fill) const { return "fill " + fill.colour.swatch; }
  std::string operator()(const PictureItem& item) const { return "picture " + item.name + (item.file.empty() ? " crossed" : ""); }
  std::string operator()(const Tag& tag) const { return (tag.opens ? "<" : "</") + tag.name; }
};

std::vector<std::string> words_of(const DisplayList& list) {
  std::vector<std::string> words;
  for (const Item& item : list.items) words.push_back(std::visit(Word{}, item));
  return words;
}

struct SmallPage {
  test::SmallPlan small;
  page::ComposedPage page;

  SmallPage() {
    small.plan.issue.paper = "昌吉日报";
    small.plan.issue.date = {2025, 2, 5};
    page.number = 3;
    page.width = square_em * 30;
    page.height = square_em * 20;
  }

  page::SetLine line(std::string_view signs) {
    const document::TextId id = small.add_text(signs);
    return {id, paragraph::single_line(small.texts[id], {}), {}};
  }
  page::SetStory story(std::string id) {
    page::SetStory story;
    story.id = std::move(id);
    return story;
  }
  static page::SetPicture picture(std::string name, std::string file) {
    page::SetPicture picture;
    picture.picture.source = std::move(name);
    picture.picture.file = std::move(file);
    return picture;
  }
  [[nodiscard]] DisplayList paint() const { return paint_page(small.plan, small.texts, page); }
};

const page::SetRule hairline{{}, {square_em, {}}, square_em / 20, "red"};

TEST(PaintPage, GoesFromGroundToTypeAndInReadingOrder) {
  SmallPage small;
  small.page.rules = {hairline};
  small.page.furniture = {small.line("x")};
  small.page.pictures = {SmallPage::picture("plate", "plate.png")};
  page::SetStory lead = small.story("lead"), box = small.story("list"), next = small.story("next");
  lead.legs = {{{}, 2, {small.line("xxx"), small.line("xxxx")}}, {{}, 1, {small.line("xxxxx")}}};
  lead.heads = {{document::Role::headline, {}, {small.line("xx")}}};
  lead.rules = {hairline};
  lead.pictures = {SmallPage::picture("photo", "photo.jpg")};
  lead.fills = {{{}, "black"}};
  lead.boxes = {box};
  small.page.stories = {lead, next};
  // Tags without a name: the nameplate, and each text of a leg.
  const std::vector<std::string> expected{"<furniture",
                                          "rule red",
                                          "<",
                                          "picture plate",
                                          "</",
                                          "x",
                                          "</furniture",  //
                                          "<story lead",
                                          "fill black",
                                          "picture photo",
                                          "rule red",  //
                                          "<head",
                                          "xx",
                                          "</head",  //
                                          "<leg",
                                          "<",
                                          "xxx",
                                          "</",
                                          "<",
                                          "xxxx",
                                          "</",
                                          "</leg",  //
                                          "<leg",
                                          "<",
                                          "xxxxx",
                                          "</",
                                          "</leg",  //
                                          "<story list",
                                          "</story list",
                                          "</story lead",
                                          "<story next",
                                          "</story next"};
  EXPECT_EQ(words_of(small.paint()), expected);
}

TEST(PaintPage, SaysWhatAHeadIs) {
  using document::Role;
  using document::StoryKind;
  for (const auto& [role, kind, part] : {std::tuple{Role::headline, StoryKind::news, Part::heading},
                                         {Role::kicker, StoryKind::news, Part::line},
                                         {Role::title, StoryKind::picture, Part::heading},
                                         {Role::caption, StoryKind::picture, Part::caption}}) {
    SmallPage small;
    page::SetStory story = small.story("a");
    story.kind = kind;
    story.heads = {{role, {}, {small.line("xx")}}};
    small.page.stories = {story};
    EXPECT_EQ(std::get<Tag>(small.paint().items[3]).part, part);
  }
}

TEST(PaintPage, KnowsItsPageAndItsOnlyDate) {
  const DisplayList list = SmallPage().paint();
  EXPECT_EQ(list.page, 3);
  EXPECT_EQ(list.width, square_em * 30);
  EXPECT_EQ(list.height, square_em * 20);
  EXPECT_EQ(list.date, "2025-02-05");
  EXPECT_EQ(list.title, "昌吉日报 2025-02-05");
}

TEST(PaintPage, TakesColoursByTheirSwatch) {
  SmallPage small;
  small.page.rules = {hairline};
  page::SetStory lead = small.story("lead");
  const Box box{square_em, square_em, square_em, square_em};
  lead.fills = {{box, "red"}};
  small.page.stories = {lead};
  const DisplayList list = small.paint();
  const auto& rule = std::get<Rule>(list.items[1]);
  EXPECT_EQ(rule.colour, (Colour{"red", 0xC81018, {0, 10'000, 10'000, 0}}));
  EXPECT_EQ(rule.width, square_em / 20);
  EXPECT_EQ(rule.to, hairline.to);
  const auto& fill = std::get<Fill>(list.items[4]);
  EXPECT_EQ(fill.colour.screen, 0xC81018U);
  EXPECT_EQ(fill.box, box);
}

TEST(PaintPage, AMissingPictureIsACrossedBoxInItsPlace) {
  SmallPage small;
  page::SetStory photo = small.story("photo");
  photo.pictures = {SmallPage::picture("gone.jpg", ""), SmallPage::picture("here.jpg", "here.jpg")};
  photo.pictures[0].box = {square_em, square_em, square_em * 4, square_em * 3};
  photo.pictures[1].crop.left = Ratio{2'500};
  photo.pictures[1].picture.description = "巡逻";
  small.page.stories = {photo};
  const DisplayList list = small.paint();
  const auto& lost = std::get<PictureItem>(list.items[3]);
  EXPECT_TRUE(lost.file.empty());
  EXPECT_EQ(lost.box, photo.pictures[0].box);
  EXPECT_EQ(lost.name, "gone.jpg");
  const auto& held = std::get<PictureItem>(list.items[4]);
  EXPECT_EQ(held.crop.left, Ratio{2'500});
  EXPECT_EQ(held.crop.right, Ratio::one());
  EXPECT_EQ(held.description, "巡逻");
}

// ---- overlays ----

/// The small design with a zone of two columns on rows 3 to 6, and a story with a box in it.
struct Skeleton : SmallPage {
  Skeleton() {
    const document::Grid& grid = small.plan.design.grid;
    for (const int x : {2, 14}) page.columns.push_back({square_em * x, grid.row_top(3), square_em * 10, grid.row * 4});
    page::SetStory lead = story("lead"), box = story("list");
    lead.outline = box.outline = {{}, {square_em, {}}, {square_em, square_em}, {{}, square_em}};
    lead.boxes = {box};
    page.stories = {lead};
  }

  [[nodiscard]] DisplayList under(const std::vector<Overlay>& overlays) const {
    DisplayList list = paint();
    underlay(small.plan.design, page, overlays, list);
    return list;
  }
  [[nodiscard]] std::size_t added(const std::vector<Overlay>& overlays) const {
    return under(overlays).items.size() - paint().items.size();
  }
};

TEST(Underlay, AddsNothingUnasked) { EXPECT_EQ(Skeleton().added({}), 0U); }

TEST(Underlay, ShowsColumnsAndTypeArea) {
  const DisplayList list = Skeleton().under({Overlay::grid});
  ASSERT_EQ(Skeleton().added({Overlay::grid}), 2U + 4U);
  const Box column{square_em * 14, square_em * 2 + test::small_row * 2, square_em * 10, test::small_row * 4};
  EXPECT_EQ(std::get<Fill>(list.items[1]).box, column);
  const auto& right = std::get<Rule>(list.items[5]);
  EXPECT_EQ(right.from, (Point{square_em * 28, square_em * 2}));
  EXPECT_EQ(right.to, (Point{square_em * 28, square_em * 2 + test::small_row * 18}));
}

TEST(Underlay, ShowsEveryRowAndTheFoot) {
  const DisplayList list = Skeleton().under({Overlay::rows});
  ASSERT_EQ(Skeleton().added({Overlay::rows}), 19U);
  EXPECT_EQ(std::get<Rule>(list.items[2]).from, (Point{square_em * 2, square_em * 2 + test::small_row * 2}));
}

TEST(Underlay, ShowsStoriesAndTheirBoxes) {
  const DisplayList list = Skeleton().under({Overlay::regions});
  ASSERT_EQ(Skeleton().added({Overlay::regions}), 8U);
  EXPECT_EQ(std::get<Rule>(list.items[3]).to, (Point{})) << "the last side closes it";
}

TEST(Underlay, LiesUnderEverythingInAColourOfItsOwn) {
  const Skeleton skeleton;
  const DisplayList list = skeleton.under({Overlay::regions, Overlay::grid, Overlay::rows});
  const std::size_t added = skeleton.added({Overlay::regions, Overlay::grid, Overlay::rows});
  EXPECT_EQ(added, 6U + 19U + 8U);
  EXPECT_EQ(words_of(list)[added], "<furniture");
  for (std::size_t i = 0; i < added; ++i) EXPECT_NE(words_of(list)[i].find(" overlay"), std::string::npos);
  EXPECT_TRUE(std::holds_alternative<Fill>(list.items.front())) << "the grounds first, or they would hide the lines";
}

}  // namespace
}  // namespace paiban::paint
