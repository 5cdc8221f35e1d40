#include "cli/session.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

Session with(Code code) {
  Session session;
  session.report.add(code, {session.report.file("issue.xml"), 41, 7}, {"a", "b"}, "lead", "一版 头条");
  return session;
}

TEST(Exits, AsTheContractSays) {
  EXPECT_EQ(exit_of(Report{}, true), Exit::fine);
  EXPECT_EQ(exit_of(with(Code::fallback_face).report, false), Exit::fine);
  EXPECT_EQ(exit_of(with(Code::fallback_face).report, true), Exit::content);
  EXPECT_EQ(exit_of(with(Code::no_glyph).report, false), Exit::content);
  EXPECT_EQ(exit_of(with(Code::xml_malformed).report, false), Exit::content);
  EXPECT_EQ(exit_of(with(Code::no_such_page).report, false), Exit::usage);
  EXPECT_EQ(exit_of(with(Code::cannot_read).report, false), Exit::file);
  EXPECT_EQ(exit_of(with(Code::internal_fault).report, false), Exit::internal);
}

TEST(Exits, WhatStillMakesAPage) {
  for (const Profile profile : {Profile::proof, Profile::press, Profile::archive}) {
    EXPECT_TRUE(still_makes_a_page(Report{}, profile));
    EXPECT_TRUE(still_makes_a_page(with(Code::fallback_face).report, profile));
    EXPECT_EQ(still_makes_a_page(with(Code::no_glyph).report, profile), profile == Profile::proof);
    EXPECT_FALSE(still_makes_a_page(with(Code::xml_malformed).report, profile));
    EXPECT_FALSE(still_makes_a_page(with(Code::cannot_read).report, profile));
  }
}

TEST(Diagnostics, AsJson) {
  Session session = with(Code::cannot_read);
  const auto json = nlohmann::json::parse(with_diagnostics(R"({"pages": []})", session));
  EXPECT_TRUE(json.contains("pages"));
  const auto& row = json.at("diagnostics").at(0);
  EXPECT_EQ(row.size(), 9U);
  EXPECT_EQ(row.at("code"), "E0901");
  EXPECT_EQ(row.at("severity"), "error");
  EXPECT_EQ(row.at("file"), "issue.xml");
  EXPECT_EQ(row.at("line"), 41);
  EXPECT_EQ(row.at("column"), 7);
  EXPECT_EQ(row.at("message"), "cannot read a: b");
  EXPECT_FALSE(row.at("hint").get<std::string>().empty());
  EXPECT_EQ(row.at("story"), "lead");
  EXPECT_EQ(row.at("place"), "一版 头条");
}

TEST(Diagnostics, ANameOfBadBytesStaysJson) {
  Session session;
  session.report.add(Code::cannot_read, {session.report.file("\xFF.xml"), 0, 0}, {"\xFF.xml", "no such file"});
  EXPECT_TRUE(nlohmann::json::accept(with_diagnostics("{}", session)));
}

/// Sets variables for one test and takes them away again.
class Languages : public ::testing::Test {
 protected:
  void SetUp() override { clear(); }
  void TearDown() override { clear(); }
  static void clear() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
  }
};

TEST_F(Languages, TheFirstVariableThatSpeaks) {
  EXPECT_EQ(language_of_environment(), Language::english);
  setenv("LANG", "zh_CN.UTF-8", 1);
  EXPECT_EQ(language_of_environment(), Language::chinese);
  setenv("LC_MESSAGES", "de_DE.UTF-8", 1);
  EXPECT_EQ(language_of_environment(), Language::english);
  setenv("LC_ALL", "zh_TW", 1);
  EXPECT_EQ(language_of_environment(), Language::chinese);
  setenv("LC_ALL", "", 1);  // empty counts as not set
  EXPECT_EQ(language_of_environment(), Language::english);
}

}  // namespace
}  // namespace paiban::cli
