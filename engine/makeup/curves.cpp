#include "makeup/curves.hpp"

#include "page/setting.hpp"

namespace paiban::makeup {

const paragraph::CostCurve& Curves::of(const std::vector<document::TextId>& flow, Length measure) {
  const auto [place, inserted] = known_.try_emplace({flow, measure});
  if (!inserted) return place->second;
  paragraph::CostCurve& sum = place->second;
  sum = {0, {paragraph::Cost{0}}};
  for (const document::TextId id : flow) {
    const text::ShapedParagraph& text = trial_->texts[id];
    paragraph::Setting setting = page::setting_for(trial_->plan.style_of(id), text.em, measure);
    setting.tightening = paragraph::tightest;
    const paragraph::Ruler ruler(text);
    sum = sum + paragraph::BestFit(ruler, setting).curve();
  }
  return sum;
}

}  // namespace paiban::makeup
