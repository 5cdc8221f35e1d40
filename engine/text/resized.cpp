#include "text/resized.hpp"

namespace paiban::text {
namespace {

/// One length becomes `to` where it was `from`.
struct Scale {
  Length from, to;
  void operator()(Length& length) const { length = Length::units(scale_rounded(length.count(), to.count(), from.count())); }
};

}  // namespace

ShapedParagraph resized(const ShapedParagraph& paragraph, const Look& look) {
  ShapedParagraph out = paragraph;
  out.size = look.size;
  out.em = paragraph.vertical ? look.size : look.size * look.scale_x;
  const Scale along{paragraph.em, out.em}, across{paragraph.size, out.size};
  for (Unit& unit : out.units) {
    for (Length* length :
         {&unit.width, &unit.give_start, &unit.give_end, &unit.trim_start, &unit.trim_end, &unit.ink_start, &unit.ink_end})
      along(*length);
    across(unit.ink_top);
    across(unit.ink_bottom);
  }
  for (Joint& joint : out.joints)
    for (Length* length : {&joint.gap, &joint.gap_least, &joint.gap_most, &joint.hyphen}) along(*length);
  for (Glyph& glyph : out.glyphs) {
    along(glyph.x);
    across(glyph.y);
  }
  for (Hyphen& hyphen : out.hyphens) {
    along(hyphen.glyph.x);
    across(hyphen.glyph.y);
    along(hyphen.width);
  }
  for (SideMark& mark : out.side_marks) {
    for (Length* length : {&mark.size, &mark.off, &mark.width}) across(*length);
    for (Glyph& glyph : mark.glyphs) {
      across(glyph.x);
      across(glyph.y);
    }
  }
  across(out.baseline);
  return out;
}

}  // namespace paiban::text
