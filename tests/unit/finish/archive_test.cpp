#include <gtest/gtest.h>

#include "finish/catalogue.hpp"
#include "finish/finish.hpp"
#include "unit/finish/small_pdf.hpp"

namespace paiban::finish {
namespace {

using paint::Part;
using paint::Tag;

/// A page of 9 by 9 points, with a headline and a bookmark to it.
Facts facts() {
  Facts facts;
  facts.title = "某报";
  facts.date = "2025-02-05";
  facts.pages.push_back({1, "第1版", "", points(9), points(9)});
  facts.bookmarks = {{"第1版", 0, {}, 0}, {"甲", 0, {points(1), points(2)}, 1}, {"框", 0, {}, 2}, {"乙", 0, {}, 1}};
  facts.attachments = {{"issue.xml", "text/xml", "期刊文件", "<issue/>"}};
  paint::DisplayList list;
  list.items = {Tag{true, "story a"}, Tag{true, "head", Part::heading}, paint::GlyphRun{}, Tag{false, "head", Part::heading},
                Tag{false, "story a"}};
  const std::string title = "第1版";
  facts.structure = structure_of({&list, 1}, {&title, 1});
  return facts;
}

std::string kept(Flavour flavour, const Facts& said = facts(), const std::string& content = "/P << /MCID 0 >> BDC EMC") {
  auto made = finish(small_pdf(content), said, flavour, make_output_intent("a profile", "a screen", 3));
  return made ? *made : std::string();
}

bool holds(const std::string& bytes, std::string_view part) { return bytes.find(part) != std::string::npos; }

// PDF/A-1 packs nothing away: what it says can be read in its bytes.
TEST(Archive, IsTagged) {
  const std::string made = kept(Flavour::a1b);
  EXPECT_TRUE(made.starts_with("%PDF-1.4\n"));
  for (const char* word :
       {"/MarkInfo << /Marked true >>", "/S /H1", "/S /Art", "/S /Sect", "/S /Document", "/ParentTreeNextKey 1",
        "/StructParents 0", "/Tabs /S", "/DisplayDocTitle true", "/Lang ", "/S /GTS_PDFA1"})
    EXPECT_TRUE(holds(made, word)) << word;
}

TEST(Archive, HasItsBookmarksInEachOther) {
  const std::string made = kept(Flavour::a1b);
  EXPECT_TRUE(holds(made, "/Count 4"));  // all of them, open
  EXPECT_TRUE(holds(made, "/XYZ 1 7 null"));
  EXPECT_TRUE(holds(made, "/PageMode /UseOutlines"));
}

TEST(Archive, OnlyPart3HasFilesBesideIt) {
  EXPECT_FALSE(holds(kept(Flavour::a1b), "/EmbeddedFile"));
  EXPECT_GT(kept(Flavour::a3u).size(), kept(Flavour::a2u).size());
}

TEST(Archive, RefusesADrawingThatIsNotThatOfItsStructure) {
  EXPECT_EQ(kept(Flavour::a2u, facts(), "0 g"), "");
  Facts more = facts();
  more.structure.pages.emplace_back();
  EXPECT_EQ(kept(Flavour::a2u, more), "");
}

TEST(Archive, IsTheSameAgain) { EXPECT_EQ(kept(Flavour::a3u), kept(Flavour::a3u)); }

}  // namespace
}  // namespace paiban::finish
