#include <gtest/gtest.h>

#include "base/message_table.hpp"
#include "finish/finish.hpp"
#include "unit/finish/small_pdf.hpp"

namespace paiban::finish {
namespace {

const OutputIntent& intent() {
  static const OutputIntent made = make_output_intent("a profile", "a press", 4);
  return made;
}

/// A page of 7 by 7 points with a bleed of 1.
Facts facts() {
  Facts facts;
  facts.title = "某报 (a)";
  facts.date = "2025-02-05";
  facts.bleed = points(1);
  facts.pages.push_back({1, "1", "", points(7), points(7)});
  facts.inks = {paint::black_alone};
  return facts;
}

/// The finished file; empty where it is refused.
std::string press(const std::string& drawn, Flavour flavour = Flavour::x4, const Facts& said = facts()) {
  auto made = finish(drawn, said, flavour, intent());
  if (made) return *made;
  EXPECT_EQ(made.error().code, Code::pdf_not_finished);
  return {};
}

bool holds(const std::string& bytes, std::string_view part) { return bytes.find(part) != std::string::npos; }

TEST(Press, HasBoxesWithinOneAnother) {
  const std::string made = press(small_pdf());
  EXPECT_TRUE(holds(made, "/MediaBox [ 0 0 9 9 ]"));
  EXPECT_TRUE(holds(made, "/BleedBox [ 0 0 9 9 ]"));
  EXPECT_TRUE(holds(made, "/TrimBox [ 1 1 8 8 ]"));
}

TEST(Press, SaysWhatItIs) {
  const std::string x4 = press(small_pdf()), x1a = press(small_pdf(), Flavour::x1a);
  EXPECT_TRUE(x4.starts_with("%PDF-1.6\n"));
  EXPECT_TRUE(x1a.starts_with("%PDF-1.4\n"));
  EXPECT_TRUE(holds(x4, "/GTS_PDFXVersion (PDF/X-4)"));
  EXPECT_TRUE(holds(x1a, "/GTS_PDFXConformance (PDF/X-1a:2003)"));
  for (const std::string& each : {x4, x1a}) {
    EXPECT_TRUE(holds(each, "/S /GTS_PDFX"));
    EXPECT_TRUE(holds(each, "/OutputCondition (a press)"));
    EXPECT_TRUE(holds(each, "/Trapped /False"));
    EXPECT_TRUE(holds(each, "<xmp:CreateDate>2025-02-05T00:00:00+08:00</xmp:CreateDate>"));
    EXPECT_TRUE(holds(each, "/CreationDate (D:20250205000000+08'00')"));
  }
}

TEST(Press, TakesAwayWhatCairoAdds) {
  const std::string made =
      press(small_pdf("/a0 gs 0 0 1 1 re f", "/ExtGState<</a0<</CA 1/ca 1>>>>", "/Group<</S/Transparency/CS/DeviceRGB>>"));
  EXPECT_FALSE(holds(made, "/Group"));
  EXPECT_FALSE(holds(made, "/ca"));
  EXPECT_TRUE(holds(made, "/OPM 1"));
}

TEST(Press, RefusesWhatIsTransparent) {
  for (const char* state : {"/ca 0.5", "/CA 0", "/SMask<</S/Alpha>>", "/BM/Multiply"})
    EXPECT_EQ(press(small_pdf("/a0 gs", "/ExtGState<</a0<<" + std::string(state) + ">>>>")), "") << state;
}

TEST(Press, RefusesDrawingsInsideAPage) {
  EXPECT_EQ(press(small_pdf("/x5 Do", "/XObject<</x5 5 0 R>>", "", "<</Subtype/Form/Length 0>>stream\n\nendstream")), "");
  EXPECT_EQ(press(small_pdf("/x5 Do", "/XObject<</x5 5 0 R>>", "", "<</Subtype/Image/SMask 5 0 R/Length 0>>stream\n\nendstream")),
            "");
}

TEST(Press, RefusesPicturesThatAreNotInInks) {
  const auto with = [](const std::string& space) {
    return press(small_pdf("/x5 Do", "/XObject<</x5 5 0 R>>", "",
                           "<</Subtype/Image/ColorSpace" + space + "/Length 0>>stream\n\nendstream"));
  };
  EXPECT_NE(with("/DeviceGray"), "");
  EXPECT_NE(with("/DeviceCMYK"), "");
  EXPECT_EQ(with("/DeviceRGB"), "");
  EXPECT_EQ(with("[/Indexed/DeviceRGB 1(abcdef)]"), "");
}

TEST(Press, RefusesAColourOfNoSwatch) { EXPECT_EQ(press(small_pdf("0 0 0.00392157 rg")), ""); }

TEST(Press, RefusesFactsOfAnotherDrawing) {
  Facts other = facts();
  other.pages.clear();
  EXPECT_EQ(press(small_pdf(), Flavour::x4, other), "");
}

}  // namespace
}  // namespace paiban::finish
