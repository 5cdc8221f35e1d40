// Copy as HTML: what it is, what it must not become, what is told of its words.

#include "digital/inline_html.hpp"

#include <gtest/gtest.h>

#include "digital/picture_file.hpp"
#include "picture/raster.hpp"

namespace paiban::digital {
namespace {

using document::Span;
using document::SpanKind;
using picture::Turn;

const Words chinese(Language::chinese);

/// "昌吉日报" with spans: three bytes a character.
document::Text text(std::vector<Span> spans) { return {"昌吉日报", std::move(spans), {}, {}}; }

TEST(InlineHtml, NestsSpansAsTheyStand) {
  EXPECT_EQ(inline_html(text({{0, 12, SpanKind::emphasis, "", {}}, {3, 6, SpanKind::proper, "", {}}}), chinese),
            R"(<em>昌<u class="proper">吉</u>日报</em>)");
  EXPECT_EQ(inline_html(text({{0, 6, SpanKind::name, "", {}}, {6, 12, SpanKind::work, "", {}}}), chinese),
            R"(<span class="name">昌吉</span><cite class="work">日报</cite>)");
}

TEST(InlineHtml, LeavesOutWhatIsNoReadersConcern) {
  EXPECT_EQ(inline_html(text({{0, 6, SpanKind::cut, "1", {}}, {0, 3, SpanKind::term, "", {}}}), chinese), "昌吉日报");
}

TEST(InlineHtml, PutsReadingsInBracketsForThoseWithoutRuby) {
  EXPECT_EQ(inline_html(text({{0, 3, SpanKind::ruby, "chāng", {}}}), chinese),
            "<ruby>昌<rp>（</rp><rt>chāng</rt><rp>）</rp></ruby>吉日报");
}

TEST(InlineHtml, FollowsAddressesOfTheWebAlone) {
  EXPECT_EQ(inline_html(text({{0, 6, SpanKind::link, "https://cj.cn/?a=1&b=\"2\"", {}}}), chinese),
            R"(<a href="https://cj.cn/?a=1&amp;b=&quot;2&quot;">昌吉</a>日报)");
  for (const char* address :
       {"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//host", "x.html"})
    EXPECT_EQ(inline_html(text({{0, 6, SpanKind::link, address, {}}}), chinese), "昌吉日报") << address;
}

TEST(InlineHtml, NeverLetsWordsBecomeTags) {
  EXPECT_EQ(inline_html({"<b>\"&]]>", {}, {}, {}}, chinese), "&lt;b&gt;&quot;&amp;]]&gt;");
  EXPECT_EQ(inline_html(text({{0, 3, SpanKind::supplied, "\"><script>", {}}}), chinese).find("<script"), std::string::npos);
}

TEST(InlineHtml, TellsWhatIsLostSuppliedConjecturedOdd) {
  EXPECT_EQ(record_of(text({{0, 6, SpanKind::supplied, "合订本", {}}}), chinese),
            std::vector<std::string>{"“昌吉”：原件缺失，据“合订本”补入"});
  EXPECT_EQ(record_of(text({{0, 6, SpanKind::conjectured, "0.8", {}}}), chinese),
            std::vector<std::string>{"“昌吉”：原件缺失，推测补入，可信度 0.8"});
  EXPECT_EQ(record_of(text({{0, 6, SpanKind::sic, "原题如此", {}}}), Words(Language::english)),
            std::vector<std::string>{"“昌吉”: so in the original: 原题如此"});
  EXPECT_EQ(record_of(text({{0, 6, SpanKind::gap, "", {}}}), chinese).size(), 1U);
  EXPECT_TRUE(record_of(text({{0, 6, SpanKind::emphasis, "", {}}}), chinese).empty());
}

TEST(PictureFile, LosesWhatTellsOfCameraAndPlace) {
  using namespace std::string_literals;
  const std::string start = "\xFF\xD8"s, jfif = "\xFF\xE0\x00\x06JFIF"s, exif = "\xFF\xE1\x00\x08"s + "GPS=43"s;
  const std::string icc = "\xFF\xE2\x00\x05ICC"s, note = "\xFF\xFE\x00\x04me"s,
                    scan = "\xFF\xDA\x00\x04..\xFF\xE1 data \xFF\xD9"s;
  EXPECT_EQ(without_notes(start + jfif + exif + icc + note + scan, Turn::upright), start + jfif + icc + scan);
  EXPECT_EQ(without_notes("no JPEG", Turn::to_left), "no JPEG");
  EXPECT_EQ(without_notes(start + exif, Turn::upright), start);
}

TEST(PictureFile, KeepsItsTurn) {
  for (const Turn turn : {Turn::mirrored, Turn::to_right, Turn::to_left}) {
    const std::string turned = without_notes("\xFF\xD8\xFF\xDA", turn);
    const std::size_t length = static_cast<unsigned char>(turned[4]) << 8U | static_cast<unsigned char>(turned[5]);
    EXPECT_EQ(turned.size(), 4 + 2 + length);
    EXPECT_EQ(picture::exif_turn(std::string_view(turned).substr(6, length - 2)), turn);
  }
}

}  // namespace
}  // namespace paiban::digital
