// What belongs together, whatever page or column it stands on.

#include "finish/structure.hpp"

#include <gtest/gtest.h>

#include "finish/marked_content.hpp"

namespace paiban::finish {
namespace {

using namespace literals;
using paint::Part;
using paint::Tag;

Tag open(Part part, std::string name = {}, std::uint32_t text = paint::no_text) { return {true, std::move(name), part, text}; }
Tag close(Part part) { return {false, {}, part}; }

paint::GlyphRun words(std::string text, Length x = 10_pt, Length y = 20_pt) {
  paint::GlyphRun run;
  run.size = 10_pt;
  run.text = std::move(text);
  run.glyphs = {{1, {x, y}}};
  return run;
}

paint::PictureItem picture(std::string description) {
  paint::PictureItem item;
  item.description = std::move(description);
  return item;
}

/// A page of `items`.
paint::DisplayList page(int number, std::vector<paint::Item> items) {
  paint::DisplayList list;
  list.page = number;
  list.width = list.height = 100_pt;
  list.items = std::move(items);
  return list;
}

/// "Document(Sect(Art(H1(0.0) P(0.1 1.0))))": a piece by its page and mark.
std::string shown(const Structure& structure, ElementId id = 0) {
  std::string kids;
  for (const auto& kid : structure.elements[id].kids) {
    const auto* piece = std::get_if<Piece>(&kid);
    kids += (kids.empty() ? "" : " ");
    kids += piece != nullptr ? std::to_string(piece->page) + "." + std::to_string(piece->mark)
                             : shown(structure, std::get<ElementId>(kid));
  }
  return std::string(name_of(structure.elements[id].type)) + "(" + kids + ")";
}

Structure of(std::vector<paint::DisplayList> pages) { return structure_of(pages, {}); }

TEST(Structure, AParagraphThroughTwoLegsIsOne) {
  const Structure structure =
      of({page(1, {open(Part::story, "story a"), open(Part::heading), words("题"), close(Part::heading), open(Part::leg),
                   open(Part::paragraph, {}, 7), words("一"), close(Part::paragraph), close(Part::leg), open(Part::leg),
                   open(Part::paragraph, {}, 7), words("二"), close(Part::paragraph), open(Part::paragraph, {}, 8), words("三"),
                   close(Part::paragraph), close(Part::leg), close(Part::story)})});
  EXPECT_EQ(shown(structure), "Document(Sect(Art(H1(0.0) P(0.1 0.2) P(0.3))))");
}

TEST(Structure, AStoryOnTwoPagesIsOneArticleWhoseJumpLinesAreLinks) {
  const auto part = [](const char* jump, std::uint32_t text) {
    return std::vector<paint::Item>{open(Part::story, "story a"),
                                    open(Part::leg),
                                    open(Part::paragraph, {}, 7),
                                    words("文"),
                                    close(Part::paragraph),
                                    open(Part::paragraph, {}, text),
                                    words("末"),
                                    close(Part::paragraph),
                                    close(Part::leg),
                                    open(Part::jump),
                                    words(jump, 30_pt, 60_pt),
                                    close(Part::jump),
                                    close(Part::story)};
  };
  const Structure structure = of({page(1, part("下转第三版", 8)), page(3, part("上接第一版", 9))});
  EXPECT_EQ(shown(structure), "Document(Sect(Art(P(0.0 1.0) P(0.1) P(Link(0.2)) P(1.1) P(Link(1.2)))))");
  ASSERT_EQ(structure.links.size(), 2U);
  EXPECT_EQ(structure.links[0].words, "下转第三版");
  EXPECT_EQ(structure.links[0].place.box.x, 30_pt);
  EXPECT_EQ(std::get<Destination>(structure.links[0].target).page, 1U);
  EXPECT_EQ(std::get<Destination>(structure.links[1].target).page, 0U);
}

TEST(Structure, AJumpLineToAPageThatIsNotThereLeadsNowhere) {
  const Structure structure =
      of({page(1, {open(Part::story, "story a"), open(Part::jump), words("下转第三版"), close(Part::jump), close(Part::story)})});
  EXPECT_TRUE(structure.links.empty());
}

TEST(Structure, PicturesAreReadAfterTheHead) {
  const Structure structure =
      of({page(1, {open(Part::story, "story a"), picture("巡逻"), picture(""), open(Part::heading), words("题"),
                   close(Part::heading), open(Part::caption), words("图"), close(Part::caption), close(Part::story)})});
  EXPECT_EQ(shown(structure), "Document(Sect(Art(H1(0.2) Figure(0.0) Figure(0.1) Caption(0.3))))");
  std::vector<std::string> descriptions;
  for (const StructureElement& element : structure.elements)
    if (element.type == StructureType::figure) descriptions.push_back(element.description);
  EXPECT_EQ(descriptions, (std::vector<std::string>{"巡逻", "图片"}));
}

TEST(Structure, ItemsOfAListHoldTheirParagraphs) {
  const auto text = [](Part part, std::uint32_t id) {
    return std::vector<paint::Item>{open(part, {}, id), words("文"), close(part)};
  };
  std::vector<paint::Item> items{open(Part::story, "story a"), open(Part::leg)};
  std::uint32_t id = 0;
  for (const Part part : {Part::list_heading, Part::paragraph, Part::list_heading, Part::paragraph, Part::line, Part::subheading})
    for (const paint::Item& item : text(part, id++)) items.push_back(item);
  items.emplace_back(close(Part::leg));
  items.emplace_back(close(Part::story));
  EXPECT_EQ(shown(of({page(1, items)})),
            "Document(Sect(Art(L(LI(LBody(P(0.0) P(0.1))) LI(LBody(P(0.2) P(0.3)))) P(0.4) H2(0.5))))");
}

TEST(Structure, ABoxIsASectionWithHeadingsOneLevelFurtherIn) {
  const Structure structure = of({page(
      1, {open(Part::story, "story a"), open(Part::heading), words("题"), close(Part::heading), open(Part::story, "story b"),
          open(Part::heading), words("框"), close(Part::heading), open(Part::leg), open(Part::list_item, {}, 3), words("项"),
          close(Part::list_item), close(Part::leg), close(Part::story), close(Part::story)})});
  EXPECT_EQ(shown(structure), "Document(Sect(Art(H1(0.0) Sect(H2(0.1) L(LI(LBody(0.2)))))))");
}

TEST(Structure, FurnitureIsNotReadButForTheNameplate) {
  const Structure structure = of({page(1, {open(Part::furniture), words("日期"), open(Part::nameplate), words("昌吉日报"),
                                           close(Part::nameplate), close(Part::furniture)})});
  EXPECT_EQ(shown(structure), "Document(Sect(P(0.0)))");
  ASSERT_EQ(structure.pages.front().size(), 2U);
  EXPECT_EQ(structure.pages.front()[0].content, paint::Content::pagination);
}

TEST(Structure, AnAddressIsALinkInItsParagraph) {
  const Structure structure = of(
      {page(1, {open(Part::story, "story a"), open(Part::paragraph, {}, 1), words("见"), open(Part::link, "http://www.cjxww.cn"),
                words("中国昌吉网"), close(Part::link), words("。"), close(Part::paragraph), close(Part::story)})});
  EXPECT_EQ(shown(structure), "Document(Sect(Art(P(0.0 Link(0.1) 0.2))))");
  ASSERT_EQ(structure.links.size(), 1U);
  EXPECT_EQ(std::get<std::string>(structure.links.front().target), "http://www.cjxww.cn");
}

// ---- marks in the content ----

struct Marked : testing::Test {
  Structure structure =
      of({page(1, {open(Part::furniture), words("日期"), close(Part::furniture), open(Part::story, "story a"),
                   open(Part::heading), words("题"), close(Part::heading), paint::Fill{}, close(Part::story)})});
  [[nodiscard]] Result<std::string> mark(std::string_view content) const {
    return with_marks(content, structure.pages.front(), structure);
  }
};

TEST_F(Marked, SaysWhatEachStretchIs) {
  const auto marked = mark(
      "q /P << /MCID 0 >> BDC BT <01>Tj ET EMC /P << /MCID 1 >> BDC /Span << /ActualText <feff4e00> >> BDC (/P << /MCID 9 >> "
      "BDC) Tj "
      "EMC EMC /P << /MCID 2 >> BDC f EMC Q");
  ASSERT_TRUE(marked);
  EXPECT_EQ(*marked,
            "q /Artifact <</Type /Pagination>> BDC BT <01>Tj ET EMC /H1 <</MCID 0>> BDC /Span << /ActualText <feff4e00> >> BDC "
            "(/P << /MCID 9 >> BDC) Tj EMC EMC /Artifact <</Type /Background>> BDC f EMC Q");
}

TEST_F(Marked, RefusesADrawingOfOtherThings) {
  EXPECT_FALSE(mark("/P << /MCID 0 >> BDC EMC"));
  std::string more;
  for (int i = 0; i < 4; ++i) more += "/P << /MCID " + std::to_string(i) + " >> BDC EMC\n";
  EXPECT_FALSE(mark(more));
}

}  // namespace
}  // namespace paiban::finish
