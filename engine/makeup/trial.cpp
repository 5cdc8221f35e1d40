#include "makeup/trial.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "document/promise.hpp"
#include "text/shape.hpp"

namespace paiban::makeup {
namespace {

using document::Pattern;
using document::PlannedModule;
using document::Story;
using document::TextId;

/// Without a word about it a story is the less important the later it stands; the first after the lead is second.
constexpr int first_of_others = 2;

/// The name of the region that stands for a pattern while stories are bound to it.
std::string region_name(std::size_t story, std::size_t pattern) { return std::to_string(story) + "." + std::to_string(pattern); }

bool suits(const Pattern& pattern, const TrialStory& story) {
  const bool has_all = !pattern.needs || std::ranges::any_of(story.story.blocks, [&](const document::Block& block) {
    return block.role == *pattern.needs;
  });
  return has_all && std::ranges::find(pattern.kinds, story.story.kind) != pattern.kinds.end() &&
         pattern.priority.holds(story.priority);
}

/// A region with the pattern's slots, a leg as wide as the area, and room for a picture where the story has one.
document::Region region_for(const Pattern& pattern, const Story& story, std::string id, const document::MakeupArea& area) {
  document::Region region = pattern.looks;
  region.id = std::move(id);
  region.legs = {{Length{}, area.width, area.rows, {}}};
  if (story.picture) region.picture = region.outline;
  return region;
}

/// Whether every block found its slot or runs with the text.
bool took_all(const PlannedModule& module, const Story& story) {
  std::size_t rows = module.flow.size();
  for (const document::PlannedSlot& slot : module.slots) rows += slot.rows.size();
  std::size_t wanted = 0;
  for (const document::Block& block : story.blocks) wanted += block.rows.size();
  return rows == wanted;
}

class TrialMaker {
 public:
  TrialMaker(const document::Issue& issue, const document::Page& page, const document::Template& design)
      : issue_(issue), page_(page), area_(document::area_of(*design.makeup, page.number)), design_(design) {
    trial_.area = area_;
    trial_.page = page.number;
    list_stories();
  }

  [[nodiscard]] Trial bind() {
    document::Issue issue = issue_;
    document::Page page;
    page.number = page_.number;
    document::Zone zone;
    for (std::size_t s = 0; s < trial_.stories.size(); ++s)
      for (std::size_t p = 0; p < area_.patterns.size(); ++p) {
        const TrialStory& trial = trial_.stories[s];
        if (!suits(area_.patterns[p], trial)) continue;
        zone.regions.push_back(region_for(area_.patterns[p], trial.story, region_name(s, p), area_));
        page.stories.push_back(trial.story);
        page.stories.back().region = zone.regions.back().id;
      }
    issue.pages = {std::move(page)};
    document::Layouts layouts;
    layouts[page_.number].push_back(std::move(zone));
    Report unheard;
    trial_.plan = document::bind(std::move(issue), design_, unheard, std::move(layouts));
    take_modules();
    return std::move(trial_);
  }

 private:
  void list_stories() {
    int others = 0;
    for (const Story& story : page_.stories) {
      if (story.spare != document::Spare::no || story.continues) continue;  // fillers have no place of their own
      const bool lead = story.kind == document::StoryKind::lead;
      if (!lead) ++others;
      const int by_order = lead ? document::least_priority : std::min(first_of_others + others - 1, document::most_priority);
      add(story, story.wishes.priority > 0 ? story.wishes.priority : by_order, false);
    }
  }

  void add(const Story& story, int priority, bool inside) {
    TrialStory trial{story, priority, {}, {}, inside};
    trial.story.boxes.clear();
    document::put_stand_ins(trial.story);  // promised copy takes its place as if it were there
    const std::size_t index = trial_.stories.size();
    trial_.stories.push_back(std::move(trial));
    for (const Story& box : story.boxes) {
      trial_.stories[index].boxes.push_back(trial_.stories.size());
      add(box, priority, true);
    }
  }

  /// The bound modules to their stories; the same text bound twice becomes one.
  void take_modules() {
    document::PlannedPage page = std::move(trial_.plan.pages.front());
    trial_.plan.pages.clear();
    std::vector<document::PlannedText> all = std::move(trial_.plan.texts);
    trial_.plan.texts.clear();
    for (PlannedModule& module : page.modules) {
      const std::size_t dot = module.region.id.find('.');
      TrialStory& trial = trial_.stories[std::stoul(module.region.id.substr(0, dot))];
      const std::size_t pattern = std::stoul(module.region.id.substr(dot + 1));
      if (!took_all(module, trial.story)) continue;
      module.promise.reset();  // of the proof; their texts are not kept
      module.copy_label.reset();
      module.picture_label.reset();
      for (TextId& id : module.flow) id = once(all[id]);
      for (document::PlannedSlot& slot : module.slots) {
        for (TextId& id : slot.rows) id = once(all[id]);
        for (std::vector<TextId>& rows : slot.alternatives)
          for (TextId& id : rows) id = once(all[id]);
      }
      trial.patterns.push_back({pattern, std::move(module)});
    }
    for (TrialStory& trial : trial_.stories) std::ranges::stable_sort(trial.patterns, {}, &TrialPattern::pattern);
  }

  TextId once(const document::PlannedText& text) {
    const auto key = std::tuple(text.story, text.text.utf8, text.style, text.role, text.pitch);
    const auto [place, inserted] = known_.try_emplace(key, static_cast<TextId>(trial_.plan.texts.size()));
    if (inserted) trial_.plan.texts.push_back(text);
    return place->second;
  }

  const document::Issue& issue_;
  const document::Page& page_;
  document::MakeupArea area_;
  const document::Template& design_;
  Trial trial_;
  std::map<std::tuple<std::string, std::string, document::StyleId, document::Role, Length>, TextId> known_;
};

}  // namespace

Result<Trial> try_patterns(const document::Issue& issue, const document::Page& page, const document::Template& design,
                           const font::FontCatalogue& fonts) {
  Trial trial = TrialMaker(issue, page, design).bind();
  Report unheard;
  auto texts = text::shape_texts(trial.plan, fonts, unheard);
  if (!texts) return tl::unexpected(std::move(texts).error());
  trial.texts = *std::move(texts);
  return trial;
}

}  // namespace paiban::makeup
