// Small pages of vertical text and of marks between the lines: their pictures, CASE.png beside the issue CASE.xml, and what holds
// for their lines and their text. (Their dumps are compared in pages_test.cpp.) With PAIBAN_UPDATE set the pictures are written
// anew.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message_table.hpp"
#include "engine.hpp"
#include "render/png.hpp"
#include "support/same_picture.hpp"

namespace paiban {
namespace {

namespace fs = std::filesystem;

const fs::path tests = fs::path(PAIBAN_SOURCE_DIR) / "tests";
const fs::path golden = tests / "golden";
constexpr int dots_per_inch = 144;

/// The area's cases with that ending, in the order of their names.
std::set<fs::path> cases(const fs::path& area, const char* ending) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(area))
    if (entry.path().extension() == ending && fs::exists(fs::path(entry.path()).replace_extension(".xml")))
      files.insert(entry.path());
  return files;
}

class SmallPages : public testing::Test {
 protected:
  Report report_;
  font::FontCatalogue fonts_ = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report_).value();

  Edition edition_of(const fs::path& expected) {
    return typeset({fs::path(expected).replace_extension(".xml"), tests / "data", {}, Language::english}, fonts_, report_)
        .value();
  }
};

/// The cases of the template "column": two legs, one below the other.
std::vector<fs::path> columns() {
  std::vector<fs::path> files;
  for (const char* name : {"song", "kai", "sans"}) files.push_back(golden / "vertical" / (std::string(name) + ".xml"));
  return files;
}

TEST_F(SmallPages, LookAsTheirPicturesShow) {
  render::RenderContext context(fonts_);
  for (const char* area : {"vertical", "sidemarks"})
    for (const fs::path& file : cases(golden / area, ".png")) {
      const std::string drawn = render::render_png(edition_of(file).lists.front(), dots_per_inch, context).value();
      EXPECT_EQ(test::picture_fault(drawn, file), "") << file;
    }
}

// ---- vertical pages ----

/// Typography V1, R2: lines from right to left at one pitch, marks or no marks, flush with both sides of their leg; legs one
/// below the other.
TEST_F(SmallPages, VerticalLinesRunFromRightToLeft) {
  for (const fs::path& file : columns()) {
    const Edition edition = edition_of(file);
    const std::vector<page::Leg>& legs = edition.pages.front().stories.front().legs;
    ASSERT_EQ(legs.size(), 2U);
    EXPECT_LT(legs[0].box.bottom(), legs[1].box.y);
    EXPECT_EQ(legs[0].box.x, legs[1].box.x);
    for (const page::Leg& leg : legs) {
      EXPECT_EQ(leg.lines.front().at.x, leg.box.right());
      const Length last_left = leg.box.right() - leg.pitch * (leg.rows - 1) - leg.size;
      EXPECT_LE(last_left - leg.box.x, Length::units(leg.rows)) << "not flush left";
      EXPECT_GE(leg.pitch, points(15));
      for (std::size_t i = 0; i < leg.lines.size(); ++i) {
        EXPECT_EQ(leg.lines[i].at.x, leg.box.right() - leg.pitch * static_cast<std::int64_t>(i));
        EXPECT_LE(leg.lines[i].at.y + leg.lines[i].line.indent + leg.lines[i].line.set, leg.box.bottom());
      }
    }
  }
}

/// A digest in vertical lines stands in its place, and says when it does not.
TEST_F(SmallPages, AVerticalDigestKeepsToItsPlace) {
  for (const char* name : {"vertical/digest.xml", "vertical/digest-too-long.xml"}) {
    Report report;
    const Edition edition = typeset({golden / name, tests / "data", {}, Language::english}, fonts_, report).value();
    const page::Head& digest = edition.pages.front().stories.front().heads[1];
    const bool kept = digest.box.x >= edition.plan.design.region("aside")->slots[1].x;
    EXPECT_EQ(std::ranges::count(report.diagnostics(), Code::head_too_broad, &Diagnostic::code), kept ? 0 : 1) << name;
    EXPECT_EQ(kept, std::string_view(name) == "vertical/digest.xml");
  }
}

/// Typography V2: what is shown in other forms, or as a line, is found as it was written.
TEST_F(SmallPages, VerticalTextReadsAsItWasWritten) {
  for (const fs::path& file : columns()) {
    const Edition edition = edition_of(file);
    std::string shown, written;
    for (const paint::Item& item : edition.lists.front().items)
      if (const auto* run = std::get_if<paint::GlyphRun>(&item)) shown += run->text;
    for (const document::PlannedText& text : edition.plan.texts) written += text.text.utf8;
    EXPECT_EQ(shown, written) << file;
    EXPECT_NE(shown.find("“‘示范食堂’"), std::string::npos);
  }
}

/// All that runs in a vertical flow is vertical, whatever its own style says.
TEST_F(SmallPages, ASubheadInAVerticalFlowIsVertical) {
  const Edition edition = edition_of(golden / "vertical/song.dump");
  for (document::TextId id = 0; id < edition.plan.texts.size(); ++id) {
    EXPECT_TRUE(edition.texts[id].vertical);
    EXPECT_EQ(edition.plan.style_of(id).name, edition.plan.texts[id].role == document::Role::subhead ? "subhead" : "body");
  }
}

/// Typography R2: marks of two lines never meet; what is left out is said.
TEST_F(SmallPages, MarksThatWouldMeetAreLeftOutAndTold) {
  const Edition edition = edition_of(golden / "sidemarks/lines.dump");
  std::string said;
  for (const Diagnostic& each : report_.diagnostics())
    if (each.code == Code::no_room_for_dots || each.code == Code::no_room_for_line || each.code == Code::no_room_for_ruby)
      said += std::string(code_name(each.code)) + " " + each.arguments[0] + " " + each.place + "; ";
  EXPECT_EQ(said, "E0730 坚持不懈 一版 story; E0731 玛纳斯 一版 story; ");
  const std::vector<page::SetLine>& lines = edition.pages.front().stories.front().legs.front().lines;
  for (std::size_t i = 0; i < lines.size(); ++i)
    EXPECT_EQ(lines[i].at.y - lines.front().at.y, points(27) * static_cast<int>(i) / 2);
}

}  // namespace
}  // namespace paiban
