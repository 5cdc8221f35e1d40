#include "page/promise.hpp"

#include <algorithm>

#include "page/rows.hpp"
#include "page/setting.hpp"
#include "paragraph/compose.hpp"

namespace paiban::page {
namespace {

using document::TextId;

/// White around a label's em boxes, in em of the label.
constexpr Ratio plate_clear{5'000};

/// A label in the middle of `box`.
SetLabel label_in(const Material& m, TextId id, const Box& box) {
  const document::Style& style = m.plan.style_of(id);
  const Row row = set_row(m.texts[id], style, box.width, document::Align::center);
  const Length top = box.y + (box.height - style.size) / 2;
  const Length clear = style.size * plate_clear;
  const Point at{box.x + row.x, top};
  return {{at.x - clear, at.y - clear, row.line.set + 2 * clear, style.size + 2 * clear}, {id, row.line, at}};
}

/// How many lines texts make by themselves, whatever room they have.
int natural_lines(const Material& m, const std::vector<TextId>& ids, Length measure) {
  std::size_t lines = 0;
  for (const TextId id : ids) {
    const text::ShapedParagraph& text = m.texts[id];
    const auto set = compose(text, setting_for(m.plan.style_of(id), text.em, measure), paragraph::Composer::best);
    lines += set ? set->size() : 0;
  }
  return static_cast<int>(lines);
}

}  // namespace

void set_promise(const Material& m, const document::PlannedModule& module, Length measure, SetStory& story) {
  if (module.picture_label && !story.pictures.empty())
    story.labels.push_back(label_in(m, *module.picture_label, story.pictures.front().box));
  if (module.copy_label && !story.legs.empty()) story.labels.push_back(label_in(m, *module.copy_label, story.legs.front().box));
  if (!module.promise || measure <= Length{}) return;
  const document::PlannedPromise& promise = *module.promise;
  story.promised = Promised{promise.characters, promise.came, 0};
  if (promise.came > 0)
    story.promised->lines_more = natural_lines(m, module.flow, measure) - natural_lines(m, promise.stand_in, measure);
}

}  // namespace paiban::page
