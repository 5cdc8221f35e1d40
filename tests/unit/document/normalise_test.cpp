#include "document/normalise.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "document/text_edit.hpp"

namespace paiban::document {
namespace {

// ---- the tables ----

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == 'n' || next == 't' || next == 'r') {
      result += next == 'n' ? '\n' : next == 't' ? '\t' : '\r';
      ++i;
    } else if (next == 'u') {
      const std::size_t end = text.find('}', i);
      append_utf8(result, static_cast<char32_t>(std::stoul(std::string(text.substr(i + 3, end - i - 3)), nullptr, 16)));
      i = end;
    } else {
      result += text[i];
    }
  }
  return result;
}

struct Case {
  std::string where, switches, input, output, reports;
};

std::vector<Case> cases_of(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  std::string switches;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("normalise ")) switches = line.substr(10);
    if (line.starts_with("< "))
      cases.push_back({fmt::format("{}:{}", file.filename().string(), number), switches, unescaped(line.substr(2)), {}, {}});
    if (line.starts_with("> ")) cases.back().output = unescaped(line.substr(2));
    if (line.starts_with("! ")) cases.back().reports = line.substr(2);
  }
  return cases;
}

std::vector<Case> all_cases() {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PAIBAN_SOURCE_DIR "/tests/tables/normalise"))
    if (entry.path().extension() == ".norm") files.insert(entry.path());
  std::vector<Case> cases;
  for (const auto& file : files)
    for (Case& each : cases_of(file)) cases.push_back(std::move(each));
  return cases;
}

std::string reports_of(const Report& report) {
  std::string reports;
  for (const Diagnostic& each : report.diagnostics())
    reports += fmt::format("{}{}:{}", reports.empty() ? "" : " ", code_name(each.code), each.arguments.at(0));
  return reports;
}

TEST(Normalise, DoesWhatItsTablesSay) {
  const std::vector<Case> cases = all_cases();
  ASSERT_GT(cases.size(), 50U);
  for (const Case& each : cases) {
    Report report;
    const auto which = parse_corrections(each.switches);
    ASSERT_TRUE(which) << each.where;
    const Text text = normalise(plain_text(each.input, {1, 1, 1}), *which, report);
    EXPECT_EQ(text.utf8, each.output) << each.where;
    EXPECT_EQ(reports_of(report), each.reports) << each.where;
  }
}

TEST(Normalise, LeavesAloneWhatItHasPutRight) {
  for (const Case& each : all_cases()) {
    Report report;
    const Corrections which = *parse_corrections(each.switches);
    const Text once = normalise(plain_text(each.input, {1, 1, 1}), which, report);
    const Text twice = normalise(once, which, report);
    EXPECT_EQ(once.utf8, twice.utf8) << each.where;
  }
}

TEST(Normalise, KnowsItsSwitches) {
  EXPECT_TRUE(parse_corrections("")->has(Correction::marks));
  EXPECT_FALSE(parse_corrections(" -marks\t-lines ")->has(Correction::lines));
  EXPECT_FALSE(parse_corrections("none")->has(Correction::spaces));
  EXPECT_FALSE(parse_corrections("marks"));
  EXPECT_FALSE(parse_corrections("-mark"));
}

// ---- places ----

// Places rise with the text, and a character that no rule makes stands where its place says.
void expect_places(const std::string& input, const Text& text, const std::string& where) {
  const Text source = plain_text(input, {1, 1, 1});
  std::map<SourcePlace, char32_t> characters;
  for (std::uint32_t i = 0; i < input.size(); i = decode_at(input, i).next)
    characters[place_of(source, i)] = decode_at(input, i).code_point;
  SourcePlace last{1, 1, 0};
  for (std::uint32_t i = 0; i < text.utf8.size(); i = decode_at(text.utf8, i).next) {
    const SourcePlace at = place_of(text, i);
    EXPECT_LE(last, at) << where;
    last = at;
    const char32_t c = decode_at(text.utf8, i).code_point;
    // No rule makes this letter.
    if (c == U'昌') {
      EXPECT_EQ(characters[at], c) << where;
    }
  }
}

TEST(Normalise, KeepsPlaces) {
  const std::string input = "　　昌吉...\n年, \"昌\"--年\u200B昌２年";
  Report report;
  const Text text = normalise(plain_text(input, {1, 1, 1}), Corrections::all(), report);
  EXPECT_EQ(text.utf8, "昌吉……年，“昌”——年昌2年");
  EXPECT_EQ(place_of(text, 0), (SourcePlace{1, 1, 3}));
  EXPECT_EQ(place_of(text, static_cast<std::uint32_t>(text.utf8.find("年"))), (SourcePlace{1, 2, 1}));
  EXPECT_EQ(place_of(text, static_cast<std::uint32_t>(text.utf8.rfind("年"))), (SourcePlace{1, 2, 13}));
  expect_places(input, text, input);
}

TEST(Normalise, KeepsPlacesInItsTables) {
  for (const Case& each : all_cases()) {
    Report report;
    expect_places(each.input, normalise(plain_text(each.input, {1, 1, 1}), *parse_corrections(each.switches), report),
                  each.where);
  }
}

TEST(Normalise, KeepsSpansAndPrintedLineEnds) {
  Text text = plain_text("　记者\u200B杨  鹤,报道", {1, 1, 1});
  const auto at = [&](std::string_view what) { return static_cast<std::uint32_t>(text.utf8.find(what)); };
  text.spans.push_back({at("杨"), at(","), SpanKind::name, {}, {}});
  text.spans.push_back({0, at("记"), SpanKind::emphasis, {}, {}});
  text.line_ends.push_back(at(","));
  Report report;
  const Text result = normalise(text, Corrections::all(), report);
  EXPECT_EQ(result.utf8, "记者杨 鹤，报道");
  ASSERT_EQ(result.spans.size(), 1U);
  EXPECT_EQ(result.utf8.substr(result.spans[0].start, result.spans[0].end - result.spans[0].start), "杨 鹤");
  EXPECT_EQ(result.line_ends, std::vector<std::uint32_t>{static_cast<std::uint32_t>(result.utf8.find("，"))});
}

TEST(Normalise, SaysNothingOfLineFeedsAtPrintedLineEnds) {
  Text text = plain_text("自治区\n党委\n一行", {1, 1, 1});
  text.line_ends.push_back(static_cast<std::uint32_t>(text.utf8.find('\n')));
  Report report;
  EXPECT_EQ(normalise(text, Corrections::all(), report).utf8, "自治区党委一行");
  EXPECT_EQ(reports_of(report), "W0254:1");
}

// ---- properties ----

TEST(Normalise, NeverBreaksText) {
  const std::u32string letters = U"昌年，。“”\"'(),.:;!?-•.\n\r\t 　 a1@/:w２Ａ\u200B\u200D\u00A0\u2F24\uF967·…—";
  std::uint32_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string input;
    for (std::uint32_t i = 0; i < 1 + (state >> 8U) % 24; ++i) {
      state = state * 1'664'525U + 1'013'904'223U;  // Numerical Recipes' congruence: the same strings in every run
      append_utf8(input, letters[(state >> 16U) % letters.size()]);
    }
    Report report;
    const Text text = normalise(plain_text(input, {1, 1, 1}), Corrections::all(), report);
    ASSERT_EQ(find_malformed(text.utf8), text.utf8.size()) << input;
    ASSERT_EQ(text.utf8.find_first_of("\r\n"), std::string::npos) << input;
    ASSERT_FALSE(text.utf8.starts_with(' ') || text.utf8.ends_with(' ')) << input;
    ASSERT_EQ(text.anchors.empty() ? 0U : text.anchors.front().offset, 0U);
    expect_places(input, text, input);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace paiban::document
