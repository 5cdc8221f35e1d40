#include "cli/page_choice.hpp"

#include <gtest/gtest.h>

#include <array>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

TEST(PageChoice, FormatsByEnding) {
  EXPECT_EQ(format_of("a/b.pdf"), Format::pdf);
  EXPECT_EQ(format_of("page-%d.png"), Format::png);
  EXPECT_EQ(format_of("page.json"), Format::trace);
  EXPECT_EQ(format_of("-"), std::nullopt);
  EXPECT_EQ(format_of("page.PDF"), std::nullopt);
  EXPECT_EQ(format_of(".svg"), std::nullopt);  // a name, not an ending
}

TEST(PageChoice, OnePageOrAll) {
  constexpr std::array numbers{1, 2, 4};
  EXPECT_EQ(choose_pages(numbers, 0).value(), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(choose_pages(numbers, 4).value(), (std::vector<std::size_t>{2}));
  EXPECT_EQ(choose_pages({}, 0).value(), std::vector<std::size_t>{});
}

TEST(PageChoice, APageThatIsNotThere) {
  constexpr std::array numbers{1, 2, 4};
  const auto chosen = choose_pages(numbers, 3);
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.error().code, Code::no_such_page);
  EXPECT_EQ(chosen.error().arguments, (std::vector<std::string>{"3", "1, 2, 4"}));
}

struct PatternRow {
  std::string_view pattern, name_of_12;
  bool apart;
};
class Patterns : public ::testing::TestWithParam<PatternRow> {};

TEST_P(Patterns, StandForNames) {
  EXPECT_EQ(page_name(GetParam().pattern, 12), GetParam().name_of_12);
  EXPECT_EQ(tells_pages_apart(GetParam().pattern), GetParam().apart);
}

INSTANTIATE_TEST_SUITE_P(PageChoice, Patterns,
                         ::testing::Values(PatternRow{"page-%d.png", "page-12.png", true}, PatternRow{"%d%d", "1212", true},
                                           PatternRow{"100%%d.png", "100%d.png", false},
                                           PatternRow{"page.png", "page.png", false}, PatternRow{"50%", "50%", false},
                                           PatternRow{"%s.png", "%s.png", false}, PatternRow{"", "", false}));

TEST(PageChoice, DefaultTargets) {
  EXPECT_EQ(default_target("issues/12184/issue.xml", Format::pdf, 8), "issue.pdf");
  EXPECT_EQ(default_target("issue.xml", Format::png, 1), "issue.png");
  EXPECT_EQ(default_target("issue.xml", Format::png, 8), "issue-%d.png");
  EXPECT_EQ(default_target("issue.xml", Format::trace, 8), "issue.json");
  EXPECT_EQ(default_target("-", Format::pdf, 1), "-");
  // A per cent sign of the issue's own name stays one.
  EXPECT_EQ(page_name(default_target("100%d.xml", Format::svg, 2), 2), "100%d-2.svg");
}

}  // namespace
}  // namespace paiban::cli
