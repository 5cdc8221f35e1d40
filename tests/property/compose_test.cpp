// Composition holds its laws for any text at any measure.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/plan.hpp"
#include "paragraph/compose.hpp"
#include "support/composing_room.hpp"
#include "support/line_invariants.hpp"

namespace paiban {
namespace {

using document::Prohibition;
using paragraph::Composer;
using paragraph::Line;
using paragraph::Setting;

/// Numerical Recipes' generator: the same numbers on every machine.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t end) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((state_ >> 33U) % end);
  }
  template <typename T>
  const T& one_of(std::span<const T> all) {
    return all[below(static_cast<std::uint32_t>(all.size()))];
  }

 private:
  std::uint64_t state_;
};

constexpr auto han = std::to_array<std::string_view>({"昌", "吉", "日", "报", "年", "的", "一", "州", "〇"});
constexpr auto marks = std::to_array<std::string_view>({"，", "。", "、", "；", "：", "！", "？", "“",  "”",  "‘", "’", "（",
                                                        "）", "《", "》", "——", "……", "—",  "·",  "／", "～", "–", "‼"});
constexpr auto western = std::to_array<std::string_view>({"2025", "5", "71.74", "12345678", "S231", "5G", "GDP", "60%", "3:2",
                                                          "1/3", "Wi-Fi", "internationalization", "http://www.cjxww.cn/a?b=1",
                                                          "cjrbs@sina.com", "±3", "don’t", "m²", "0994-2345678"});
constexpr auto others =
    std::to_array<std::string_view>({" ", " ", "　", "□", "℃", "％", "￥", "№", "×", "ア", "α", "$", "e\u0301"});

/// Mostly Han, as copy is, or mostly trouble.
std::string random_text(Numbers& numbers) {
  const bool calm = numbers.below(2) == 0;
  const std::uint32_t pieces = 1 + numbers.below(60);
  std::string text;
  for (std::uint32_t i = 0; i < pieces; ++i) {
    const std::uint32_t kind = numbers.below(calm ? 20 : 8);
    if (kind == 0)
      text += numbers.one_of<std::string_view>(western);
    else if (kind == 1)
      text += numbers.one_of<std::string_view>(others);
    else if (kind <= 4)
      text += numbers.one_of<std::string_view>(marks);
    else
      text += numbers.one_of<std::string_view>(han);
  }
  return text;
}

Setting random_setting(Numbers& numbers, Length em) {
  Setting setting;
  setting.measure = em * Ratio{50'000 + 2'500 * numbers.below(141)};  // 5 to 40 em
  setting.indent = numbers.below(2) == 0 ? em * 2 : Length{};
  setting.trim_after_indent = numbers.below(4) == 0;
  if (numbers.below(4) == 0) setting.tracking = Ratio{25 * static_cast<std::int64_t>(numbers.below(17)) - 200};
  return setting;
}

/// Printed line ends at random places, some of them inside a word.
void give_line_ends(document::Text& text, Numbers& numbers) {
  for (std::uint32_t at = 0; at < text.utf8.size(); at = decode_at(text.utf8, at).next)
    if (at > 0 && numbers.below(12) == 0) text.line_ends.push_back(at);
}

std::size_t trials() {
  const char* wanted = std::getenv("PAIBAN_TRIALS");
  return wanted == nullptr ? 10'000 : std::strtoul(wanted, nullptr, 10);
}

bool same(const std::vector<Line>& a, const std::vector<Line>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Line& x, const Line& y) { return x.first == y.first && x.last == y.last && x.set == y.set; });
}

TEST(Composition, HoldsItsLawsForAnyText) {
  test::ComposingRoom room;
  Numbers numbers(12184);
  document::Style style = room.style("body");
  for (std::size_t trial = 0; trial < trials(); ++trial) {
    document::Text text = test::marked_text(random_text(numbers));
    if (numbers.below(8) == 0) give_line_ends(text, numbers);
    style.prohibition = static_cast<Prohibition>(numbers.below(4));
    const text::ShapedParagraph p = room.shape(text, style);
    ASSERT_EQ(test::fault_of_units(p), "") << "trial " << trial << ": " << text.utf8;
    const Setting setting = random_setting(numbers, p.em);
    for (const Composer composer : {Composer::press, Composer::best}) {
      const auto lines = compose(p, setting, composer);
      ASSERT_TRUE(lines);
      ASSERT_EQ(test::fault_of({p, setting, composer, style.prohibition, *lines}), "")
          << fmt::format("trial {}, {}, level {}, measure {}, indent {}: ", trial, composer == Composer::press ? "press" : "best",
                         static_cast<int>(style.prohibition), decimal(setting.measure.count(), p.em.count(), 2),
                         decimal(setting.indent.count(), p.em.count(), 2))
          << test::joined(p, *lines);
      ASSERT_TRUE(same(*lines, *compose(p, setting, composer))) << text.utf8;
    }
  }
}

}  // namespace
}  // namespace paiban
