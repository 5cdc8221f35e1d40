#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "base/message_table.hpp"

namespace paiban {
namespace {

TEST(Messages, NamesAreUniqueRisingAndTellTheGravity) {
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const MessageRow& row = messages[i];
    EXPECT_TRUE(std::regex_match(std::string(row.name), std::regex("[EW]\\d{4}"))) << row.name;
    EXPECT_EQ(row.name.front() == 'W', row.gravity == Gravity::warning) << row.name;
    if (i > 0) {
      EXPECT_LT(messages[i - 1].name.substr(1), row.name.substr(1));
    }
  }
}

std::set<std::string> fields(std::string_view pattern) {
  const std::string text(pattern);
  const std::regex field("\\{(\\d)\\}");
  std::set<std::string> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), field); it != std::sregex_iterator(); ++it)
    found.insert(it->str(1));
  return found;
}

TEST(Messages, BothLanguagesSayTheSame) {
  for (const MessageRow& row : messages) {
    EXPECT_FALSE(row.sentence_en.empty() || row.sentence_zh.empty()) << row.name;
    EXPECT_EQ(row.hint_en.empty(), row.hint_zh.empty()) << row.name;
    EXPECT_EQ(fields(row.sentence_en), fields(row.sentence_zh)) << row.name;
  }
}

TEST(Messages, EveryRowCanBeSaid) {
  const std::vector<std::string> arguments{"a", "{b}", "c", "d", "e", "f", "g"};
  for (const MessageRow& row : messages) {
    for (const Language language : {Language::chinese, Language::english}) {
      const Diagnostic diagnostic{row.code, {}, arguments, {}, {}};
      EXPECT_FALSE(message_of(diagnostic, language).empty()) << row.name;
      EXPECT_NO_THROW((void)hint_of(diagnostic, language)) << row.name;
    }
  }
}

TEST(Report, SaysPlaceCodeSentenceAndHint) {
  Report report;
  report.add(Code::cannot_read, {report.file("issue.xml"), 41, 7}, {"lead.txt", "gone"}, "lead", "一版 头条");
  EXPECT_EQ(report.text(report.diagnostics().front(), Language::english),
            "issue.xml:41:7: error E0901: cannot read lead.txt: gone (一版 头条)\n  hint: check the path and the permissions\n");
  EXPECT_EQ(report.text(report.diagnostics().front(), Language::chinese),
            "issue.xml:41:7: error E0901: 无法读取 lead.txt：gone（一版 头条）\n  hint: 请检查路径和权限\n");
}

TEST(Report, AFileWithoutALineAndNoFileAtAll) {
  Report report;
  report.add(Code::cannot_read, {report.file("issue.xml"), 0, 0}, {"a", "b"});
  report.add(Code::cannot_read, {}, {"a", "b"});
  EXPECT_TRUE(report.text(report.diagnostics()[0], Language::english).starts_with("issue.xml: error E0901: "));
  EXPECT_TRUE(report.text(report.diagnostics()[1], Language::english).starts_with("error E0901: "));
}

TEST(Report, KeepsFiftyAndCountsTheRest) {
  Report report;
  for (std::size_t i = 0; i < Report::most_kept + 7; ++i) report.add(Code::cannot_read, {}, {std::to_string(i), ""});
  EXPECT_EQ(report.diagnostics().size(), Report::most_kept);
  EXPECT_EQ(report.dropped(), 7U);
  EXPECT_EQ(report.worst(), Gravity::file);
}

TEST(Report, TheSamePathIsOneFile) {
  Report report;
  const FileId first = report.file("a.xml");
  EXPECT_NE(report.file("b.xml"), first);
  EXPECT_EQ(report.file("a.xml"), first);
  EXPECT_EQ(report.path(first), "a.xml");
  EXPECT_EQ(report.path(0), "");
}

}  // namespace
}  // namespace paiban
