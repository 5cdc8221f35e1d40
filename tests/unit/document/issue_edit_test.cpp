// What make-up writes into an issue's file: that, and not a byte besides.

#include "document/issue_edit.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/message_table.hpp"
#include "document/issue_layouts.hpp"
#include "document/issue_reader.hpp"
#include "document/layout_writer.hpp"
#include "document/template_reader.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path source = PAIBAN_SOURCE_DIR;

const Template& plain() {
  Report report;
  static const Template design = read_template(source / "tests/data/templates/plain.xml", "", report).value();
  return design;
}

IssueFile file_of(const std::string& bytes) {
  Report report;
  return IssueFile::parse(bytes, "issue.xml", source / "tests/tables/issues", report).value();
}

std::string whole(const std::string& page, const std::string& before = "") {
  return "<?xml version='1.0' encoding='UTF-8'?>\n" + before +
         "<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'>\n  " + page + "\n</issue>\n";
}

Result<std::string> edited(const std::string& bytes, const IssueEdit& edit) {
  Report report;
  const IssueFile file = file_of(bytes);
  const auto issue = read_issue(file, report);
  EXPECT_TRUE(issue) << (issue ? "" : report.text(issue.error(), Language::english));
  return edited_issue(file, issue.value(), plain().grid, edit);
}

/// What became of `page`, the rest of the file being the same.
std::string edited_page(const std::string& page, const IssueEdit& edit) {
  const std::string mark = "\x01", shell = whole(mark);
  const std::string result = edited(whole(page), edit).value();
  const std::size_t before = shell.find(mark), after = shell.size() - before - 1;
  EXPECT_EQ(result.substr(0, before), shell.substr(0, before));
  EXPECT_EQ(result.substr(result.size() - after), shell.substr(before + 1));
  return result.substr(before, result.size() - before - after);
}

IssueEdit setting(const std::string& story, const std::string& name, std::optional<std::string> value) {
  return {{}, {{story, name, std::move(value)}}};
}

// ---- attributes ----

TEST(IssueEdit, OfNothingChangesNothing) {
  const std::string bytes = whole("<page  number = '1' ><!-- a --><story\tid='a'/></page >");
  EXPECT_EQ(edited(bytes, {}).value(), bytes);
}

TEST(IssueEdit, ReplacesAValueBetweenItsQuotes) {
  const std::string page = "<page number='1'>\n <!-- region='x' -->\n <story region = 'old'  id=\"a\"><p>昌吉</p></story></page>";
  EXPECT_EQ(edited_page(page, setting("a", "region", "new")),
            "<page number='1'>\n <!-- region='x' -->\n <story region = 'new'  id=\"a\"><p>昌吉</p></story></page>");
}

TEST(IssueEdit, AddsAnAttributeAfterTheLast) {
  EXPECT_EQ(edited_page("<page number='1'><story id='a' kind='lead' ><p>昌吉</p></story></page>", setting("a", "region", "r-1")),
            "<page number='1'><story id='a' kind='lead' region=\"r-1\" ><p>昌吉</p></story></page>");
}

TEST(IssueEdit, TakesAnAttributeAwayWithTheBlanksBeforeIt) {
  EXPECT_EQ(
      edited_page("<page number='1'><story id='a'\n  region='r' kind='lead'/></page>", setting("a", "region", std::nullopt)),
      "<page number='1'><story id='a' kind='lead'/></page>");
  const std::string page = "<page number='1'><story id='a'/></page>";
  EXPECT_EQ(edited_page(page, setting("a", "region", std::nullopt)), page) << "there is none";
}

TEST(IssueEdit, WritesTheIdThatTheEngineHasMade) {
  const std::string page = "<page number='1'><story><p>甲</p></story><story region='x'><p>乙</p></story></page>";
  EXPECT_EQ(edited_page(page, setting("page-1-2", "region", "y")),
            "<page number='1'><story><p>甲</p></story><story id=\"page-1-2\" region='y'><p>乙</p></story></page>");
  EXPECT_EQ(edited_page(page, setting("page-1-1", "region", "y")),
            "<page number='1'><story id=\"page-1-1\" region=\"y\"><p>甲</p></story><story region='x'><p>乙</p></story></page>");
}

TEST(IssueEdit, ReachesBoxesAndPictures) {
  const std::string page =
      "<page number='1'><story id='a'><box id='b'><p>文</p></box></story><picture id='c' alt='&lt;'/></page>";
  EXPECT_EQ(edited_page(page, {{}, {{"b", "region", "in"}, {"c", "region", "out"}, {"c", "alt", "a<b>\"'&"}}}),
            "<page number='1'><story id='a'><box id='b' region=\"in\"><p>文</p></box></story>"
            "<picture id='c' alt='a&lt;b>&quot;&apos;&amp;' region=\"out\"/></page>");
}

TEST(IssueEdit, FailsWhereThereIsNoSuchStoryOrPage) {
  const std::string bytes = whole("<page number='1'/>");
  EXPECT_EQ(edited(bytes, setting("nobody", "region", "x")).error().code, Code::internal_fault);
  EXPECT_EQ(edited(bytes, {{{2, plain().zones}}, {}}).error().code, Code::internal_fault);
}

// ---- layouts ----

/// The layout of `plain`, the first line's indent and the last line's end left out.
std::string layout(const std::string& indent) {
  const std::string text = layout_xml(plain().zones, plain().grid, indent);
  return text.substr(indent.size(), text.size() - indent.size() - 1);
}

const IssueEdit putting{{{1, plain().zones}}, {}};

TEST(IssueEdit, PutsALayoutBeforeTheStories) {
  EXPECT_EQ(edited_page("<page number='1'>\n      <story id='a'/>\n  </page>", putting),
            "<page number='1'>\n      " + layout("      ") + "\n      <story id='a'/>\n  </page>");
  EXPECT_EQ(edited_page("<page number='1'><story id='a'/></page>", putting),
            "<page number='1'>\n    " + layout("    ") + "\n    <story id='a'/></page>");
  EXPECT_EQ(edited_page("<page number='1' />", putting), "<page number='1' >\n    " + layout("    ") + "\n  </page>");
}

TEST(IssueEdit, PutsALayoutInThePlaceOfTheOneThere) {
  const std::string old =
      "<layout><!-- </layout> --><zone id='/>' x='0em' rows='1-20' columns='26'><white rows='1-20'/></zone ></layout >";
  EXPECT_EQ(edited_page("<page number='1'>\n <story id='a'/>\n\t" + old + "<!-- after -->\n</page>", putting),
            "<page number='1'>\n <story id='a'/>\n\t" + layout("\t") + "<!-- after -->\n</page>");
}

TEST(IssueEdit, KeepsTheEndsOfLinesThatTheFileHas) {
  std::string bytes = whole("<page number='1'>\n    <story id='a'/>\n  </page>"), expected = edited(bytes, putting).value();
  const auto with_returns = [](std::string text) {
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, 1, '\r');
    return text;
  };
  EXPECT_EQ(edited(with_returns(bytes), putting).value(), with_returns(expected));
}

TEST(IssueEdit, MindsAByteOrderMarkAndPrefixes) {
  const std::string bytes =
      "\xEF\xBB\xBF<p:issue xmlns:p='urn:paiban:issue' version='1' date='2025-02-05'><p:page number='1'>\n<p:story "
      "id='a'/></p:page>"
      "</p:issue>";
  const IssueEdit both{{{1, plain().zones}}, {{"a", "region", "side"}}};
  const std::string text = layout_xml(plain().zones, plain().grid, "  ", "p:");
  EXPECT_EQ(edited(bytes, both).value(),
            "\xEF\xBB\xBF<p:issue xmlns:p='urn:paiban:issue' version='1' date='2025-02-05'><p:page number='1'>\n" + text +
                "<p:story id='a' region=\"side\"/></p:page></p:issue>");
}

// ---- read again ----

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(IssueEdit, IsReadAgainAsItWasAsked) {
  const IssueEdit edit{{{1, plain().zones}, {2, plain().zones}}, {{"lead", "region", "side"}, {"page-1-1", "region", "photo"}}};
  const std::string bytes = edited(bytes_of(source / "tests/tables/issues/everything.xml"), edit).value();
  Report report;
  const IssueFile file = file_of(bytes);
  const auto issue = read_issue(file, report);
  ASSERT_TRUE(issue);
  const auto layouts = read_layouts(file, plain(), report);
  ASSERT_TRUE(layouts) << report.text(layouts.error(), Language::english);
  EXPECT_EQ(layouts->size(), 2U);
  EXPECT_EQ(layout_xml(layouts->at(1), plain().grid), layout_xml(plain().zones, plain().grid));
  EXPECT_EQ(edited(bytes, edit).value(), bytes) << "once more changes nothing";
  for (const AttributeEdit& asked : edit.attributes) {
    const auto& stories = issue->pages.at(0).stories;
    const auto found = std::ranges::find(stories, asked.story, &Story::id);
    ASSERT_NE(found, stories.end());
    EXPECT_EQ(found->region, asked.value);
  }
}

}  // namespace
}  // namespace paiban::document
