#include "document/xml_writer.hpp"

#include <gtest/gtest.h>

namespace paiban::document {
namespace {

TEST(XmlStream, ClosesWhatItOpensAndEscapesOnce) {
  XmlStream xml;
  xml.open("a").attribute("b", "\"<&>\"").attribute("n", -12);
  xml.open("c").close();
  xml.whole("d", "1 < 2 & 3").close();
  EXPECT_EQ(xml.take(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;>&quot;\" n=\"-12\">\n <c/>\n"
            " <d>1 &lt; 2 &amp; 3</d>\n</a>\n");
}

TEST(XmlStream, KeepsAnEmptyTextApartFromNone) {
  XmlStream xml;
  xml.open("a").text("").close();
  EXPECT_EQ(xml.take(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a></a>\n");
}

}  // namespace
}  // namespace paiban::document
