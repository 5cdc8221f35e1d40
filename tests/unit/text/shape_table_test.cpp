// tests/tables/shape/*.shape: what each unit of a text is, and where its glyph stands.
//
//   text ; unit, unit, …
//
// A unit is its class and its width, in hundredths of an em, then what else is to be checked:
//   <50 >50      blank that squeezing may take at its start, its end; not written: none
//   trim<50      blank that falls away at a line's start; not written: as much as it gives there
//   trim>100     blank that falls away at a line's end
//   @楷体        the first face of that role
//   left right middle inside   where the ink stands: in the left or right half em of its cell, centred, or inside of it
//   n2           so many characters to a reader; not written: one

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/styled_rows.hpp"

namespace paiban::text {
namespace {

constexpr int em = 1'000;          // RawGlyph's and InkBox's
constexpr int ink_tolerance = 12;  // heavy faces draw over their half by as much
constexpr int centre_tolerance = 30;

struct Placed {
  int left = 0, right = 0;  ///< ink from the cell's start, thousandths of an em
};

Placed ink_of(const test::ComposingRoom& room, const ShapedParagraph& p, const Unit& unit) {
  const Glyph& glyph = p.glyphs[unit.first_glyph];
  const font::Face* face = *room.fonts().open(glyph.face);
  const font::InkBox ink = face->ink_of(glyph.id);
  const int x = static_cast<int>(scale_rounded(glyph.x.count(), em, p.em.count()));
  return {x + ink.left, x + ink.right};
}

bool stands(const std::string& where, const Placed& ink, int width) {
  if (where == "left") return ink.left >= -ink_tolerance && ink.right <= em / 2 + ink_tolerance;
  if (where == "right") return ink.left >= width - em / 2 - ink_tolerance && ink.right <= width + ink_tolerance;
  if (where == "inside") return ink.left >= -ink_tolerance && ink.right <= width + ink_tolerance;
  return std::abs((ink.left + ink.right - width) / 2) <= centre_tolerance;
}

bool has_role(const test::ComposingRoom& room, const std::string& role, std::uint16_t face) {
  const font::RoleEntry* entry = room.fonts().role(role);
  return entry != nullptr && !entry->chain.empty() && entry->chain.front() == face;
}

/// What of `unit` is not as `wanted` says; empty where all is.
std::string fault_of(const test::ComposingRoom& room, const ShapedParagraph& p, const Unit& unit, const std::string& wanted) {
  const auto words = test::words_of(wanted);
  std::string give_start = "0", give_end = "0", trim_start, trim_end, characters = "1";
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.starts_with("trim<"))
      trim_start = word.substr(5);
    else if (word.starts_with("trim>"))
      trim_end = word.substr(5);
    else if (word.starts_with("<"))
      give_start = word.substr(1);
    else if (word.starts_with(">"))
      give_end = word.substr(1);
    else if (word.starts_with("n"))
      characters = word.substr(1);
    else if (word.starts_with("@")) {
      if (!has_role(room, word.substr(1), p.glyphs[unit.first_glyph].face)) return "not of face " + word;
    } else if (word == "left" || word == "right" || word == "middle" || word == "inside") {
      const Placed ink = ink_of(room, p, unit);
      if (!stands(word, ink, static_cast<int>(scale_rounded(unit.width.count(), em, p.em.count()))))
        return fmt::format("ink from {} to {} is not {}", ink.left, ink.right, word);
    } else {
      return "unknown word " + word;
    }
  }
  const auto text = [&p](Length length) { return test::hundredths(length, p.em); };
  const std::string is =
      fmt::format("{} {} <{} >{} trim<{} trim>{} n{}", name_of(unit.cls), text(unit.width), text(unit.give_start),
                  text(unit.give_end), text(unit.trim_start), text(unit.trim_end), unit.characters);
  const std::string should =
      fmt::format("{} {} <{} >{} trim<{} trim>{} n{}", words[0], words.size() > 1 ? words[1] : "", give_start, give_end,
                  trim_start.empty() ? give_start : trim_start, trim_end.empty() ? give_end : trim_end, characters);
  return is == should ? "" : fmt::format("is “{}”, should be “{}”", is, should);
}

TEST(ShapeTables, HoldForEveryUnit) {
  test::ComposingRoom room(test::table_template);
  const auto rows = test::rows_of("shape", ".shape");
  ASSERT_GT(rows.size(), 50U);
  for (const test::Row& row : rows) {
    const auto style = test::style_of(room, row);
    ASSERT_TRUE(style && row.fields.size() == 2) << row.where;
    const ShapedParagraph p = room.shape(row.fields[0], *style);
    const auto units = test::words_of(row.fields[1], ',');
    ASSERT_EQ(p.units.size(), units.size()) << row.where << " " << row.fields[0];
    for (std::size_t i = 0; i < units.size(); ++i)
      EXPECT_EQ(fault_of(room, p, p.units[i], units[i]), "") << row.where << " unit " << i + 1 << " of " << row.fields[0];
  }
}

}  // namespace
}  // namespace paiban::text
