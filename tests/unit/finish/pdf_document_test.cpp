#include "finish/pdf_document.hpp"

#include <gtest/gtest.h>

#include "base/message_table.hpp"
#include "finish/catalogue.hpp"
#include "unit/finish/small_pdf.hpp"

namespace paiban::finish {
namespace {

Result<std::string> written(const std::string& bytes) {
  return PdfDocument::parse(bytes).and_then([](PdfDocument document) { return document.write("1.6"); });
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
  const auto once = written(small_pdf());
  ASSERT_TRUE(once);
  EXPECT_EQ(*once, *written(small_pdf()));
  EXPECT_TRUE(once->starts_with("%PDF-1.6\n"));
  EXPECT_NE(once->find("/ID ["), std::string::npos);
  EXPECT_NE(*once, *written(small_pdf("0 0 1 1 re f")));
}

TEST(Catalogue, DatesAreMidnightInChina) {
  EXPECT_EQ(pdf_date("2025-02-05"), "D:20250205000000+08'00'");
  EXPECT_EQ(xmp_date("2025-02-05"), "2025-02-05T00:00:00+08:00");
}

}  // namespace
}  // namespace paiban::finish
