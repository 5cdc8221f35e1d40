// Unicode's own line-break test (UAX 14), the rows that concern Han, marks, digits and Latin: unicode/line-breaks.txt.
//
// unicode/overruled.txt lists, below the reason of each group, the rows that clreq, GB/T 15834 or the house decide otherwise.
// A row that passes may not stand there, so that the list never claims more than is so.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "base/utf8.hpp"
#include "support/composing_room.hpp"

namespace paiban {
namespace {

const std::string folder = PAIBAN_SOURCE_DIR "/tests/conformance/unicode/";

constexpr std::string_view may_break = "÷", may_not = "×";

struct BreakRow {
  std::string written;
  std::string text;
  std::set<std::uint32_t> breaks;  ///< byte offsets in `text`, its end left out
};

/// "× 0023 × 0020 ÷ 4E00 ÷"
BreakRow read_row(const std::string& written) {
  BreakRow row{written, {}, {}};
  std::istringstream in(written);
  for (std::string word; in >> word;) {
    if (word == may_break)
      row.breaks.insert(static_cast<std::uint32_t>(row.text.size()));
    else if (word != may_not)
      append_utf8(row.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
  }
  row.breaks.erase(static_cast<std::uint32_t>(row.text.size()));
  return row;
}

std::vector<BreakRow> read_rows() {
  std::vector<BreakRow> rows;
  std::ifstream in(folder + "line-breaks.txt");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(may_not)) rows.push_back(read_row(line));
  return rows;
}

/// Row → the reason above it.
std::map<std::string, std::string> read_overruled() {
  std::map<std::string, std::string> overruled;
  std::ifstream in(folder + "overruled.txt");
  std::string reason;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) reason = line.substr(2);
    if (line.starts_with(may_not)) overruled[line] = reason;
  }
  return overruled;
}

/// Where a line of the engine's may end without a sign that is not in the text.
std::set<std::uint32_t> breaks_of(const text::ShapedParagraph& p) {
  std::set<std::uint32_t> breaks;
  for (std::size_t i = 0; i < p.joints.size(); ++i)
    if (p.joints[i].rule == text::Break::allowed && p.joints[i].hyphen == Length{}) breaks.insert(p.units[i + 1].start);
  return breaks;
}

std::string written(const std::string& text, const std::set<std::uint32_t>& breaks) {
  std::string out(may_not);
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded c = decode_at(text, at);
    at = c.next;
    const bool break_here = at == text.size() || breaks.contains(at);
    out += fmt::format(" {:04X} {}", static_cast<std::uint32_t>(c.code_point), break_here ? may_break : may_not);
  }
  return out;
}

TEST(UnicodeLineBreaks, HoldWhereClreqDoesNotOverruleThem) {
  test::ComposingRoom room;
  const document::Style style = room.style("body");
  const std::vector<BreakRow> rows = read_rows();
  std::map<std::string, std::string> overruled = read_overruled();
  ASSERT_GT(rows.size(), 500U);
  for (const BreakRow& row : rows) {
    const auto breaks = breaks_of(room.shape(document::Text{row.text, {}, {}, {{0, {1, 1, 1}}}}, style));
    const auto found = overruled.find(row.written);
    if (found == overruled.end()) {
      EXPECT_EQ(written(row.text, breaks), row.written) << "“" << row.text << "”";
      continue;
    }
    EXPECT_NE(breaks, row.breaks) << "no longer overruled: " << row.written << " “" << row.text << "”";
    EXPECT_FALSE(found->second.empty()) << "overruled without a reason: " << row.written;
    overruled.erase(found);
  }
  for (const auto& [row, reason] : overruled) ADD_FAILURE() << "overruled, but no row of the test: " << row;
}

}  // namespace
}  // namespace paiban
