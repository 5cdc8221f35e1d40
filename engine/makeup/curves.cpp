#include "makeup/curves.hpp"

#include <algorithm>

#include "page/copyfit.hpp"
#include "page/setting.hpp"

namespace paiban::makeup {

const paragraph::CostCurve& Curves::of(const std::vector<document::TextId>& flow, Length measure) {
  const auto [place, inserted] = known_.try_emplace({flow, measure});
  if (!inserted) return place->second;
  paragraph::CostCurve& sum = place->second;
  sum = {0, {paragraph::Cost{0}}};
  for (const document::TextId id : flow) {
    const text::ShapedParagraph& text = trial_->texts[id];
    const paragraph::Ruler ruler(text);
    sum = sum + paragraph::BestFit(ruler, setting_of(id, measure)).curve();
  }
  return sum;
}

paragraph::Setting Curves::setting_of(document::TextId id, Length measure) const {
  paragraph::Setting setting = page::setting_for(trial_->plan.style_of(id), trial_->texts[id].em, measure);
  setting.tightening = paragraph::tightest;
  return setting;
}

paragraph::Cost Curves::at_leg_ends(const std::vector<document::TextId>& flow, Length measure, const std::vector<int>& legs) {
  const auto [place, inserted] = ends_.try_emplace({flow, measure, legs});
  if (!inserted) return place->second;
  page::CopyRequest request;
  for (const document::TextId id : flow) {
    request.paragraphs.push_back(&trial_->texts[id]);
    request.settings.push_back(setting_of(id, measure));
    request.heads.push_back(page::stands_on_text(trial_->plan.texts[id].role));
  }
  request.legs = legs;
  const page::CopyFit fit = page::fit_copy(request).fit;
  const auto standing = fit.curve.at(fit.room), free = of(flow, measure).at(fit.room);
  if (standing && free) place->second = std::max(paragraph::Cost{0}, *standing - *free);
  return place->second;
}

}  // namespace paiban::makeup
