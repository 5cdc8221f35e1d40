// Names of files for the press.

#include "cli/name_pattern.hpp"

#include <gtest/gtest.h>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

const NameFields fields{"cjrb", "2025-02-05", "12184", 3, 2};

TEST(NamePattern, TakesItsFields) {
  EXPECT_EQ(NamePattern::parse(usual_name_pattern)->name(fields), "cjrb-2025-02-05-03-2.pdf");
  EXPECT_EQ(NamePattern::parse("第{page}版.V{version}.{number}")->name(fields), "第03版.V2.12184");
}

TEST(NamePattern, RefusesWhatNamesNoPageNoVersionOrAFolder) {
  for (const char* text : {"", "{page}.pdf", "{version}.pdf", "{page}{version}{colour}", "a/{page}{version}", ".{page}{version}",
                           "{page}{version", "{page}{version}}", "{}{page}{version}", "{{page}}{version}"}) {
    const auto pattern = NamePattern::parse(text);
    ASSERT_FALSE(pattern) << text;
    EXPECT_EQ(pattern.error().code, Code::bad_name_pattern);
  }
}

}  // namespace
}  // namespace paiban::cli
