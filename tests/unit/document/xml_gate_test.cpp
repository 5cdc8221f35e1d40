#include "document/xml_gate.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/diagnostic.hpp"
#include "document/xml.hpp"
#include "document/xml_reference.hpp"

namespace paiban::document {
namespace {

struct GateCase {
  std::string_view bytes;
  std::string_view code;  // empty: well-formed
  std::size_t offset = 0;
};

std::string named(const std::string& bytes) {
  const auto fault = find_xml_fault(bytes);
  return fault ? std::string(code_name(fault->code)) : std::string();
}

class GateTable : public testing::TestWithParam<GateCase> {};

TEST_P(GateTable, SaysWhatAndWhere) {
  const std::string bytes(GetParam().bytes);
  EXPECT_EQ(named(bytes), GetParam().code) << bytes;
  const auto fault = find_xml_fault(bytes);
  EXPECT_EQ(fault ? fault->offset : 0U, GetParam().offset) << bytes;
}

using std::literals::operator""sv;

// The table of output-and-reliability 3.1 and its neighbours.
INSTANTIATE_TEST_SUITE_P(WellFormed, GateTable,
                         testing::ValuesIn(std::to_array<GateCase>({
                             {"<a/>", ""},
                             {"\xEF\xBB\xBF<a/>", ""},
                             {"<?xml version=\"1.0\" encoding=\"utf-8\" standalone='no' ?>\n<a/>\n<!-- - -->", ""},
                             {"<?xml version='1.0'?><?xml-stylesheet href='x'?><a/>", ""},
                             {"<a b = '1'  c=\"<\"></a>", "E0113", 15},
                             {"<a b='&#x4E00;&lt;>'>&#65;&amp;&apos;&gt;<![CDATA[<&]]></a >", ""},
                             {"<报 名='昌吉'>&#x10FFFF;</报>", ""},
                             {"<p:a xmlns:p='u'><p:b p:c='' c=''/></p:a>", ""},
                             {"<a xmlns='u'><b xmlns=''/></a>", ""},
                             {"<a xml:lang='zh'/>", ""},
                         })));

INSTANTIATE_TEST_SUITE_P(Refused, GateTable,
                         testing::ValuesIn(std::to_array<GateCase>({
                             {"", "E0118", 0},
                             {"  \n", "E0118", 0},
                             {"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "E0106", 0},
                             {"<a>&e;</a>", "E0107", 3},
                             {"<a b='&nbsp;'/>", "E0107", 6},
                             {"<a>&#0;</a>", "E0105", 3},
                             {"<a>&#xD800;</a>", "E0105", 3},
                             {"<a>&#x110000;</a>", "E0105", 3},
                             {"<a>&#99999999999999999999;</a>", "E0105", 3},
                             {"<a>&#xFFFE;</a>", "E0105", 3},
                             {"<a>&#x;</a>", "E0105", 3},
                             {"<a>&#X41;</a>", "E0105", 3},
                             {"<a>&#12</a>", "E0114", 3},
                             {"<a>A & B</a>", "E0114", 5},
                             {"<a>&amp</a>", "E0114", 3},
                             {"<a>\xC0\xAF</a>", "E0103", 3},
                             {"<a>\xED\xA0\x80</a>", "E0103", 3},
                             {"<a>\xE6\x98</a>", "E0103", 3},
                             {"<a>\xF4\x90\x80\x80</a>", "E0103", 3},
                             {"<a>\xEF\xBF\xBE</a>", "E0104", 3},
                             {"<a>\xEF\xBF\xBF</a>", "E0104", 3},
                             {"<a>\0</a>"sv, "E0104", 3},
                             {"<a>\x01</a>", "E0104", 3},
                             {"<a b='1' b='2'/>", "E0111", 9},
                             {"<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "E0111", 34},
                             {"<a/><b/>", "E0119", 4},
                             {"<a/>text", "E0120", 4},
                             {"text<a/>", "E0120", 0},
                             {"<a/><![CDATA[]]>", "E0120", 4},
                             {"<p:a/>", "E0121", 1},
                             {"<a p:b=''/>", "E0121", 3},
                             {"<a xmlns:p=''/>", "E0122", 3},
                             {"<a xmlns:xml='u'/>", "E0122", 3},
                             {"<a xmlns='http://www.w3.org/2000/xmlns/'/>", "E0122", 3},
                             {"<a><!-- a -- b --></a>", "E0116", 10},
                             {"<a><!-- a ---></a>", "E0116", 10},
                             {"<?xml version='1.0' encoding='GB18030'?><a/>", "E0108", 20},
                             {"\xFF\xFE<\0a\0"sv, "E0108", 0},
                             {"<?xml encoding='UTF-8'?><a/>", "E0117", 0},
                             {" <?xml version='1.0'?><a/>", "E0117", 1},
                             {"<?xml version='1.0' encoding='UTF-8'><a/>", "E0117", 0},
                             {"<?XML version='1.0'?><a/>", "E0117", 0},
                             {"<a></b>", "E0109", 3},
                             {"</a>", "E0110", 0},
                             {"<a><b></a></b>", "E0109", 6},
                             {"<a", "E0102", 2},
                             {"<a><b>", "E0102", 6},
                             {"<a><!-- ", "E0102", 8},
                             {"<a><![CDATA[ ]]", "E0102", 15},
                             {"<a b='", "E0102", 6},
                             {"<a b/>", "E0112", 3},
                             {"<a b=1/>", "E0112", 3},
                             {"<a b='1'c='2'/>", "E0101", 8},
                             {"<a>]]></a>", "E0115", 3},
                             {"<1a/>", "E0101", 1},
                             {"<a:b:c xmlns:a='u'/>", "E0101", 4},
                             {"< a/>", "E0101", 1},
                             {"<a><!ELEMENT a></a>", "E0101", 4},
                             {"<a / >", "E0101", 4},
                         })));

TEST(Gate, LimitsDepth) {
  const auto nested = [](int depth) {
    std::string open, close;
    for (int i = 0; i < depth; ++i) open += "<a>", close += "</a>";
    return open + close;
  };
  EXPECT_EQ(named(nested(XmlFile::most_depth)), "");
  EXPECT_EQ(named(nested(XmlFile::most_depth + 1)), "E0123");
  EXPECT_EQ(named(nested(1'000'000)), "E0123");
}

TEST(Gate, LimitsNodes) {
  const auto many = [](std::size_t count) {
    std::string bytes = "<a>";
    for (std::size_t i = 1; i < count; ++i) bytes += "<b/>";
    return bytes + "</a>";
  };
  EXPECT_EQ(named(many(XmlFile::most_nodes)), "");
  EXPECT_EQ(named(many(XmlFile::most_nodes + 1)), "E0124");
}

TEST(Gate, ReadsReferences) {
  EXPECT_EQ(read_reference("&#x65E5;x")->character, U'日');
  EXPECT_EQ(read_reference("&#x65E5;x")->length, 8U);
  EXPECT_EQ(read_reference("&quot;")->character, U'"');
  EXPECT_FALSE(read_reference("&quot"));
  EXPECT_FALSE(read_reference("&#8;"));
}

}  // namespace
}  // namespace paiban::document
