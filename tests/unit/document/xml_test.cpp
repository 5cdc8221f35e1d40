#include "document/xml.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace paiban::document {
namespace {

Result<XmlFile> parsed(std::string bytes, Report& report) { return XmlFile::parse(std::move(bytes), "issue.xml", report); }

TEST(Xml, KnowsThePlacesOfItsNodes) {
  Report report;
  const auto xml = parsed("\xEF\xBB\xBF<a>\r\n昌<b 报='\"' c = 'x'>吉</b>\r<d/></a>", report);
  ASSERT_TRUE(xml);
  const pugi::xml_node b = xml->root().child("b");
  EXPECT_EQ(xml->place(xml->root()), (SourcePlace{1, 1, 1}));
  EXPECT_EQ(xml->place(b), (SourcePlace{1, 2, 2}));
  EXPECT_EQ(xml->place(b.first_child()), (SourcePlace{1, 2, 19}));
  EXPECT_EQ(xml->place(b, "报"), (SourcePlace{1, 2, 5}));
  EXPECT_EQ(xml->place(b, "c"), (SourcePlace{1, 2, 11}));
  EXPECT_EQ(xml->place(b, "none"), xml->place(b));
  EXPECT_EQ(xml->place(xml->root().child("d")), (SourcePlace{1, 3, 1}));
}

TEST(Xml, GivesTextAsItStandsInTheFile) {
  Report report;
  const auto xml = parsed("<a>x&amp;\r\ny<![CDATA[<&>]]></a>", report);
  ASSERT_TRUE(xml);
  const pugi::xml_node text = xml->root().first_child();
  EXPECT_STREQ(text.value(), "x&\ny");
  EXPECT_EQ(xml->source_text(text), "x&amp;\r\ny");
  EXPECT_EQ(xml->source_text(text.next_sibling()), "<&>");
}

TEST(Xml, TellsNamespaces) {
  Report report;
  const auto xml = parsed("<a xmlns='u'><p:b xmlns:p='v'><c xmlns=''/></p:b> <d>text</d></a>", report);
  ASSERT_TRUE(xml);
  const pugi::xml_node b = xml->root().first_child();
  EXPECT_EQ(namespace_of(xml->root()), "u");
  EXPECT_EQ(namespace_of(b), "v");
  EXPECT_EQ(local_name(b), "b");
  EXPECT_EQ(namespace_of(b.first_child()), "");
  EXPECT_TRUE(is_namespace_declaration(b.first_attribute()));
  EXPECT_EQ(elements_of(xml->root()).size(), 2U);
  EXPECT_FALSE(stray_text_in(xml->root()));
  EXPECT_TRUE(stray_text_in(xml->root().child("d")));
}

TEST(Xml, SaysWhereAFaultIs) {
  Report report;
  const auto xml = parsed("<a>\n<b>昌&e;</b></a>", report);
  ASSERT_FALSE(xml);
  EXPECT_EQ(report.text(xml.error(), Language::english),
            "issue.xml:2:5: error E0107: &e; is no entity of XML\n"
            "  hint: write the character itself; XML knows only &lt; &gt; &amp; &quot; &apos;\n");
}

TEST(Xml, ReadsRegularFilesOnly) {
  Report report;
  EXPECT_EQ(code_name(XmlFile::read(PAIBAN_SOURCE_DIR, report).error().code), "E0126");
  EXPECT_EQ(code_name(XmlFile::read("/dev/zero", report).error().code), "E0126");
  EXPECT_EQ(code_name(XmlFile::read("no such file.xml", report).error().code), "E0901");
}

TEST(Xml, LimitsTheSizeOfAFile) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "paiban-too-big.xml";
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  ASSERT_NE(file, nullptr);
  std::fclose(file);
  std::filesystem::resize_file(path, XmlFile::most_bytes + 1);  // a hole: no byte is written
  Report report;
  EXPECT_EQ(code_name(XmlFile::read(path, report).error().code), "E0125");
  std::filesystem::remove(path);
}

TEST(Xml, OneLongLineDoesNotSlowThePlaces) {
  std::string bytes = "<a>";
  for (int i = 0; i < 60'000; ++i) bytes += "昌<b/>";
  Report report;
  const auto xml = parsed(bytes + "</a>", report);
  ASSERT_TRUE(xml);
  std::uint32_t column = 4;
  for (const pugi::xml_node child : elements_of(xml->root())) {
    ASSERT_EQ(xml->place(child).column, column + 1);
    column += 5;
  }
}

}  // namespace
}  // namespace paiban::document
