#include "finish/xmp.hpp"

#include <gtest/gtest.h>

namespace paiban::finish {
namespace {

XmpFacts facts() {
  return {"昌吉日报 2025-02-05", "zh-Hans", "2025-02-05T00:00:00+08:00", "paiban", "paiban 1", "uuid:1", {}, {}};
}

TEST(Xmp, SaysWhatIsKnown) {
  const std::string packet = xmp_packet(facts(), {{"pdfaid:part", "2"}});
  for (const char* said : {"<rdf:li xml:lang=\"x-default\">昌吉日报 2025-02-05</rdf:li>", "<rdf:li>zh-Hans</rdf:li>",
                           "<xmp:CreateDate>2025-02-05T00:00:00+08:00</xmp:CreateDate>", "<pdfaid:part>2</pdfaid:part>",
                           "<pdf:Producer>paiban 1</pdf:Producer>"})
    EXPECT_NE(packet.find(said), std::string::npos) << said;
  EXPECT_TRUE(packet.starts_with("<?xpacket begin=\"\xEF\xBB\xBF\""));
  EXPECT_TRUE(packet.ends_with("<?xpacket end=\"r\"?>"));
}

TEST(Xmp, EscapesWhatXmlWouldRead) {
  XmpFacts hostile = facts();
  hostile.title = "a<b>&amp;\x01]]>";
  const std::string packet = xmp_packet(hostile, {});
  EXPECT_NE(packet.find(">a&lt;b&gt;&amp;amp;]]&gt;<"), std::string::npos);
}

TEST(Xmp, DescribesItsOwnPropertyWhereItHasIt) {
  XmpFacts transcribed = facts();
  EXPECT_EQ(xmp_packet(transcribed, {}).find("pdfaExtension:schemas"), std::string::npos);
  transcribed.statement = "据录入文本重排：缺1处。";
  transcribed.notes = {"第1版 a<b", "第2版"};
  const std::string packet = xmp_packet(transcribed, {});
  EXPECT_NE(packet.find("<pdfaSchema:prefix>paiban</pdfaSchema:prefix>"), std::string::npos);
  EXPECT_NE(packet.find("<rdf:li>第1版 a&lt;b</rdf:li>"), std::string::npos);
  EXPECT_NE(packet.find("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">据录入文本重排：缺1处。"), std::string::npos);
}

TEST(Xmp, AUuidIsOfItsNameAlone) {
  EXPECT_EQ(uuid_of("a"), uuid_of("a"));
  EXPECT_NE(uuid_of("a"), uuid_of("b"));
  const std::string uuid = uuid_of("a");
  EXPECT_EQ(uuid.size(), std::string("uuid:01234567-0123-8123-a123-0123456789ab").size());
  EXPECT_EQ(uuid.find('-'), 13U);
  EXPECT_EQ(uuid[19], '8');
}

}  // namespace
}  // namespace paiban::finish
