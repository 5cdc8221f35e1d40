// tests/tables/vertical: how characters stand in vertical lines (.cells), and where their ink lies (.ink).

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "support/composing_room.hpp"
#include "support/table_rows.hpp"

namespace paiban::text {
namespace {

using document::Style;
using test::Row;
using test::Settings;

template <typename T>
void choose(const Settings& settings, const char* name, const std::map<std::string, T>& words, T& target) {
  if (const auto said = settings.find(name); said != settings.end()) target = words.at(said->second);
}

Style style_of(const Settings& settings, const test::ComposingRoom& room) {
  Style style = room.style("body");
  style.writing = document::Writing::vertical;
  if (const auto face = settings.find("face"); face != settings.end()) style.face = style.latin_face = face->second;
  if (const auto pitch = settings.find("pitch"); pitch != settings.end())
    style.pitch = parse_length(pitch->second, style.size).value();
  choose(settings, "digits",
         {{"upright-group", document::VerticalDigits::upright_group}, {"rotate", document::VerticalDigits::rotate}},
         style.vertical_digits);
  choose(settings, "acronyms", {{"rotate", document::Acronyms::rotate}, {"upright", document::Acronyms::upright}},
         style.acronyms);
  choose(settings, "titles", {{"marks", document::Titles::marks}, {"wavy", document::Titles::wavy}}, style.titles);
  choose(settings, "marks",
         {{"flexible", document::MarkWidth::flexible}, {"full", document::MarkWidth::full}, {"half", document::MarkWidth::half}},
         style.marks);
  return style;
}

// ---- .cells ----

std::string number(Length length, Length em) { return decimal(length.count(), em.count(), 3); }

/// "12=1": | upright, > turned, = side by side, . hidden; its width in em; -0.5 and +0.5 that it can give at its start and end.
std::string words(const ShapedParagraph& p, const Unit& unit) {
  const bool turned = unit.first_glyph < unit.last_glyph && p.glyphs[unit.first_glyph].rotated;
  const bool grouped = !turned && unit.characters > 1 && unit.cls != CharClass::dash && unit.cls != CharClass::ellipsis;
  std::string out = p.text.substr(unit.start, unit.end - unit.start);
  out += unit.hidden ? '.' : turned ? '>' : grouped ? '=' : '|';
  out += number(unit.width, p.em);
  if (unit.give_start > Length{}) out += "-" + number(unit.give_start, p.em);
  if (unit.give_end > Length{}) out += "+" + number(unit.give_end, p.em);
  return out;
}

std::string words(const ShapedParagraph& p) {
  std::string out;
  for (std::size_t i = 0; i < p.units.size(); ++i) {
    if (i > 0) out += p.joints[i - 1].gap > Length{} ? " _" + number(p.joints[i - 1].gap, p.em) + " " : " ";
    out += words(p, p.units[i]);
  }
  return out;
}

TEST(VerticalTables, CellsAreAsTheRowsSay) {
  test::ComposingRoom room;
  for (const Row& row : test::rows_of("vertical", ".cells")) {
    ASSERT_EQ(row.fields.size(), 2U) << row.where;
    EXPECT_EQ(words(room.shape(row.fields[0], style_of(row.settings, room))), row.fields[1]) << row.where;
  }
}

// ---- .ink ----

/// Ink in thousandths of an em, along the line from the cell's start, across to the right of the line's centre.
struct Ink {
  std::int64_t start = 100'000, end = -100'000, left = 100'000, right = -100'000;
};

Ink ink_of(const ShapedParagraph& p, const Unit& unit, const font::FontCatalogue& fonts) {
  Ink ink;
  for (std::uint32_t g = unit.first_glyph; g < unit.last_glyph; ++g) {
    const Glyph& glyph = p.glyphs[g];
    font::InkBox box = (*fonts.open(glyph.face))->ink_of(glyph.id);
    box.left = static_cast<int>(scale_rounded(box.left, glyph.scale.ten_thousandths, 10'000));
    box.right = static_cast<int>(scale_rounded(box.right, glyph.scale.ten_thousandths, 10'000));
    const auto thousandths = [&p](Length length) { return scale_rounded(length.count(), 1'000, p.size.count()); };
    const std::int64_t along = thousandths(glyph.x), across = thousandths(glyph.y);
    ink.start = std::min(ink.start, along + (glyph.rotated ? box.left : -box.top));
    ink.end = std::max(ink.end, along + (glyph.rotated ? box.right : -box.bottom));
    ink.left = std::min(ink.left, across + (glyph.rotated ? box.bottom : box.left));
    ink.right = std::max(ink.right, across + (glyph.rotated ? box.top : box.right));
  }
  return ink;
}

constexpr std::int64_t overhang = 12;   // heavy faces draw to the very edge
constexpr std::int64_t off_centre = 5;  // typography V7: half a per cent of an em

/// What is wrong with ink from `from` to `to` that should lie in "0..0.5", or have its middle at "@0.5".
std::string fault_of(const std::string& wanted, std::int64_t from, std::int64_t to) {
  const auto thousandths = [](const std::string& number) { return parse_ratio(number).value().ten_thousandths / 10; };
  const std::string is = fmt::format("ink from {} to {} instead of {}", from, to, wanted);
  if (wanted.starts_with("@")) return std::abs((from + to) / 2 - thousandths(wanted.substr(1))) <= off_centre ? "" : is;
  const auto dots = wanted.find("..");
  const bool inside =
      from >= thousandths(wanted.substr(0, dots)) - overhang && to <= thousandths(wanted.substr(dots + 2)) + overhang;
  return inside ? "" : is;
}

TEST(VerticalTables, InkLiesWhereTheRowsSay) {
  test::ComposingRoom room;
  for (const Row& row : test::rows_of("vertical", ".ink")) {
    ASSERT_EQ(row.fields.size(), 3U) << row.where;
    std::istringstream faces(row.settings.at("faces"));
    for (std::string face; std::getline(faces, face, ',');) {
      Settings settings = row.settings;
      settings["face"] = face;
      const ShapedParagraph p = room.shape(row.fields[0], style_of(settings, room));
      ASSERT_EQ(p.units.size(), 1U) << row.where;
      const Ink ink = ink_of(p, p.units.front(), room.fonts());
      EXPECT_EQ(fault_of(row.fields[1], ink.start, ink.end), "") << row.where << " along, " << face;
      EXPECT_EQ(fault_of(row.fields[2], ink.left, ink.right), "") << row.where << " across, " << face;
    }
  }
}

/// Typography V7: whatever the face, an ideograph's em box lies on the line's centre, and turned letters' em box, too.
TEST(VerticalTables, EmBoxesLieOnTheCentreLine) {
  test::ComposingRoom room;
  for (const char* role : {"报宋", "黑体", "楷体", "粗楷", "仿宋", "报头"}) {
    const ShapedParagraph p = room.shape("国家GDP2025的", style_of({{"face", role}}, room));
    for (const Unit& unit : p.units) {
      const Glyph& glyph = p.glyphs[unit.first_glyph];
      const font::Face& face = **room.fonts().open(glyph.face);
      const int middle = glyph.rotated ? 500 + face.entry().em_box_bottom : face.advance_of(glyph.id) / 2;
      EXPECT_LE(std::abs(scale_rounded(glyph.y.count(), 1'000, p.size.count()) + middle), off_centre) << role;
    }
  }
}

TEST(VerticalNumbers, AreSaidInHanNumeralsWhereTheStyleAdvisesThem) {
  test::ComposingRoom room;
  const auto said = [&room](const char* text, document::VerticalDigits rule) {
    Style style = style_of({}, room);
    style.vertical_digits = rule;
    Report report;
    TextShaper shaper(room.fonts());
    EXPECT_TRUE(shaper.shape({test::marked_text(text), 0, document::Role{}, {}}, style, report));
    std::string words;
    for (const Diagnostic& each : report.diagnostics())
      if (each.code == Code::vertical_number) words += each.arguments[0] + "=" + each.arguments[1] + " ";
    return words;
  };
  using enum document::VerticalDigits;
  EXPECT_EQ(said("2025年1月27日", han_advised), "2025=二〇二五 1=一 27=二十七 ");
  EXPECT_EQ(said("第10届，105人，1060户，2001辆，12345热线，007", han_advised),
            "10=十 105=一百零五 1060=一千零六十 2001=二千零一 12345=一二三四五 007=〇〇七 ");
  EXPECT_EQ(said("2025年1月27日", upright_group), "2025=二〇二五 ");
  EXPECT_EQ(said("2025年1月27日，71.74%，S231", rotate), "");
  EXPECT_EQ(said("71.74%，S231", han_advised), "");
}

}  // namespace
}  // namespace paiban::text
