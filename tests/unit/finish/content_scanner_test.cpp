#include "finish/content_scanner.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::finish {
namespace {

/// "name(operand|operand)" of each operation; "error" where the content is none.
std::string scanned(std::string_view content) {
  ContentScanner scanner(content);
  std::string text;
  for (;;) {
    const auto operation = scanner.next();
    if (!operation) return operation.error().code == Code::pdf_not_finished ? "error" : "another error";
    if (!*operation) return text;
    text += (text.empty() ? "" : " ") + std::string((*operation)->name) + "(";
    for (const std::string_view operand : (*operation)->operands) text += std::string(operand) + "|";
    text += ")";
  }
}

TEST(ContentScanner, TakesOperatorsApart) {
  EXPECT_EQ(scanned(""), "");
  EXPECT_EQ(scanned("q 1 0 0 -1 0 9.5 cm\nQ"), "q() cm(1|0|0|-1|0|9.5|) Q()");
  EXPECT_EQ(scanned("/a0 gs/x5 Do"), "gs(/a0|) Do(/x5|)");
  EXPECT_EQ(scanned("[]0 d true false null f*"), "d([]|0|) f*(true|false|null|)");
  EXPECT_EQ(scanned("(a)' 1 2(b)\""), "'((a)|) \"(1|2|(b)|)");
}

TEST(ContentScanner, AStringIsOneOperand) {
  EXPECT_EQ(scanned("(0 0 0 rg)Tj"), "Tj((0 0 0 rg)|)");
  EXPECT_EQ(scanned("(a(b)c)Tj (\\))Tj (\\\\)Tj"), "Tj((a(b)c)|) Tj((\\))|) Tj((\\\\)|)");
  EXPECT_EQ(scanned("<30 20>Tj"), "Tj(<30 20>|)");
}

TEST(ContentScanner, AnArrayAndADictionaryAreOneOperand) {
  EXPECT_EQ(scanned("[<0001>-80(rg)5]TJ"), "TJ([<0001>-80(rg)5]|)");
  EXPECT_EQ(scanned("/Span<</ActualText(x)/A[1 2]>>BDC EMC"), "BDC(/Span|<</ActualText(x)/A[1 2]>>|) EMC()");
}

TEST(ContentScanner, CommentsAreBlanks) { EXPECT_EQ(scanned("1 % 0 0 rg\n2 % end\r3 rg %"), "rg(1|2|3|)"); }

TEST(ContentScanner, RefusesWhatDoesNotEnd) {
  for (const char* content : {"(a", "(a\\", "<30", "[1 2", "<</A 1", "1 2", "]", ">>", "<</A>", "BI /W 1 ID x EI"})
    EXPECT_EQ(scanned(content), "error") << content;
}

TEST(ContentScanner, ReadsHostileBytesToTheirEnd) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string content = std::string(1, static_cast<char>(byte)) + "\nTj";  // "%" begins a comment
    EXPECT_FALSE(scanned(content).empty()) << byte;
  }
}

}  // namespace
}  // namespace paiban::finish
