// Composition holds its laws for any text at any measure.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
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
constexpr auto western = std::to_array<std::string_view>({"2025",
                                                          "5",
                                                          "71.74",
                                                          "12345678",
                                                          "S231",
                                                          "5G",
                                                          "GDP",
                                                          "60%",
                                                          "3:2",
                                                          "1/3",
                                                          "Wi-Fi",
                                                          "internationalization",
                                                          "http://www.cjxww.cn/a?b=1",
                                                          "cjrbs@sina.com",
                                                          "±3",
                                                          "don’t",
                                                          "m²",
                                                          "0994-2345678",
                                                          "138 9999 8888",
                                                          "2024—2025",
                                                          "10%～15%",
                                                          "5 kg",
                                                          "J. K. Rowling",
                                                          "representation",
                                                          "well-known",
                                                          "NEWSPAPER",
                                                          "typo\u00ADgraphy"});
constexpr auto others =
    std::to_array<std::string_view>({" ",  " ",     "　",           "□",  "℃",      "％",      "￥",
                                     "№",  "×",     "ア",           "α",  "$",      "e\u0301", "(",
                                     ")",  "\"",    "葛\U000E0100", "𠮷", "\u200B", "سالام",   "👨\u200D👩\u200D👧",
                                     "🇨🇳", "\uE863"});

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
  if (numbers.below(8) == 0) setting.indent_rest = em * 3;
  if (numbers.below(4) == 0) setting.tracking = Ratio{25 * static_cast<std::int64_t>(numbers.below(17)) - 200};
  if (numbers.below(2) == 0) setting.tightening = paragraph::tightest;
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

/// How bad a setting is (typography A6): what is forbidden in it, at the price table's rates; then lines; then the sum of squared
/// gaps.
std::array<std::int64_t, 3> badness(const text::ShapedParagraph& p, const std::vector<Line>& lines) {
  using namespace paragraph::forbidden;
  std::array<std::int64_t, 3> bad{0, static_cast<std::int64_t>(lines.size()), 0};
  for (const Line& line : lines) {
    const auto rule = line.last < p.units.size() ? p.joints[line.last - 1].rule : text::Break::closed;
    if (line.set > line.measure || rule == text::Break::never) bad[0] += overflow;
    if (rule == text::Break::emergency) bad[0] += emergency_break;
    if (line.last == p.units.size() && paragraph::lone_last_line(p, line.first)) bad[0] += lone_character;
    if (!line.justified || line.places == 0) continue;
    const std::int64_t gap = scale_rounded((line.set - line.natural).count(), 10'000, p.em.count() * line.places);
    if (gap > paragraph::loosest_gap) bad[0] += too_loose;
    bad[2] += gap * gap;
  }
  return bad;
}

TEST(Composition, IsNeverWorseThanFirstFit) {
  test::ComposingRoom room;
  Numbers numbers(2025);
  const document::Style style = room.style("body");
  for (std::size_t trial = 0; trial < trials() / 2; ++trial) {
    const text::ShapedParagraph p = room.shape(random_text(numbers), style);
    const Setting setting = random_setting(numbers, p.em);
    const auto press = *compose(p, setting, Composer::press), best = *compose(p, setting, Composer::best);
    ASSERT_LE(badness(p, best), badness(p, press))
        << "trial " << trial << ", measure " << decimal(setting.measure.count(), p.em.count(), 2) << ":\n"
        << test::joined(p, best) << "\n"
        << test::joined(p, press);
  }
}

void expect_laws_for_any_text(test::ComposingRoom& room, document::Style style) {
  Numbers numbers(12184);
  for (std::size_t trial = 0; trial < trials(); ++trial) {
    document::Text text = test::marked_text(random_text(numbers));
    if (numbers.below(8) == 0) give_line_ends(text, numbers);
    style.prohibition = static_cast<Prohibition>(numbers.below(4));
    style.marks = static_cast<document::MarkWidth>(numbers.below(document::mark_widths));
    style.hanging = numbers.below(4) == 0 ? document::Hanging::stops : document::Hanging::none;
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

TEST(Composition, HoldsItsLawsForAnyText) {
  test::ComposingRoom room;
  expect_laws_for_any_text(room, room.style("body"));
}

// Typography V5: what holds for lines from left to right holds from top to bottom.
TEST(Composition, HoldsItsLawsForAnyVerticalText) {
  test::ComposingRoom room;
  document::Style style = room.style("body");
  style.writing = document::Writing::vertical;
  for (const auto digits : {document::VerticalDigits::upright_group, document::VerticalDigits::rotate}) {
    style.vertical_digits = digits;
    style.acronyms = digits == document::VerticalDigits::rotate ? document::Acronyms::upright : document::Acronyms::rotate;
    expect_laws_for_any_text(room, style);
  }
}

TEST(Composition, HoldsItsLawsForTitlesWithAWavyLine) {
  test::ComposingRoom room;
  document::Style style = room.style("body");
  style.titles = document::Titles::wavy;
  style.pitch = style.size * 2;
  expect_laws_for_any_text(room, style);
  style.writing = document::Writing::vertical;
  expect_laws_for_any_text(room, style);
}

// ---- the page of 12184 at every measure ----

/// Every text of an issue, shaped with its own style.
std::vector<std::pair<text::ShapedParagraph, Prohibition>> texts_of(const char* file, test::ComposingRoom& room) {
  Report report;
  document::Issue issue = document::read_issue(std::string(PAIBAN_SOURCE_DIR "/issues/12184/") + file, report).value();
  const document::Plan plan = document::bind(std::move(issue), room.design(), report);
  std::vector<std::pair<text::ShapedParagraph, Prohibition>> texts;
  for (document::TextId id = 0; id < plan.texts.size(); ++id)
    if (plan.style_of(id).writing == document::Writing::horizontal)
      texts.emplace_back(room.shape(plan.texts[id].text, plan.style_of(id)), plan.style_of(id).prohibition);
  return texts;
}

// An address is longer than the narrowest of these measures and must be parted; a number never is.
void expect_no_number_parted(const text::ShapedParagraph& p, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.last == p.units.size() || p.joints[line.last - 1].rule == text::Break::forced) continue;
    const bool parted = p.units[line.last - 1].cls == text::CharClass::digit && p.units[line.last].cls == text::CharClass::digit;
    EXPECT_FALSE(parted) << test::joined(p, lines);
  }
}

void expect_no_lone_character(const test::SetText& set) {
  if (!paragraph::lone_last_line(set.paragraph, set.lines.back().first)) return;
  EXPECT_FALSE(test::has_setting_without_lone_character(set, paragraph::Ruler(set.paragraph)))
      << test::joined(set.paragraph, set.lines);
}

constexpr int least_half_ems = 16, most_half_ems = 80;  // 8 to 40 em
constexpr int no_lone_character_from = 22;              // 11 em: in narrower columns a lone character may cost less than its cure

void expect_laws_at_every_measure(const char* file, std::size_t fewest_texts) {
  test::ComposingRoom room;
  const auto texts = texts_of(file, room);
  ASSERT_GT(texts.size(), fewest_texts);
  for (const auto& [p, level] : texts) {
    ASSERT_EQ(test::fault_of_units(p), "");
    for (int half_ems = least_half_ems; half_ems <= most_half_ems; ++half_ems) {
      const Setting setting{p.em * half_ems / 2, p.em * 2, {}, false};
      for (const Composer composer : {Composer::press, Composer::best}) {
        const auto lines = *compose(p, setting, composer);
        const test::SetText set{p, setting, composer, level, lines};
        ASSERT_EQ(test::fault_of(set), "") << half_ems / 2.0 << " em: " << test::joined(p, lines);
        expect_no_number_parted(p, lines);
        if (composer == Composer::best && half_ems >= no_lone_character_from) expect_no_lone_character(set);
      }
    }
  }
}

TEST(Composition, HoldsItsLawsForThePageOf12184) { expect_laws_at_every_measure("issue.xml", 60); }

TEST(Composition, HoldsItsLawsForThePageAsPrinted) { expect_laws_at_every_measure("as-printed.xml", 60); }

}  // namespace
}  // namespace paiban
