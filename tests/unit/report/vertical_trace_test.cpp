// What the trace says of vertical lines and of the marks beside lines; what the overlay shows under them.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"
#include "engine.hpp"
#include "page/compose_page.hpp"
#include "paint/overlay.hpp"
#include "paint/paint.hpp"
#include "report/trace.hpp"
#include "text/shape.hpp"

namespace paiban::report {
namespace {

using nlohmann::json;

class VerticalTrace : public testing::Test {
 protected:
  VerticalTrace() {
    const std::filesystem::path tests = PAIBAN_SOURCE_DIR "/tests";
    Report report;
    const auto fonts = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report).value();
    edition_.plan = document::bind(document::read_issue(tests / "golden/vertical/song.xml", report).value(),
                                   document::read_template(tests / "data/templates/column.xml", "", report).value(), report);
    edition_.texts = text::shape_texts(edition_.plan, fonts, report).value();
    edition_.pages = page::compose_pages(edition_.plan, edition_.texts, report);
    edition_.lists.push_back(paint::paint_page(edition_.plan, edition_.texts, edition_.pages.front()));
    for (const font::FaceEntry& face : fonts.faces()) edition_.faces.push_back(face.id);
    trace_ = json::parse(trace_json(edition_));
  }
  [[nodiscard]] const json& leg() const { return trace_["pages"][0]["stories"][0]["legs"][0]; }

  Edition edition_;
  json trace_;
};

TEST_F(VerticalTrace, SaysWhereLinesAndCharactersStand) {
  EXPECT_EQ(leg()["writing"], "vertical");
  double before = 1e9;
  for (const json& line : leg()["lines"]) {
    EXPECT_EQ(line["writing"], "vertical");
    EXPECT_NEAR(line["baseline"].get<double>() - line["x"].get<double>(), line["size"].get<double>() / 2, 1e-3);
    EXPECT_LT(line["baseline"].get<double>(), before);  // from right to left
    before = line["baseline"];
    double y = line["y"];
    for (const json& glyph : line["glyphs"]) {  // from top to bottom, one after the other
      EXPECT_NEAR(glyph["y"].get<double>(), y, 1e-3);
      y += glyph["advance"].get<double>();
    }
    EXPECT_NEAR(y - line["y"].get<double>(), line["set"].get<double>(), 1e-3);
  }
}

TEST_F(VerticalTrace, SaysHowCharactersStand) {
  std::string stances;
  for (const json& line : leg()["lines"])
    for (const json& glyph : line["glyphs"])
      if (glyph["class"] == "digit")
        stances += glyph["char"].get<std::string>() + " " + glyph["stance"].get<std::string>() + "; ";
  EXPECT_EQ(stances, "3 upright; 12 side-by-side; 7 turned; 1 turned; 7 turned; 4 turned; ");
}

TEST_F(VerticalTrace, ShowsDotsToTheRightOfTheirCharacters) {
  int dots = 0;
  for (const json& line : leg()["lines"]) {
    for (const json& mark : line.value("marks", json::array())) {
      EXPECT_EQ(mark["kind"], "dot");
      EXPECT_GT(mark["across"].get<double>(), line["baseline"].get<double>() + line["size"].get<double>() / 2);
      EXPECT_EQ(mark["from"], mark["to"]);
      ++dots;
    }
  }
  EXPECT_EQ(dots, 8);
}

TEST_F(VerticalTrace, TheOverlayShowsTheCellsOfVerticalLines) {
  paint::DisplayList list;
  paint::underlay(edition_.plan.design, edition_.pages.front(), {paint::Overlay::rows}, list);
  const int rows = edition_.plan.design.grid.rows + 1;
  int lines = 0;
  for (const page::Leg& each : edition_.pages.front().stories.front().legs) lines += each.rows;
  EXPECT_EQ(list.items.size(), static_cast<std::size_t>(rows + 4 * lines));
}

}  // namespace
}  // namespace paiban::report
