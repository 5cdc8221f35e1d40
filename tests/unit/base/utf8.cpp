#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace paiban {
namespace {

TEST(Utf8, EveryScalarValueComesBack) {
  for (char32_t c = 1; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
    const std::string text = to_utf8(c);
    ASSERT_EQ(find_malformed(text), text.size()) << static_cast<std::uint32_t>(c);
    ASSERT_EQ(decode_at(text, 0).code_point, c);
    ASSERT_EQ(decode_at(text, 0).next, text.size());
    ASSERT_EQ(count_code_points(text), 1U);
  }
}

TEST(Utf8, FindsTheFirstMalformedByte) {
  struct Row {
    std::string_view text;
    std::size_t at;
  };
  for (const auto& [text, at] : {Row{"昌\xFF", 3}, Row{"\xC0\xAF", 0},                                        // overlong
                                 Row{"\xE0\x80\xAF", 0}, Row{"\xF0\x80\x80\x80", 0}, Row{"\xED\xA0\x80", 0},  // surrogate
                                 Row{"\xF4\x90\x80\x80", 0}, Row{"\xF5\x80\x80\x80", 0},                      // beyond U+10FFFF
                                 Row{"a\xE6\x98", 1}, Row{"a\xF0\x9F\x98", 1},                                // truncated
                                 Row{"\x80", 0}, Row{"昌吉", 6}, Row{"", 0}}) {
    EXPECT_EQ(find_malformed(text), at) << text;
  }
}

TEST(Utf8, BadBytesAreOneReplacementEach) {
  constexpr std::string_view text =
      "\xE6\x98"
      "a";
  EXPECT_EQ(decode_at(text, 0).code_point, U'\uFFFD');
  EXPECT_EQ(decode_at(text, 0).next, 1U);
  EXPECT_EQ(decode_at(text, 2).code_point, U'a');
}

}  // namespace
}  // namespace paiban
