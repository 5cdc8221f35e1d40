// The work that a make-up and an edit ask of text/ and paragraph/, for tests/bench/instructions to count:
//     composition_work page N    the running text of 12184 shaped, and its curves at fourteen measures, N times
//     composition_work edit N    one paragraph shaped and composed, N times

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "document/issue_reader.hpp"
#include "document/plan.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/costs.hpp"
#include "support/composing_room.hpp"

namespace paiban {
namespace {

/// The measures of the columns that a page can have: 13 to 19.5 em.
constexpr int least_half_ems = 26, most_half_ems = 39;
/// About 160 characters, as a paragraph of news has.
constexpr std::size_t usual_bytes = 480;

paragraph::Setting setting_at(const text::ShapedParagraph& p, Length measure) {
  return {measure, p.em * 2, {}, false, paragraph::tightest};
}

/// Curves' reach, added up, so that nobody leaves the work out.
int draw_curves(const text::ShapedParagraph& p) {
  const paragraph::Ruler ruler(p);
  int sum = 0;
  for (int half_ems = least_half_ems; half_ems <= most_half_ems; ++half_ems)
    sum += paragraph::BestFit(ruler, setting_at(p, p.em * half_ems / 2)).curve().most();
  return sum;
}

int page_once(const document::Plan& plan, test::ComposingRoom& room) {
  int sum = 0;
  for (document::TextId id = 0; id < plan.texts.size(); ++id)
    if (plan.texts[id].role == document::Role::paragraph) sum += draw_curves(room.shape(plan.texts[id].text, plan.style_of(id)));
  return sum;
}

int edit_once(const document::Plan& plan, test::ComposingRoom& room) {
  document::TextId id = 0;
  while (plan.texts[id].text.utf8.size() < usual_bytes) ++id;
  const text::ShapedParagraph p = room.shape(plan.texts[id].text, plan.style_of(id));
  return static_cast<int>(compose(p, setting_at(p, p.em * Ratio{165'000}), paragraph::Composer::best)->size());
}

}  // namespace
}  // namespace paiban

int main(int count, char** words) {
  using namespace paiban;
  if (count != 3) return 2;
  test::ComposingRoom room;
  Report report;
  const document::Plan plan =
      document::bind(document::read_issue(PAIBAN_SOURCE_DIR "/issues/12184/issue.xml", report).value(), room.design(), report);
  const bool page = std::string_view(words[1]) == "page";
  int sum = 0;
  for (int round = std::atoi(words[2]); round > 0; --round) sum += page ? page_once(plan, room) : edit_once(plan, room);
  std::printf("%d\n", sum);
}
