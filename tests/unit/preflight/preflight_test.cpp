// Good files of every flavour, and each with one thing wrong (tests/tables/preflight).

#include "preflight/preflight.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "base/message_table.hpp"
#include "support/small_pdf.hpp"
#include "support/table_rows.hpp"

namespace paiban::preflight {
namespace {

constexpr int ink_limit = 240;

std::set<std::string> checks_of(const std::string& pdf, finish::Flavour flavour, Depth depth = Depth::full) {
  std::set<std::string> names;
  const auto found = preflight(pdf, {flavour, depth, {}, ink_limit});
  if (!found) return {std::string(code_name(found.error().code))};
  for (const Finding& finding : *found) {
    const CheckRow& row = row_of(finding.check);
    names.insert(fmt::format("{} {}", row.name, code_name(row.code)));
  }
  return names;
}

std::string joined(const std::set<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string details(const std::string& pdf, finish::Flavour flavour) {
  std::string all;
  if (const auto found = preflight(pdf, {flavour, Depth::full, {}, ink_limit}))
    for (const Finding& finding : *found)
      all += message_of(to_diagnostic(finding, flavour, {}, Language::english), Language::english) + " (" +
             place_words(finding, flavour, Language::english) + ")\n";
  return all;
}

class Flavours : public testing::TestWithParam<finish::Flavour> {};

TEST_P(Flavours, AGoodFileIsGood) {
  const std::string pdf = test::small_pdf(test::good_objects(std::string(name_of(GetParam()))));
  EXPECT_EQ(details(pdf, GetParam()), "");
  EXPECT_EQ(joined(checks_of(pdf, GetParam(), Depth::quick)), "");
}

TEST_P(Flavours, IsReadFromTheFile) {
  EXPECT_EQ(claimed_flavour(test::small_pdf(test::good_objects(std::string(name_of(GetParam()))))), GetParam());
}

/// Whatever is cut off, the end is a finding or an error, never anything else.
TEST_P(Flavours, EveryBeginningEndsWell) {
  const std::string pdf = test::small_pdf(test::good_objects(std::string(name_of(GetParam()))));
  constexpr std::size_t step = 1'999;
  for (std::size_t size = 0; size < pdf.size() - 2; size += step) {
    const std::set<std::string> checks = checks_of(pdf.substr(0, size), GetParam());
    EXPECT_FALSE(checks.empty()) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Flavours,
                         testing::Values(finish::Flavour::x4, finish::Flavour::x1a, finish::Flavour::a2u, finish::Flavour::a3u,
                                         finish::Flavour::a1b));

TEST(BadFiles, AreFoundByTheChecksOfTheTable) {
  int rows = 0;
  for (const test::Row& row : test::rows_of("preflight", ".rows")) {
    SCOPED_TRACE(row.where);
    ASSERT_EQ(row.fields.size(), 4U);
    ++rows;
    std::string objects = test::good_objects(row.fields[0]);
    ASSERT_TRUE(test::replace_once(objects, row.fields[1], row.fields[2])) << row.fields[1];
    const auto flavour = finish::flavour_of(row.fields[0]);
    ASSERT_TRUE(flavour);
    const std::string pdf = test::small_pdf(objects);
    EXPECT_EQ(joined(checks_of(pdf, *flavour)), row.fields[3]) << details(pdf, *flavour);
  }
  EXPECT_GT(rows, 90);
}

/// A check of the table that no bad file brings about might be asleep.
TEST(BadFiles, ThereIsOneForEveryCheck) {
  std::set<std::string> brought;
  for (const test::Row& row : test::rows_of("preflight", ".rows")) {
    std::istringstream names(row.fields[3]);
    for (std::string name; std::getline(names, name, ',');) {
      const std::string both = test::trimmed(name);
      brought.insert(both.substr(0, both.find(' ')));
    }
  }
  for (int i = 0; i <= static_cast<int>(Check::rather_coarse_picture); ++i) {
    const auto check = static_cast<Check>(i);
    if (check == Check::encryption) continue;  // tests/cli/preflight.py: it takes a locked file
    EXPECT_TRUE(brought.contains(std::string(row_of(check).name))) << row_of(check).name;
  }
}

TEST(Preflight, RefusesWhatIsNoPdf) {
  const auto found = preflight("<issue/>", {});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Code::pdf_unreadable);
}

TEST(Preflight, HoldsTheIntentToTheProfileAskedFor) {
  const std::string pdf = test::small_pdf(test::good_objects("x4"));
  const auto found = preflight(pdf, {finish::Flavour::x4, Depth::full, "another", ink_limit});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(row_of(found->front().check).code, Code::intent_unfit);
}

TEST(Places, AreAnEditorsWords) {
  const Finding finding{Check::font_widths, {}, {1, true, 120, 340, "NotoSerifSC-Regular", 7}, 3};
  EXPECT_EQ(place_words(finding, finish::Flavour::a2u, Language::english),
            "page 1, at 120 × 340 pt, font NotoSerifSC-Regular, object 7, and 2 more; font-widths, ISO 19005-2 6.2.11.5");
}

}  // namespace
}  // namespace paiban::preflight
