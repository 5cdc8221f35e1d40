#include "document/provenance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "document/issue_reader.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path root = PAIBAN_SOURCE_DIR;

Provenance of_page(const std::string& stories, const std::string& attributes = {}) {
  Report report;
  const auto issue = parse_issue("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05' " + attributes +
                                     "><page number='1'>\n" + stories + "</page></issue>",
                                 "issue.xml", {}, report);
  EXPECT_TRUE(issue);
  return issue ? issue->provenance : Provenance{};
}

TEST(Provenance, ListsEveryPlaceOfTheFrontPage) {
  Report report;
  const auto issue = read_issue(root / "issues/12184/issue.xml", report);
  ASSERT_TRUE(issue);
  EXPECT_TRUE(is_transcription(issue->provenance));
  EXPECT_EQ(statement_of(issue->provenance, Language::english),
            "Set again from a transcription (扫描件): 3 gaps, 1 place supplied, 1 place conjectured, 2 oddities kept, "
            "2 pictures standing in.");
  EXPECT_EQ(statement_of(issue->provenance, Language::chinese),
            "据录入文本重排（录自扫描件）：缺3处、据他本补1处、推测1处、原文如此2处、替代图2处。");
  const auto conjecture = std::ranges::find(issue->provenance.places, PlaceKind::conjectured, &RecordedPlace::kind);
  EXPECT_EQ(conjecture->story, "commentary");
  EXPECT_EQ(conjecture->text, "评。");
  EXPECT_EQ(conjecture->detail, "0.8");
  EXPECT_EQ(conjecture->reason, "扫描件此处裁掉");
  EXPECT_EQ(conjecture->at.line, 85U);
}

TEST(Provenance, KnowsPlaceStoryAndPageOfEachMark) {
  const Provenance found = of_page(
      "<story id='a'><headline>昌吉<alt>昌<gap/></alt></headline><p>第<sic reason='原文' note='两读'>二<gap/></sic></p>"
      "<text>一\n<supplied source='他本'>二</supplied></text></story>");
  ASSERT_EQ(found.places.size(), 4U);
  EXPECT_EQ(found.places[0].kind, PlaceKind::gap);  // of the <alt>, once
  EXPECT_EQ(found.places[1].kind, PlaceKind::sic);
  EXPECT_EQ(found.places[1].text, "二［缺］");
  EXPECT_EQ(found.places[1].reason, "原文; 两读");
  EXPECT_EQ(found.places[1].page, 1);
  EXPECT_EQ(found.places[2].kind, PlaceKind::gap);
  EXPECT_EQ(found.places[3].detail, "他本");
  EXPECT_EQ(found.places[3].at, (SourcePlace{1, 3, 1}));
}

TEST(Provenance, SaysWhatWasPutRight) {
  const Provenance found = of_page("<story id='a'><p>昌吉,昨日\"晴\"</p></story>");
  ASSERT_EQ(found.places.size(), 3U);
  EXPECT_EQ(found.places[0].kind, PlaceKind::normalised);
  EXPECT_EQ(found.places[0].was, "\"");
  EXPECT_EQ(found.places[0].text, "“");
  EXPECT_EQ(found.places[0].detail, "quotes");
  EXPECT_EQ(found.places[2].was, ",");
  EXPECT_EQ(found.places[2].at, (SourcePlace{1, 2, 20}));
  EXPECT_FALSE(is_transcription(found));
  EXPECT_EQ(statement_of(found, Language::english), "Set from the paper's own copy: 3 places normalised.");
}

TEST(Provenance, SaysNothingOfPlainCopy) {
  const Provenance found = of_page("<story><p>昌吉昨日晴。</p></story>");
  EXPECT_TRUE(found.places.empty());
  EXPECT_EQ(statement_of(found, Language::english), "");
}

TEST(Provenance, TakesPrintedLineEndsAndTheIssuesWordForATranscription) {
  EXPECT_TRUE(is_transcription(of_page("<story><p>昌吉<lb/>昨日晴。</p></story>")));
  const Provenance said = of_page("<story><p>昌吉昨日晴。</p></story>", "transcribed-from='缩微胶片'");
  EXPECT_EQ(statement_of(said, Language::english), "Set again from a transcription (缩微胶片).");
  EXPECT_EQ(statement_of(said, Language::chinese), "据录入文本重排（录自缩微胶片）。");
}

TEST(Provenance, NamesTheFilesThatTheIssueNeeds) {
  Report report;
  const auto issue = read_issue(root / "tests/tables/issues/everything.xml", report);
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->files, (std::vector<std::string>{"copy/plate.png", "copy/plain.txt"}));
}

}  // namespace
}  // namespace paiban::document
