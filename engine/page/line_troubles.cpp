#include "page/line_troubles.hpp"

#include "base/message_table.hpp"
#include "paragraph/costs.hpp"

namespace paiban::page {

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
        troubles.push_back({Code::lone_character, {std::to_string(paragraph::fewest_in_last_line)}});
        break;
    }
  }
  return troubles;
}

}  // namespace paiban::page
