#include "page/line_troubles.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/costs.hpp"

namespace paiban::page {
namespace {

/// How many characters to cut so that the line is gone, and to add so that it is no longer alone.
std::vector<std::string> ways_out_of_alone(const text::ShapedParagraph& paragraph, const paragraph::Line& line) {
  const int there = paragraph::characters_in_last_line(paragraph, line.first);
  return {std::to_string(std::max(there, 1)), std::to_string(paragraph::fewest_in_last_line - there)};
}

}  // namespace

std::vector<LineTrouble> troubles_in(const text::ShapedParagraph& paragraph, const paragraph::Line& line) {
  std::vector<LineTrouble> troubles;
  for (const paragraph::Finding finding : findings_in(paragraph, line)) {
    switch (finding) {
      case paragraph::Finding::loose:
        troubles.push_back({Code::loose_line, {decimal(gap_of(paragraph, line).ten_thousandths, 10'000, 2)}});
        break;
      case paragraph::Finding::parted_in_need:
        troubles.push_back({Code::emergency_break, {}});
        break;
      case paragraph::Finding::lone_character:
        troubles.push_back({Code::lone_character, ways_out_of_alone(paragraph, line)});
        break;
    }
  }
  return troubles;
}

}  // namespace paiban::page
