// Templates: what they say, what a day's variant changes, and that a page which does not close is refused.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "document/template_closing.hpp"
#include "document/template_reader.hpp"
#include "document/template_store.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

using namespace paiban::literals;
namespace fs = std::filesystem;

const fs::path source = PAIBAN_SOURCE_DIR;
const fs::path tables = source / "tests/tables/templates";

Template read(const fs::path& path, std::string_view variant = "") {
  Report report;
  auto design = read_template(path, variant, report);
  EXPECT_TRUE(design) << path << ": " << (design ? "" : report.text(design.error(), Language::english));
  EXPECT_TRUE(report.diagnostics().empty()) << path;
  return design.value_or(Template{});
}

Template plain(std::string_view variant = "") { return read(source / "tests/data/templates/plain.xml", variant); }

// ---- refusals, one file each ----

std::vector<std::string> refused() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(tables))
    if (entry.path().extension() == ".xml") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

// Files are spoken of as the caller has written them: here below the tables' folder, which is taken off.
std::string said_of(const std::string& name) {
  Report report;
  auto design = read_template(tables / (name + ".xml"), "", report);
  if (!design) report.add(design.error());
  std::string said;
  for (const Diagnostic& each : report.diagnostics()) said += report.text(each, Language::english);
  const std::string prefix = tables.string() + "/";
  for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) said.erase(at, prefix.size());
  return said;
}

class TemplateRefusals : public testing::TestWithParam<std::string> {};

TEST_P(TemplateRefusals, AreToldInTheseWords) { EXPECT_EQ(said_of(GetParam()), bytes_of(tables / (GetParam() + ".expected"))); }

INSTANTIATE_TEST_SUITE_P(Tables, TemplateRefusals, testing::ValuesIn(refused()), [](const auto& tested) {
  std::string name = tested.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

// ---- what a template says ----

TEST(Template, ResolvesPlacesToThePage) {
  const Template design = plain();
  EXPECT_EQ(design.grid.x, 8_mm);
  EXPECT_EQ(design.grid.row_top(3), 7_mm + 24_pt);
  const Region* lead = design.region("lead");
  ASSERT_NE(lead, nullptr);
  EXPECT_EQ(lead->rows, (Rows{3, 12}));  // rows of a zone become rows of the page
  EXPECT_EQ(lead->slots[0].top, design.grid.row_top(3) + 6_pt);
  EXPECT_EQ(lead->slots[0].x, 8_mm);
  EXPECT_EQ(lead->slots[0].width, 9_pt * 17);
  EXPECT_EQ(lead->legs[1].x, 8_mm + 9_pt * 9);
  EXPECT_EQ(lead->legs[1].rows, (Rows{6, 7}));
  EXPECT_EQ(lead->outline, (Box{8_mm, design.grid.row_top(3), 9_pt * 17, 120_pt}));
  const Region* photo = design.region("photo");
  ASSERT_TRUE(photo != nullptr && photo->picture);
  EXPECT_EQ(*photo->picture, (Box{8_mm + 9_pt * 18, design.grid.row_top(3), 9_pt * 8, 120_pt}));
  EXPECT_EQ(photo->slots[0].top, design.grid.row_top(13) + 1_pt + 6_pt / 12);  // no at: on the body's em box
}

TEST(Template, RulesStandOnEdgesAndInTheMiddleOfGutters) {
  const Template design = plain();
  const std::vector<RuleSpec>& rules = design.region("box")->rules;
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_EQ(rules[0].from, (Point{8_mm + 9_pt * 9, design.grid.row_top(8)}));  // over the region's columns
  EXPECT_EQ(rules[0].to.x - rules[0].from.x, 9_pt * 8);
  const Length middle = 8_mm + 9_pt * 8 + 9_pt / 2;
  EXPECT_EQ(rules[1].from, (Point{middle, design.grid.row_top(8) + 1_pt}));
  EXPECT_EQ(rules[1].to, (Point{middle, design.grid.row_top(13) - 1_pt}));
  ASSERT_EQ(design.rules.size(), 1U);
  EXPECT_EQ(design.rules[0].to.x, design.grid.right());  // over the type area
}

TEST(Template, StandsInTheMiddleOfThePageWhereNoPlaceIsSaid) {
  const Template front = read(source / "templates/changji-front.xml");
  EXPECT_EQ(front.grid.x + front.grid.x + front.grid.em * front.grid.width_em, front.width);
}

TEST(Template, AStyleIsWhatItsBaseIsButForWhatItSays) {
  const Template design = plain();
  const Style* small = design.style("head-small");
  ASSERT_NE(small, nullptr);
  EXPECT_EQ(small->face, "大标宋");
  EXPECT_EQ(small->size, 14_pt);
  EXPECT_EQ(small->align, Align::center);
  EXPECT_EQ(small->span_faces[static_cast<std::size_t>(SpanKind::name)], "黑体");
  EXPECT_EQ(small->span_swatches[static_cast<std::size_t>(SpanKind::gap)], "red");
  EXPECT_EQ(design.style("list-head")->marks, MarkWidth::half);
  EXPECT_EQ(design.style("list-head")->indent, (Ratio{20'000}));
}

TEST(Template, AVariantReachesWhatIsBasedOnWhatItChanges) {
  const Template design = plain("mourning");
  EXPECT_EQ(design.swatch("red")->screen, 0U);
  EXPECT_EQ(design.style("head")->face, "黑体");
  EXPECT_EQ(design.style("head")->size, 18_pt);
  EXPECT_EQ(design.style("head-small")->face, "黑体");
  EXPECT_EQ(design.style("head-small")->tracking, (Ratio{1'000}));
  EXPECT_EQ(design.style("kicker")->face, "楷体");  // says its own
  EXPECT_EQ(plain().swatch("red")->screen, 0xC81018U);
}

TEST(Template, AVariantThatIsNotThereIsReportedAndTheNormalDressUsed) {
  Report report;
  const auto design = read_template(source / "tests/data/templates/plain.xml", "festive", report);
  ASSERT_TRUE(design);
  EXPECT_EQ(design->style("head")->face, "大标宋");
  ASSERT_EQ(report.diagnostics().size(), 1U);
  EXPECT_EQ(report.diagnostics()[0].code, Code::template_no_variant);
  EXPECT_EQ(report.diagnostics()[0].arguments, (std::vector<std::string>{"plain", "festive", "mourning"}));
}

TEST(Template, AsksForRolesThatTheCatalogueHas) {
  const Template design = plain();
  const std::vector<RoleEntry> all{{"报宋", {}}, {"黑体", {}}, {"粗黑", {}}, {"大标宋", {}}, {"楷体", {}}};
  Report quiet;
  EXPECT_TRUE(check_roles(design, all, quiet));
  EXPECT_TRUE(quiet.diagnostics().empty());
  Report report;
  EXPECT_FALSE(check_roles(design, {all.begin(), all.end() - 1}, report));
  ASSERT_EQ(report.diagnostics().size(), 2U);  // kicker, caption
  EXPECT_EQ(report.diagnostics()[0].code, Code::template_unknown_role);
  EXPECT_EQ(report.diagnostics()[0].at, design.style("kicker")->at);
  EXPECT_NE(report.diagnostics()[0].at.line, 0U);
}

// ---- the shipped ones ----

class ShippedTemplates : public testing::TestWithParam<std::string> {};

TEST_P(ShippedTemplates, CloseInEveryDress) {
  const auto path = find_template(source, GetParam());
  ASSERT_TRUE(path);
  for (const char* variant : {"", "festive", "mourning"}) EXPECT_EQ(read(*path, variant).id, GetParam());
}

TEST_P(ShippedTemplates, PrintNoRedInMourning) {
  const Template design = read(*find_template(source, GetParam()), "mourning");
  for (const Swatch& swatch : design.swatches) EXPECT_EQ(swatch.cmyk[1], 0) << swatch.name;
}

INSTANTIATE_TEST_SUITE_P(All, ShippedTemplates, testing::ValuesIn(template_ids(source)), [](const auto& tested) {
  std::string name = tested.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

// [G5] 宋 for the body, 黑 or heavy 宋 for heads, 楷 or 仿宋 for captions, decks and what is said beside the news.
TEST(ShippedStyles, HaveTheTradesFaces) {
  const auto face_of = [](const Template& design, const char* style) { return design.style(style)->face; };
  const std::vector<std::string> head_faces{"大标宋", "小标宋", "黑体", "粗黑", "特粗黑", "粗楷"};
  for (const char* id : {"changji-front", "changji-tabloid"}) {
    const Template design = read(*find_template(source, id));
    EXPECT_EQ(face_of(design, "body"), "报宋") << id;
    for (const char* quiet : {"caption", "credit", "note", "deck", "byline"})
      EXPECT_TRUE(face_of(design, quiet) == "楷体" || face_of(design, quiet) == "仿宋") << id << quiet;
    for (const Style& style : design.styles)
      if (style.name.starts_with("headline")) {
        EXPECT_TRUE(std::ranges::count(head_faces, style.face) == 1) << id << style.name;
      }
  }
}

// Whatever single measure of a template that closes is changed, it closes no more.

void each_region(std::vector<Region>& regions, const std::function<void(Region&)>& visit) {
  for (Region& region : regions) {
    visit(region);
    each_region(region.regions, visit);
  }
}

void each_region(Template& design, const std::function<void(Region&)>& visit) {
  for (Zone& zone : design.zones) each_region(zone.regions, visit);
}

TEST_P(ShippedTemplates, DoNotCloseWithALegLongerOrShorter) {
  Template design = read(*find_template(source, GetParam()));
  ASSERT_TRUE(find_unclosed(design).empty());
  each_region(design, [&design](Region& region) {
    for (LegSpec& leg : region.legs)
      for (const int change : {-1, 1}) {
        leg.rows.last += change;
        EXPECT_FALSE(find_unclosed(design).empty()) << region.id;
        leg.rows.last -= change;
      }
  });
}

TEST_P(ShippedTemplates, DoNotCloseWithoutAWhiteOrARegion) {
  Template design = read(*find_template(source, GetParam()));
  for (Zone& zone : design.zones) {
    const Zone whole = zone;
    for (std::size_t i = 0; i < whole.whites.size(); ++i) {
      zone.whites.erase(zone.whites.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_FALSE(find_unclosed(design).empty()) << zone.id;
      zone = whole;
    }
    for (std::size_t i = 0; i < whole.regions.size(); ++i) {
      zone.regions.erase(zone.regions.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_FALSE(find_unclosed(design).empty()) << zone.id;
      zone = whole;
    }
  }
}

TEST_P(ShippedTemplates, DoNotCloseWithAZoneMovedByTheSmallestLength) {
  Template design = read(*find_template(source, GetParam()));
  const auto reach = [&design](const Zone& zone) { return zone.x + zone.width == design.grid.right(); };
  for (Zone& zone : design.zones) {
    if (!reach(zone)) continue;  // the gap between zones is free
    zone.width += Length::units(1);
    EXPECT_FALSE(find_unclosed(design).empty()) << zone.id;
    zone.width -= Length::units(1);
  }
}

// ---- finding them ----

TEST(TemplateStore, FindsByIdAndTheDefaultWithoutOne) {
  EXPECT_EQ(find_template(source, "changji-tabloid").value(), source / "templates/changji-tabloid.xml");
  EXPECT_EQ(find_template(source, "").value(), source / "templates/changji-front.xml");
}

TEST(TemplateStore, ListsWhatIsThereWhereThereIsNone) {
  const auto missing = find_template(source, "changji-fornt");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::template_not_found);
  EXPECT_EQ(missing.error().arguments,
            (std::vector<std::string>{"changji-fornt", "changji-front, changji-tabloid, specimen, specimen-vertical"}));
}

TEST(TemplateStore, HasNoDefaultInAFolderWithoutTemplates) {
  const auto missing = find_template(source / "tests", "");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::template_not_found);
}

TEST(TemplateStore, NeverLeavesItsFolder) {
  for (const char* id : {"../fonts/catalogue", "/etc/passwd", "a/b", "a.b", "A", "-a", " ", "昌吉", "a\nb"}) {
    const auto found = find_template(source, id);
    ASSERT_FALSE(found) << id;
    EXPECT_EQ(found.error().code, Code::template_id_malformed) << id;
  }
  EXPECT_FALSE(is_template_id(std::string(65, 'a')));
  EXPECT_FALSE(is_template_id(""));
  EXPECT_TRUE(is_template_id("changji-2"));
}

// ---- versions ----

/// A data folder with `plain` as it is in use, of version 3, and as it was, of version 1.
class Versions : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(data_ / "templates/old");
    put("templates/plain.xml", "3");
    put("templates/old/plain@1.xml", "1");
  }
  void TearDown() override { std::filesystem::remove_all(data_); }

  void put(const char* name, const std::string& revision) {
    std::ifstream from(source / "tests/data/templates/plain.xml");
    std::string text{std::istreambuf_iterator<char>(from), {}};
    const auto at = text.find(" id=\"plain\"");
    text.insert(at, " revision=\"" + revision + "\"");
    std::ofstream(data_ / name) << text;
  }
  Result<Template> named(std::string_view name) {
    Report report;
    return read_named_template(data_, name, "", report);
  }

  const std::filesystem::path data_ = std::filesystem::path(testing::TempDir()) / ("versions-" + std::to_string(::getpid()));
};

TEST_F(Versions, AreFoundByTheirNumber) {
  EXPECT_EQ(named("plain")->revision, 3);
  EXPECT_EQ(named("plain@3")->revision, 3);
  EXPECT_EQ(named("plain@1")->revision, 1);
  EXPECT_EQ(named("plain@1")->file.filename(), "plain@1.xml");
  EXPECT_EQ(old_versions(data_, "plain"), std::vector<int>{1});
  EXPECT_EQ(template_ids(data_), std::vector<std::string>{"plain"});  // what is old is not offered
}

TEST_F(Versions, AreListedWhereTheOneAskedForIsNotThere) {
  const auto missing = named("plain@2");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::template_not_found);
  EXPECT_EQ(missing.error().arguments, (std::vector<std::string>{"plain@2", "plain@3, plain@1"}));
}

TEST_F(Versions, SayInTheFileWhatItsNameSays) {
  put("templates/old/plain@2.xml", "1");
  const auto wrong = named("plain@2");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, Code::template_bad_value);
  EXPECT_EQ(wrong.error().arguments.front(), "revision");
}

TEST(TemplateName, IsAnIdAndPerhapsAVersion) {
  EXPECT_EQ(template_name("changji-front")->version, 0);
  EXPECT_EQ(template_name("changji-front@12")->version, 12);
  EXPECT_EQ(template_name("changji-front@12")->id, "changji-front");
  for (const char* none : {"", "@1", "a@", "a@0", "a@01", "a@-1", "a@1x", "a@10000", "a@1@2", "a @1", "../a@1"})
    EXPECT_FALSE(template_name(none)) << none;
}

// What was in use once stays as it was: an old version has a lower number than the one in use.
TEST(TemplateVersions, OfTheShippedTemplatesRise) {
  for (const std::string& id : template_ids(source)) {
    const Template design = read(*find_template(source, id));
    for (const int version : old_versions(source, id)) {
      EXPECT_LT(version, design.revision) << id;
      EXPECT_EQ(read(*find_template(source, id + '@' + std::to_string(version))).revision, version) << id;
    }
  }
}

// ---- the reader's helpers ----

TEST(Vocabulary, FindsTheNearestName) {
  const std::vector<std::string_view> names{"lead", "lead-list", "right-1", "commentary"};
  EXPECT_EQ(nearest("lead-lst", names), "lead-list");
  EXPECT_EQ(nearest("comentary", names), "commentary");
  EXPECT_EQ(nearest("photo", names), "");
  EXPECT_EQ(nearest("", names), "");
}

TEST(Vocabulary, QuotesWholeCharacters) {
  const std::string long_text = "a昌吉日报昌吉日报昌吉日报昌吉日报";
  const std::string begin = excerpt(long_text);
  EXPECT_EQ(begin, "a昌吉日报昌吉日报昌吉日报昌");
  EXPECT_EQ(excerpt("昌吉"), "昌吉");
}

TEST(Vocabulary, ReadsWholeNumbersOfModestSize) {
  EXPECT_EQ(parse_whole("116"), 116);
  for (const char* none : {"", "-1", "+1", "1.5", " 1", "1234567", "١"}) EXPECT_EQ(parse_whole(none), std::nullopt) << none;
}

}  // namespace
}  // namespace paiban::document
