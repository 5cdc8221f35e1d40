#include "makeup/keep_page.hpp"

#include <algorithm>
#include <utility>

#include "makeup/levers_used.hpp"
#include "makeup/modules.hpp"
#include "makeup/refit.hpp"

namespace paiban::makeup {
namespace {

using document::MakeupArea;
using document::Zone;

/// The story that stands in the region `id`.
std::optional<std::size_t> story_in(const Trial& trial, const std::string& id) {
  for (std::size_t i = 0; i < trial.stories.size(); ++i)
    if (!trial.stories[i].inside && trial.stories[i].story.region == id) return i;
  return std::nullopt;
}

/// The stories of a zone: its region's, and a guest's in its corner.
std::vector<std::size_t> stories_in(const Trial& trial, const Zone& zone) {
  std::vector<std::size_t> stories;
  const auto add = [&](const document::Region& region) {
    if (const auto story = story_in(trial, region.id)) stories.push_back(*story);
  };
  for (const document::Region& region : zone.regions) {
    add(region);
    for (const document::Region& inner : region.regions)
      if (inner.guest) add(inner);
  }
  return stories;
}

/// Where a zone stands in the area, in cells; nullopt where it is not made of whole columns.
std::optional<KeptModule> cells_of(const MakeupArea& area, const Zone& zone) {
  KeptModule kept;
  const auto first = std::ranges::find(area.columns, zone.x, &document::Column::x);
  const auto last = std::ranges::find_if(
      area.columns, [&](const document::Column& column) { return column.x + column.width == zone.x + zone.width; });
  if (first == area.columns.end() || last == area.columns.end() || last < first) return std::nullopt;
  kept.column = static_cast<int>(first - area.columns.begin());
  kept.width = static_cast<int>(last - first) + 1;
  kept.row = zone.rows.first - area.rows.first;
  kept.height = zone.rows.count() + (zone.rows.last == area.rows.last ? document::separation_rows : 0);
  return kept;
}

class PageKeeper {
 public:
  PageKeeper(const Trial& trial, const std::vector<Zone>& zones)
      : trial_(trial), choices_(module_choices(trial, outermost(trial))) {
    for (const Zone& zone : zones) take(zone);
  }

  [[nodiscard]] KeptPage run(const document::Template& design) const {
    KeptPage page;
    page.out_of_place = out_of_place_;
    if (!out_of_place_.empty() || kept_.empty()) return page;
    auto found = refit(kept_, trial_.area.rows.count() + document::separation_rows);
    if (!found) return page;
    std::vector<PlacedModule> modules;
    for (std::size_t i = 0; i < kept_.size(); ++i) modules.push_back({&found->modules[i], kept_[i].column, found->rows[i]});
    PagePlan plan;
    plan.structure = structure_of(trial_, design, modules);
    plan.cost = found->cost * module_prices::tenths;
    plan.levers = levers_of(modules);
    page.moved = found->moved;
    page.plan = std::move(plan);
    return page;
  }

 private:
  static std::vector<bool> outermost(const Trial& trial) {
    std::vector<bool> wanted;
    for (const TrialStory& story : trial.stories) wanted.push_back(!story.inside);
    return wanted;
  }

  void take(const Zone& zone) {
    if (zone.rows.last < trial_.area.rows.first || zone.rows.first > trial_.area.rows.last) return;
    const std::vector<std::size_t> stories = stories_in(trial_, zone);
    auto cells = cells_of(trial_.area, zone);
    const auto choice = std::ranges::find(choices_, stories, &ModuleChoice::stories);
    if (!cells || choice == choices_.end()) {
      if (out_of_place_.empty()) out_of_place_ = zone.id;
      return;
    }
    cells->candidates = choice->table[static_cast<std::size_t>(cells->width)];
    kept_.push_back(*std::move(cells));
  }

  const Trial& trial_;
  std::vector<ModuleChoice> choices_;
  std::vector<KeptModule> kept_;
  std::string out_of_place_;
};

}  // namespace

KeptPage keep_page(const Trial& trial, const document::Template& design, const std::vector<Zone>& zones) {
  return PageKeeper(trial, zones).run(design);
}

}  // namespace paiban::makeup
