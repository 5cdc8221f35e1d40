// The press composer against print: from each printed line's start it must end the line where the paper's own system did.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "paragraph/compose.hpp"
#include "support/composing_room.hpp"

namespace paiban {
namespace {

/// A printed line, and its paragraph from its start on.
struct PrintedLine {
  std::string line;
  text::ShapedParagraph rest;
  bool opens_paragraph = false;
};

struct PrintedParagraph {
  std::string story;
  std::vector<PrintedLine> lines;
};

std::vector<PrintedParagraph> printed_paragraphs(test::ComposingRoom& room) {
  std::ifstream file(PAIBAN_SOURCE_DIR "/tests/data/printed-lines-open.json");
  const document::Style body = room.style("body");
  std::vector<PrintedParagraph> paragraphs;
  const auto record = nlohmann::json::parse(file);
  for (const auto& entry : record.at("paragraphs")) {
    std::vector<std::string> lines;
    for (const auto& segment : entry.at("segments"))
      for (const auto& line : segment) lines.push_back(line);
    // Where the scan cut the last line off, something stood there: the line before it was full.
    std::string rest = entry.at("last_line_lost") ? "内容。" : "";
    PrintedParagraph paragraph{entry.at("block"), {}};
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      rest.insert(0, *line);
      paragraph.lines.push_back({*line, room.shape(rest, body), line + 1 == lines.rend()});
    }
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

bool ends_as_printed(const PrintedLine& printed, Length measure) {
  const Length indent = printed.opens_paragraph ? printed.rest.em * 2 : Length{};
  const auto lines = paragraph::compose(printed.rest, {measure, indent, {}, false}, paragraph::Composer::press);
  return test::text_of(printed.rest, lines->front().first, lines->front().last) == printed.line;
}

// The measures in print are 15.5 to 17 em; the paper tracked single paragraphs, which looks like a measure up to 6 % away.
constexpr int least_measure = 1400, most_measure = 1800, step = 5;  // hundredths of an em

/// Lines met, by measure.
using Score = std::map<int, std::size_t>;

Score score_of(const PrintedParagraph& paragraph) {
  Score score;
  for (int measure = least_measure; measure <= most_measure; measure += step)
    for (const PrintedLine& line : paragraph.lines)
      score[measure] += ends_as_printed(line, line.rest.em * Ratio{measure * 100}) ? 1U : 0U;
  return score;
}

Score::value_type best_of(const Score& score) {
  return *std::max_element(score.begin(), score.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
}

TEST(PrintedLines, AreMetByThePressComposer) {
  test::ComposingRoom room;
  std::size_t all = 0, free = 0, by_story = 0;
  std::map<std::string, Score> stories;
  for (const PrintedParagraph& paragraph : printed_paragraphs(room)) {
    const Score score = score_of(paragraph);
    const auto best = best_of(score);
    all += paragraph.lines.size();
    free += best.second;
    for (const auto& [measure, met] : score) stories[paragraph.story][measure] += met;
    for (auto line = paragraph.lines.rbegin(); line != paragraph.lines.rend(); ++line)
      if (!ends_as_printed(*line, line->rest.em * Ratio{best.first * 100}))
        fmt::print("{} at {:.2f} em: {} is not met\n", paragraph.story, best.first / 100.0, line->line);
  }
  for (const auto& [story, score] : stories) {
    by_story += best_of(score).second;
    fmt::print("{}: best at {:.2f} em\n", story, best_of(score).first / 100.0);
  }
  const double lines = static_cast<double>(all);
  fmt::print("lines that end as printed, of {}: {} ({:.1f} %) with a measure a paragraph, {} ({:.1f} %) with one a story\n", all,
             free, 100.0 * static_cast<double>(free) / lines, by_story, 100.0 * static_cast<double>(by_story) / lines);
  ASSERT_GT(all, 90U);
  EXPECT_GE(static_cast<double>(free), 0.965 * lines);
  EXPECT_GE(static_cast<double>(by_story), 0.89 * lines);
}

}  // namespace
}  // namespace paiban
