// Reports as the command's contract promises them: other programs read them by these keys.

#include <gtest/gtest.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "paragraph/compose.hpp"
#include "report/fit.hpp"
#include "report/lines.hpp"
#include "report/trace.hpp"
#include "support/small_plan.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::json;
using document::Role;
using test::square_em;

constexpr double em = 12'000.0 / Length::units_per_point;  // of square characters, in points

// Lengths are told with four decimals.
#define EXPECT_POINTS(json, ems) EXPECT_NEAR((json).get<double>(), (ems)*em, 1e-4)

void expect_keys(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) EXPECT_TRUE(object.contains(key)) << key << " in " << object.dump();
}

/// A lead with a headline and a leg of one line of eight in ten em; in it a box; beside it a picture.
struct SmallEdition {
  test::SmallPlan small;
  Edition edition;

  SmallEdition() {
    small.plan.issue.number = 12'184;
    page::ComposedPage page;
    page.number = 1;
    page.width = page.height = square_em * 30;
    page.rules = {{{square_em, square_em}, {square_em * 3, square_em}, square_em / 20, "red"}};
    page.stories = {lead(), photo()};
    edition.pages = {page};
    edition.faces = {"song"};
    edition.plan = small.plan;
    edition.texts = small.texts;
    edition.lists.resize(1);
    edition.lists.front().date = "2025-02-05";
  }

  page::SetStory lead() {
    page::SetStory story;
    story.id = "lead";
    story.kind = document::StoryKind::lead;
    story.outline = {{square_em, square_em}, {square_em * 12, square_em}, {square_em * 12, square_em * 5}};
    const document::TextId head = small.add_text("xxx", "body", Role::headline), text = small.add_text("xx,(xxx)");
    story.heads = {{Role::headline, {square_em, square_em, square_em * 10, square_em}, {set(head, {square_em, square_em})}}};
    page::SetLine line = set(text, {square_em, square_em * 3});
    line.line.indent = square_em * 2;
    line.line.measure = line.line.set = square_em * 8;
    line.line.justified = true;
    story.legs = {{{square_em, square_em * 2, square_em * 10, square_em * 4}, 3, {line}}};
    story.fit = page::CopyFit{{2, 1}, 3, 5, reach(5, 6), spent(), {{page::Cure::Kind::cut, 12, 3}}};
    story.boxes = {box()};
    return story;
  }

  static page::SetStory box() {
    page::SetStory story;
    story.id = "list";
    story.kind = document::StoryKind::box;
    story.within = "lead";
    story.fit = page::CopyFit{{4}, 4, 3, reach(3, 3), {}, {{page::Cure::Kind::add, 8, 1}}};
    return story;
  }

  static paragraph::CostCurve reach(int least, int most) {
    return {least, std::vector<std::optional<paragraph::Cost>>(static_cast<std::size_t>(most - least + 1), 0)};
  }
  static paragraph::Spending spent() { return {1, square_em * 3 / 2, square_em / 4, Ratio{-75}, Ratio{625}}; }

  static page::SetStory photo() {
    page::SetStory story;
    story.id = "photo";
    story.kind = document::StoryKind::picture;
    page::SetPicture picture;
    picture.story = "photo";
    picture.box = {square_em, square_em * 8, points(100), points(50)};
    picture.picture.pixel_width = 600;
    picture.crop.right = Ratio{5'000};
    story.pictures = {picture};
    return story;
  }

  [[nodiscard]] page::SetLine set(document::TextId id, Point at) const {
    return {id, paragraph::single_line(small.texts[id], {}), at};
  }
};

// ---- trace ----

Json trace() { return Json::parse(trace_json(SmallEdition().edition)); }

TEST(Trace, HasEveryKeyOfTheContract) {
  const Json json = trace();
  expect_keys(json, {"issue", "date", "unit", "pages"});
  const Json& page = json["pages"][0];
  expect_keys(page, {"number", "width", "height", "pitch", "stories", "pictures", "rules"});
  const Json& story = page["stories"][0];
  expect_keys(story, {"id", "role", "legs", "heads", "outline"});
  const Json& leg = story["legs"][0];
  expect_keys(leg, {"x", "y", "width", "height", "lines"});
  expect_keys(leg["lines"][0], {"baseline", "x", "measure", "size", "text", "source", "glyphs"});
  expect_keys(leg["lines"][0]["source"], {"line", "column"});
  expect_keys(leg["lines"][0]["glyphs"][0], {"char", "class", "x", "advance", "face"});
  expect_keys(story["heads"][0], {"role", "x", "y", "width", "height", "size", "rows"});
  expect_keys(page["pictures"][0], {"id", "x", "y", "width", "height", "ppi"});
}

TEST(Trace, SpeaksOfTheIssueInPoints) {
  const Json json = trace();
  EXPECT_EQ(json["issue"], "12184");
  EXPECT_EQ(json["date"], "2025-02-05");
  EXPECT_EQ(json["unit"], "pt");
  const Json& page = json["pages"][0];
  EXPECT_POINTS(page["width"], 30);
  EXPECT_POINTS(page["pitch"], 4.0 / 3);
  EXPECT_POINTS(page["rules"][0]["x2"], 3);
  EXPECT_EQ(page["rules"][0]["swatch"], "red");
}

TEST(Trace, PutsABoxAfterItsStory) {
  const Json stories = trace()["pages"][0]["stories"];
  ASSERT_EQ(stories.size(), 3U);
  EXPECT_EQ(stories[0]["role"], "lead");
  EXPECT_EQ(stories[1]["id"], "list");
  EXPECT_EQ(stories[1]["within"], "lead");
  EXPECT_TRUE(stories[0]["within"].is_null());
}

// Ten em wide, the indent of two left out: eight units in eight em, of which the comma and the bracket give half an em each.
TEST(Trace, TellsALineAsItIsSet) {
  const Json line = trace()["pages"][0]["stories"][0]["legs"][0]["lines"][0];
  EXPECT_POINTS(line["x"], 3);
  EXPECT_POINTS(line["baseline"], 3.875);
  EXPECT_POINTS(line["measure"], 8);
  EXPECT_POINTS(line["size"], 1);
  EXPECT_EQ(line["text"], "xx,(xxx)");
  EXPECT_EQ(line["source"]["line"], 2);
  const Json& glyphs = line["glyphs"];
  ASSERT_EQ(glyphs.size(), 8U);
  EXPECT_EQ(glyphs[2]["char"], ",");
  EXPECT_EQ(glyphs[2]["class"], "pause");
  EXPECT_EQ(glyphs[0]["face"], "song");
  double pen = line["x"];
  for (const Json& glyph : glyphs) {
    EXPECT_NEAR(glyph["x"].get<double>(), pen, 2e-4) << "each begins where the one before ends";
    pen += glyph["advance"].get<double>();
  }
  EXPECT_NEAR(pen, 11 * em, 1e-3) << "the last ends where the line does";
}

TEST(Trace, TellsAHeadByItsRows) {
  const Json head = trace()["pages"][0]["stories"][0]["heads"][0];
  EXPECT_EQ(head["role"], "headline");
  EXPECT_EQ(head["rows"], Json({"xxx"}));
  EXPECT_POINTS(head["width"], 10);
  EXPECT_POINTS(head["size"], 1);
}

TEST(Trace, CountsThePixelsThatAreSeen) {
  SmallEdition small;
  page::SetPicture& picture = small.edition.pages[0].stories[1].pictures[0];
  const auto ppi = [&] { return Json::parse(trace_json(small.edition))["pages"][0]["pictures"][0]["ppi"].get<double>(); };
  EXPECT_NEAR(ppi(), 216, 1e-4);  // half of 600 pixels on 100 pt
  picture.picture.pixel_width = 0;
  EXPECT_EQ(ppi(), 0) << "a picture that is missing";
}

// ---- fit ----

TEST(FitReport, HasEveryKeyOfTheContract) {
  const Json json = Json::parse(fit_json(SmallEdition().edition));
  const Json& page = json["pages"][0];
  expect_keys(page, {"number", "rows", "stories"});
  EXPECT_EQ(page["rows"], 18);
  for (const Json& story : page["stories"])
    expect_keys(story, {"id", "within", "legs", "room", "lines", "over", "tracking", "loosest_gap", "cures", "levers"});
}

TEST(FitReport, TellsWhatIsOverAndWhatIsMissing) {
  const Json stories = Json::parse(fit_json(SmallEdition().edition))["pages"][0]["stories"];
  ASSERT_EQ(stories.size(), 2U) << "the picture has no copy to fit";
  EXPECT_EQ(stories[0]["legs"], Json({2, 1}));
  EXPECT_EQ(stories[0]["over"], 2);
  EXPECT_EQ(stories[0]["tracking"], -0.0075);
  EXPECT_EQ(stories[0]["loosest_gap"], 0.0625);
  EXPECT_EQ(stories[0]["reach"], Json({5, 6}));
  EXPECT_EQ(stories[0]["spent"],
            Json::parse(R"({"looseness": 1, "squeezed": 1.5, "opened": 0.25, "tightest": -0.0075, "loosest": 0.0625})"));
  EXPECT_TRUE(stories[0]["within"].is_null());
  EXPECT_EQ(stories[0]["cures"], Json({"cut about 12 characters in paragraph 3"}));
  EXPECT_EQ(stories[1]["over"], -1);
  EXPECT_EQ(stories[1]["within"], "lead");
  EXPECT_EQ(stories[1]["cures"], Json({"add about 8 characters in paragraph 1"}));
}

TEST(FitReport, SpeaksTheEditorsLanguage) {
  const Json chinese = Json::parse(fit_json(SmallEdition().edition, Language::chinese))["pages"][0]["stories"];
  EXPECT_EQ(chinese[0]["cures"], Json({"删去约 12 字（第 3 段）"}));
  EXPECT_EQ(chinese[1]["cures"], Json({"增加约 8 字（第 1 段）"}));
  const std::string text = fit_text(SmallEdition().edition, Language::chinese);
  EXPECT_EQ(text.find("一版\n"), 0U);
  EXPECT_NE(text.find("多 2 行"), std::string::npos);
  EXPECT_NE(text.find("缺 1 行"), std::string::npos);
  const std::string english = fit_text(SmallEdition().edition, Language::english);
  EXPECT_NE(english.find("2 over"), std::string::npos);
  EXPECT_NE(english.find("1 short"), std::string::npos);
}

// ---- lines ----

/// "(xx,xx99xxxx" in ten em: a full line, and two characters more.
std::vector<SetParagraph> paragraphs() {
  SetParagraph set;
  set.text = test::square_text("(xx,xx99xxxxxx");
  set.lines = *compose(set.text, {square_em * 10, {}, {}, false}, paragraph::Composer::press);
  return {set};
}

TEST(LinesReport, TellsEachLineInEm) {
  const Json json = Json::parse(lines_json(paragraphs()));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["paragraph"], 0);
  ASSERT_EQ(json[0]["lines"].size(), 2U);
  const Json& line = json[0]["lines"][0];
  expect_keys(line, {"text", "start", "end", "measure", "natural", "places", "set", "gap", "tracking", "trim_start", "trim_end",
                     "hyphenated"});
  EXPECT_EQ(line["text"], "(xx,xx99xxx");
  EXPECT_EQ(line["start"], 0);
  EXPECT_EQ(line["end"], 11);
  EXPECT_EQ(line["measure"], 10.0);
  EXPECT_EQ(line["trim_start"], 0.5);
  EXPECT_EQ(line["natural"], 9.75);  // nine characters and the half bracket, two gaps of an eighth
  EXPECT_EQ(line["set"], 10.0);
  EXPECT_EQ(line["places"], 10);
  EXPECT_EQ(line["gap"], 0.025);
  EXPECT_EQ(json[0]["lines"][1]["start"], 11);
  EXPECT_FALSE(json[0].contains("curve"));
}

TEST(LinesReport, TellsTheReachableCounts) {
  auto set = paragraphs();
  set[0].curve = paragraph::CostCurve{2, {paragraph::as_gap(125), std::nullopt, paragraph::as_gap(2'500)}};
  const Json curve = Json::parse(lines_json(set))[0]["curve"];
  EXPECT_EQ(curve, Json::parse(R"([{"lines": 2, "cost": 0.0125}, {"lines": 4, "cost": 0.25}])"));
  EXPECT_EQ(lines_text(set), "(xx,xx99xxx\nxxx\n# 2 0.0125\n# 4 0.2500\n\n");
}

}  // namespace
}  // namespace paiban::report
