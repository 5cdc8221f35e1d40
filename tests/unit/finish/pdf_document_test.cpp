#include "finish/pdf_document.hpp"

#include <gtest/gtest.h>

#include "base/message_table.hpp"
#include "finish/catalogue.hpp"

namespace paiban::finish {
namespace {

/// Bytes of a PDF of one empty page, written by qpdf itself.
std::string small_pdf() {
  PdfDocument document = *PdfDocument::parse(
      "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>\nendobj\nxref\n0 4\n0000000000 65535 f \n"
      "0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n180\n%%EOF\n");
  return *document.write("1.6");
}

TEST(PdfDocument, RefusesWhatIsNoPdf) {
  for (const char* bytes : {"", "no PDF", "%PDF-1.4\n%%EOF\n"}) {
    const auto document = PdfDocument::parse(bytes);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, Code::pdf_not_finished);
  }
}

TEST(PdfDocument, MendsNothing) {
  std::string damaged = small_pdf();
  damaged.replace(damaged.find("startxref\n") + 10, 1, "9");
  EXPECT_FALSE(PdfDocument::parse(damaged));
}

TEST(PdfDocument, WritesTheSameBytesAgain) {
  const std::string once = small_pdf();
  EXPECT_EQ(once, small_pdf());
  EXPECT_TRUE(once.starts_with("%PDF-1.6\n"));
  EXPECT_NE(once.find("/ID ["), std::string::npos);
}

TEST(Catalogue, DatesAreMidnightInChina) {
  EXPECT_EQ(pdf_date("2025-02-05"), "D:20250205000000+08'00'");
  EXPECT_EQ(xmp_date("2025-02-05"), "2025-02-05T00:00:00+08:00");
}

}  // namespace
}  // namespace paiban::finish
