#include "page/compose_page.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/message_table.hpp"
#include "page/crop.hpp"
#include "page/cures.hpp"
#include "page/flow.hpp"
#include "page/furniture.hpp"
#include "page/heads.hpp"
#include "page/legs.hpp"
#include "page/outline.hpp"
#include "page/place_words.hpp"
#include "page/promise.hpp"
#include "page/side_marks.hpp"

namespace paiban::page {
namespace {

using document::PlannedModule;

/// Of each of the plan's chains each part.
using Chains = std::vector<std::vector<SetFlow>>;

/// Stories on several pages are fitted before any page is composed: what stands on one depends on the others.
Chains set_chains(const Material& material, std::vector<bool>& fillers_used) {
  Chains chains;
  for (const std::vector<document::ModulePlace>& places : material.plan.chains) {
    std::vector<FlowPart> parts;
    for (const document::ModulePlace& place : places) {
      const document::PlannedPage& page = material.plan.pages[place.page];
      parts.push_back({page.number, &page.modules[place.module]});
    }
    chains.push_back(set_flow(material, parts, fillers_used));
    report_flow(material, parts, chains.back());
  }
  return chains;
}

class ModuleComposer {
 public:
  ModuleComposer(const Material& material, const Chains& chains, const document::PlannedPage& page,
                 std::vector<bool>& fillers_used)
      : m_(material), chains_(chains), planned_(page), fillers_used_(fillers_used), page_(page_words(page.number)) {}

  [[nodiscard]] SetStory compose(const PlannedModule& module, const std::string& within) const {
    SetStory story;
    story.id = module.story;
    story.kind = module.kind;
    story.within = within;
    story.continues = module.continues;
    story.words = story_words(m_.plan, module);
    set_outline(module, story);
    for (const document::RuleSpec& rule : module.region.rules) story.rules.push_back(set_rule(m_.plan.design, rule));
    if (module.region.picture && module.picture)
      story.pictures.push_back(set_picture(module.story, *module.region.picture, *module.picture));
    set_heads(m_, module, page_, story);
    if (!module.region.legs.empty()) set_copy(module, story);
    set_promise(m_, module, module.region.legs.empty() ? Length{} : measure_of(m_.plan.design, module.region), story);
    report_promise(module, story);
    set_marks(m_, page_ + " " + story_words(m_.plan, module), story);
    for (const PlannedModule& inner : module.boxes) story.boxes.push_back(compose(inner, module.story));
    return story;
  }

 private:
  static void set_outline(const PlannedModule& module, SetStory& story) {
    std::vector<Box> boxes{module.region.outline};
    boxes.insert(boxes.end(), module.further.begin(), module.further.end());
    std::vector<std::vector<Point>> outlines = outlines_of(boxes);
    if (outlines.empty()) return;
    story.outline = std::move(outlines.front());
    story.more_outlines.assign(std::make_move_iterator(outlines.begin() + 1), std::make_move_iterator(outlines.end()));
  }

  void set_copy(const PlannedModule& module, SetStory& story) const {
    if (module.chain) return take(chains_[module.chain->chain][module.chain->part], story);
    const FlowPart whole{planned_.number, &module};
    std::vector<SetFlow> flow = set_flow(m_, {&whole, 1}, fillers_used_);
    add_row_cures(m_, module, planned_, story.heads, flow.front().fit);
    report_flow(m_, {&whole, 1}, flow);
    take(std::move(flow.front()), story);
  }

  /// 留版: copy that came in other lines than were promised.
  void report_promise(const PlannedModule& module, const SetStory& story) const {
    if (!story.promised || story.promised->lines_more == 0) return;
    const Promised& promised = *story.promised;
    m_.report.add(
        promised.lines_more > 0 ? Code::promise_longer : Code::promise_shorter, module.at,
        {std::to_string(promised.characters), std::to_string(promised.came), std::to_string(std::abs(promised.lines_more))},
        module.story, page_ + " " + story_words(m_.plan, module));
  }

  static void take(SetFlow flow, SetStory& story) {
    story.legs = std::move(flow.legs);
    story.fit = std::move(flow.fit);
    if (flow.jump_back) story.heads.push_back(*std::move(flow.jump_back));
    story.jump_ahead = std::move(flow.jump_ahead);
    std::ranges::move(flow.levers, std::back_inserter(story.levers));
    if (flow.filler) story.boxes.push_back(*std::move(flow.filler));
  }

  const Material& m_;
  const Chains& chains_;
  const document::PlannedPage& planned_;
  std::vector<bool>& fillers_used_;
  std::string page_;
};

ComposedPage compose_page(const Material& material, const Chains& chains, const document::PlannedPage& planned,
                          std::vector<bool>& fillers_used) {
  const document::Template& design = material.plan.design;
  ComposedPage page;
  page.number = planned.number;
  page.width = design.width;
  page.height = design.height;
  for (const document::PlannedFurniture& furniture : planned.furniture) set_furniture(material, furniture, page);
  for (const document::RuleSpec& rule : planned.rules) page.rules.push_back(set_rule(design, rule));
  for (const document::Zone& zone : planned.zones) {
    for (const document::RuleSpec& rule : zone.rules) page.rules.push_back(set_rule(design, rule));
    const Length top = design.grid.row_top(zone.rows.first), height = design.grid.row * zone.rows.count();
    for (const document::Column& column : zone.columns) page.columns.push_back({column.x, top, column.width, height});
  }
  const ModuleComposer composer(material, chains, planned, fillers_used);
  for (const PlannedModule& module : planned.modules) page.stories.push_back(composer.compose(module, {}));
  return page;
}

}  // namespace

std::vector<ComposedPage> compose_pages(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                        Report& report) {
  const Material material{plan, texts, report};
  std::vector<bool> fillers_used(plan.fillers.size());
  const Chains chains = set_chains(material, fillers_used);
  std::vector<ComposedPage> pages;
  for (const document::PlannedPage& planned : plan.pages) pages.push_back(compose_page(material, chains, planned, fillers_used));
  return pages;
}

}  // namespace paiban::page
