// Stories that run through regions and pages lose nothing, whatever their length, and their jump lines lead to the right pages.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/plan.hpp"
#include "document/template_reader.hpp"
#include "page/compose_page.hpp"
#include "support/random_numbers.hpp"
#include "text/shape.hpp"

namespace paiban {
namespace {

using test::RandomNumbers;

std::string paragraph_of(int characters) {
  constexpr std::string_view words = "昌吉州各县市加快建设步伐，推进惠民实事，群众生活一天比一天好。";
  constexpr std::size_t bytes = 3;
  std::string text;
  for (int i = 0; i < characters; ++i) text += words.substr(static_cast<std::size_t>(i) * bytes % words.size(), bytes);
  return text;
}

struct Pages {
  document::Plan plan;
  std::vector<text::ShapedParagraph> texts;
  std::vector<page::ComposedPage> pages;
};

class Chains : public testing::Test {
 protected:
  Report report_;
  font::FontCatalogue fonts_ = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report_).value();
  document::Template design_ = document::read_template(PAIBAN_SOURCE_DIR "/tests/data/templates/chain.xml", "", report_).value();

  Pages set(const std::string& copy, int second, int third) {
    Report report;
    auto issue = document::parse_issue(
        fmt::format("<issue xmlns='urn:paiban:issue' version='1' date='2025-02-05'>"
                    "<page number='1'><story id='a' region='upper lower'><headline>题</headline>{}</story></page>"
                    "<page number='{}'><continuation of='a' region='middle'/></page>"
                    "<page number='{}'><continuation of='a' region='upper middle'/></page></issue>",
                    copy, second, third),
        "issue.xml", {}, report);
    Pages set;
    set.plan = document::bind(std::move(issue.value()), design_, report);
    set.texts = text::shape_texts(set.plan, fonts_, report).value();
    set.pages = page::compose_pages(set.plan, set.texts, report);
    return set;
  }
};

std::string shown(const Pages& set, const page::SetLine& line) {
  const text::ShapedParagraph& text = set.texts[line.text];
  const std::uint32_t start = text.units[line.line.first].start;
  return text.text.substr(start, text.units[line.line.last - 1].end - start);
}

/// What stands in the legs of all pages, in reading order.
std::string text_of(const Pages& set) {
  std::string text;
  for (const page::ComposedPage& page : set.pages)
    for (const page::SetStory& story : page.stories)
      for (const page::Leg& leg : story.legs) {
        EXPECT_LE(leg.lines.size(), static_cast<std::size_t>(leg.rows));
        for (const page::SetLine& line : leg.lines) text += shown(set, line);
      }
  return text;
}

/// No line of a paragraph alone at the foot of a page's text, or at the next one's head.
void expect_no_lone_line(const Pages& set) {
  for (std::size_t i = 0; i + 1 < set.pages.size(); ++i) {
    const page::SetStory& story = set.pages[i].stories.front();
    const std::vector<page::SetLine>& above = story.legs.back().lines;
    const std::vector<page::SetLine>& below = set.pages[i + 1].stories.front().legs.front().lines;
    if (above.empty() || below.empty() || above.back().text != below.front().text) continue;
    EXPECT_GT(above.back().line.first, 0U) << "a first line alone on page " << set.pages[i].number;
    EXPECT_LT(below.front().line.last, set.texts[below.front().text].units.size()) << "a last line alone after it";
  }
}

void expect_jumps(const Pages& set, int second, int third) {
  const auto jump_of = [&](std::size_t page) { return set.pages[page].stories.front().jump_ahead; };
  const auto back_of = [&](std::size_t page) {
    const std::vector<page::Head>& heads = set.pages[page].stories.front().heads;
    return heads.empty() ? "" : shown(set, heads.back().rows.front());
  };
  const auto han = [](int page) { return page == 12 ? "十二" : page == 3 ? "三" : "二"; };
  ASSERT_TRUE(jump_of(0) && jump_of(1));
  EXPECT_EQ(shown(set, jump_of(0)->rows.front()), fmt::format("（下转第{}版）", han(second)));
  EXPECT_EQ(shown(set, jump_of(1)->rows.front()), fmt::format("（下转第{}版）", han(third)));
  EXPECT_EQ(back_of(1), "（上接第1版）");
  EXPECT_EQ(back_of(2), fmt::format("（上接第{}版）", second));
  EXPECT_FALSE(jump_of(2));
}

TEST_F(Chains, LoseNothingAndLeadToTheRightPages) {
  constexpr int trials = 60, room = 13 * (10 + 8 + 12 + 10 + 12);  // characters, at the most
  for (int trial = 0; trial < trials; ++trial) {
    RandomNumbers numbers(static_cast<std::uint64_t>(trial));
    std::string copy, all;
    // Between two thirds and nine tenths of the room, so that the last page is reached and nothing is over.
    const int wanted = numbers.between(room * 2 / 3, room * 4 / 5);
    for (int length = 0; length < wanted;) {
      const int next = numbers.between(8, 110);
      const std::string text = paragraph_of(next);
      copy += "<p>" + text + "</p>";
      all += text;
      length += next + 8;  // the indent and the white of the last line
    }
    const int second = trial % 2 == 0 ? 2 : 3;
    const Pages pages = set(copy, second, 12);
    SCOPED_TRACE(trial);
    EXPECT_EQ(text_of(pages), all);
    expect_no_lone_line(pages);
    expect_jumps(pages, second, 12);
  }
}

}  // namespace
}  // namespace paiban
