// tests/tables/sidemarks: dots, lines, waves and readings beside lines, and what is said where they have no room.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "page/side_marks.hpp"
#include "paragraph/compose.hpp"
#include "support/composing_room.hpp"
#include "support/table_rows.hpp"

namespace paiban::page {
namespace {

using document::SpanKind;
using test::Row;

/// "{em:坚持}好，{ruby=jí:吉}": the inline elements of an issue, short.
document::Text read_text(std::string_view marked) {
  static const std::map<std::string_view, SpanKind> kinds{
      {"em", SpanKind::emphasis}, {"proper", SpanKind::proper}, {"work", SpanKind::work}, {"ruby", SpanKind::ruby}};
  document::Text text;
  text.anchors.push_back({0, {1, 1, 1}});
  std::vector<std::size_t> open;
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(text.utf8.size());
    if (marked.front() == '{') {
      const std::string_view head = marked.substr(1, marked.find(':') - 1);
      const auto equals = head.find('=');
      open.push_back(text.spans.size());
      text.spans.push_back({here,
                            here,
                            kinds.at(head.substr(0, equals)),
                            equals == std::string_view::npos ? "" : std::string(head.substr(equals + 1)),
                            {1, 1, 1}});
      marked.remove_prefix(head.size() + 2);
    } else if (marked.front() == '}') {
      text.spans[open.back()].end = here;
      open.pop_back();
      marked.remove_prefix(1);
    } else {
      text.utf8 += marked.front();
      marked.remove_prefix(1);
    }
  }
  return text;
}

std::string in_em(Length length, Length em) { return decimal(length.count(), em.count(), 2); }

/// "dot 0.5 under 0.65 of 0.22": where along the line, how far from its centre (vertical: right, left), its size; all in em.
std::string words(const SetMark& mark, const text::ShapedParagraph& p) {
  static constexpr std::array kinds{"dot", "line", "wave", "ruby"};
  const bool after = mark.across > Length{};
  const char* side = p.vertical ? (after ? "right" : "left") : (after ? "under" : "over");
  std::string out = fmt::format("{} {}", kinds[static_cast<std::size_t>(mark.kind)], in_em(mark.from, p.size));
  if (mark.from != mark.to) out += ".." + in_em(mark.to, p.size);
  return out + fmt::format(" {} {} of {}", side, in_em(after ? mark.across : -mark.across, p.size), in_em(mark.size, p.size));
}

class SideMarkTables : public testing::Test {
 protected:
  test::ComposingRoom room_;

  std::string set(const Row& row) {
    document::Style style = room_.style("body");
    style.span_interlinears[static_cast<std::size_t>(SpanKind::emphasis)] = document::Interlinear::dots;
    if (row.settings.contains("writing") && row.settings.at("writing") == "vertical") style.writing = document::Writing::vertical;
    document::PlannedText planned{read_text(row.fields[0]), 0, document::Role{}, {}};
    planned.pitch = *parse_length(row.settings.at("pitch"), style.size);
    Report report;
    const text::ShapedParagraph p = text::TextShaper(room_.fonts()).shape(planned, style, report).value();
    std::string out;
    for (const Diagnostic& each : report.diagnostics()) out += fmt::format("{} {}; ", code_name(each.code), each.arguments[2]);
    const auto lines = compose(p, {*test::in_em(row.fields[1], p.em), {}, {}, false}, paragraph::Composer::best);
    for (const paragraph::Line& line : *lines) {
      if (line.first > 0) out += "| ";
      for (const SetMark& mark : marks_beside(p, line)) out += words(mark, p) + "; ";
    }
    return test::trimmed(out);
  }
};

TEST_F(SideMarkTables, MarksStandAsTheRowsSay) {
  for (const Row& row : test::rows_of("sidemarks", ".marks")) {
    ASSERT_GE(row.fields.size(), 2U) << row.where;
    std::string wanted;
    for (std::size_t i = 2; i < row.fields.size(); ++i) wanted += row.fields[i].empty() ? "" : row.fields[i] + "; ";
    EXPECT_EQ(set(row), test::trimmed(wanted)) << row.where;
  }
}

}  // namespace
}  // namespace paiban::page
