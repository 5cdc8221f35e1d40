#include "makeup/plan_page.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "makeup/dissection.hpp"
#include "makeup/modules.hpp"
#include "makeup/page_prices.hpp"

namespace paiban::makeup {
namespace {

using document::Wishes;

/// A page that cannot be filled is tried with each story shorter or longer by up to so many rows; further off it is another page.
constexpr int most_cured_rows = 8;
/// So many cures are told; an editor takes the first or the second.
constexpr std::size_t most_cures = 3;

/// The problem of a page, and what its numbers mean.
class PageProblem {
 public:
  explicit PageProblem(const Trial& trial) : trial_(trial), area_(*trial.plan.design.makeup) {
    number_items();
    choices_ = module_choices(trial, wanted_);
    problem_.columns = static_cast<int>(area_.columns.size());
    problem_.rows = area_.rows.count() + document::separation_rows;
    for (const std::size_t story : stories_) problem_.items.push_back(item_of(trial.stories[story]));
    for (const ModuleChoice& choice : choices_) problem_.leaves.push_back(leaf_of(choice));
  }

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const std::vector<std::size_t>& stories() const { return stories_; }

  [[nodiscard]] std::vector<PlacedModule> modules_of(const Dissection& dissection) const {
    std::vector<PlacedModule> modules;
    for (const Placed& each : dissection.places) modules.push_back({&module_of(each), each.column, each.row});
    return modules;
  }

 private:
  void number_items() {
    item_of_story_.assign(trial_.stories.size(), -1);
    for (std::size_t i = 0; i < trial_.stories.size(); ++i) {
      wanted_.push_back(!trial_.stories[i].inside);
      if (!wanted_.back()) continue;
      item_of_story_[i] = static_cast<int>(stories_.size());
      stories_.push_back(i);
    }
  }

  [[nodiscard]] ItemSet items_named(const std::vector<std::string>& ids) const {
    ItemSet items = 0;
    for (std::size_t i = 0; i < stories_.size(); ++i)
      if (std::ranges::find(ids, trial_.stories[stories_[i]].story.id) != ids.end()) items |= ItemSet{1} << i;
    return items;
  }

  [[nodiscard]] Item item_of(const TrialStory& trial) const {
    const Wishes& wishes = trial.story.wishes;
    Item item;
    item.weight = page_prices::weights[static_cast<std::size_t>(trial.priority)];
    item.at = {wishes.at.top, wishes.at.bottom, wishes.at.left, wishes.at.right};
    if (wishes.fixed) fix(*wishes.fixed, item);
    if (wishes.above_fold && area_.fold >= area_.rows.first)
      item.last_row = area_.fold - area_.rows.first + 1 + document::separation_rows;
    item.looks_left = wishes.looks == document::Looks::left;
    item.looks_right = wishes.looks == document::Looks::right;
    item.touches = items_named(wishes.touches);
    item.apart = items_named(wishes.apart);
    item.beside = items_named(wishes.not_beside);
    item.above = items_named(wishes.not_above);
    return item;
  }

  void fix(const document::CellRange& cells, Item& item) const {
    item.fixed_column = cells.columns.first - 1;
    item.fixed_row = cells.rows.first - 1;
    item.at.left = item.at.left || cells.columns.first == 1;
    item.at.right = item.at.right || cells.columns.last == problem_.columns;
    item.at.top = item.at.top || cells.rows.first == 1;
    item.at.bottom = item.at.bottom || cells.rows.last == area_.rows.count();
  }

  [[nodiscard]] Leaf leaf_of(const ModuleChoice& choice) const {
    Leaf leaf;
    for (const std::size_t story : choice.stories) leaf.items |= ItemSet{1} << item_of_story_[story];
    leaf.by_width.resize(choice.table.size());
    for (std::size_t width = 1; width < choice.table.size(); ++width)
      for (std::size_t i = 0; i < choice.table[width].size(); ++i) {
        const Module& module = choice.table[width][i];
        const bool heads = module.head_rows() > 0 && module.picture == 0;
        leaf.by_width[width].push_back({module.height + document::separation_rows, heads,
                                        heads && module.head_columns == module.width, module.cost, static_cast<int>(i)});
      }
    return leaf;
  }

  [[nodiscard]] const Module& module_of(const Placed& placed) const {
    return choices_[static_cast<std::size_t>(placed.leaf)]
        .table[static_cast<std::size_t>(placed.width)][static_cast<std::size_t>(placed.variant)];
  }

  const Trial& trial_;
  const document::MakeupArea& area_;
  std::vector<bool> wanted_;
  std::vector<int> item_of_story_;
  std::vector<std::size_t> stories_;  ///< by item
  std::vector<ModuleChoice> choices_;
  Problem problem_;
};

void add_levers(const Module& module, bool in_corner, std::vector<Lever>& levers) {
  const auto add = [&](Lever::Kind kind, int amount) { levers.push_back({kind, module.story, amount}); };
  const ModuleLevers& used = module.levers;
  if (used.air > 0) add(Lever::Kind::air, used.air);
  if (used.looseness < 0) add(Lever::Kind::tighter, -used.looseness);
  if (used.looseness > 0) add(Lever::Kind::looser, used.looseness);
  const auto crop = static_cast<int>(used.crop.ten_thousandths);
  if (crop > 0) add(Lever::Kind::crop_height, crop);
  if (crop < 0) add(Lever::Kind::crop_width, -crop);
  if (used.other_legs) add(Lever::Kind::other_legs, module.legs);
  if (module.legs > 0 && module.head_columns < module.width) add(Lever::Kind::inset_head, module.head_columns);
  if (in_corner) add(Lever::Kind::corner, 1);
  for (const Module& inner : module.corner) add_levers(inner, module.guest, levers);
}

std::vector<PaidFor> paid_for(const PagePrice& price) {
  return {{"modules", price.leaves}, {"places", price.places},   {"heads", price.heads},
          {"bands", price.bands},    {"gutters", price.gutters}, {"looks", price.looks}};
}

/// The problem with item `item` shorter by `rows` wherever it stands (longer: below 0).
Problem shorter_by(const Problem& problem, std::size_t item, int rows) {
  Problem other = problem;
  for (Leaf& leaf : other.leaves)
    if ((leaf.items >> item & 1) != 0)
      for (auto& shapes : leaf.by_width) {
        for (Shape& shape : shapes) shape.height -= rows;
        std::erase_if(shapes, [](const Shape& shape) { return shape.height <= document::separation_rows; });
      }
  return other;
}

/// What taking `rows` rows from a story would mean where it then stands.
PageCure cure_of(const Trial& trial, const PageProblem& page, std::size_t item, int rows, const Dissection& dissection) {
  const auto own = std::ranges::find_if(dissection.places, [&](const Placed& each) {
    return (page.problem().leaves[static_cast<std::size_t>(each.leaf)].items >> item & 1) != 0;
  });
  const std::size_t story = page.stories()[item];
  const document::MakeupArea& area = *trial.plan.design.makeup;
  const int lines = rows * own->width;
  const auto in_line = static_cast<int>(area.columns.front().width.count() / trial.plan.design.grid.em.count());
  return {story, rows, lines, std::abs(lines) * in_line};
}

std::vector<PageCure> find_cures(const Trial& trial, const PageProblem& page) {
  std::vector<PageCure> cures;
  for (int rows = 1; rows <= most_cured_rows && cures.empty(); ++rows)
    for (const int change : {rows, -rows})
      for (std::size_t item = 0; item < page.stories().size(); ++item) {
        if (trial.stories[page.stories()[item]].story.wishes.fixed) continue;
        const auto found = dissect(shorter_by(page.problem(), item, change), 1);
        if (!found.empty() && cures.size() < most_cures) cures.push_back(cure_of(trial, page, item, change, found.front()));
      }
  return cures;
}

}  // namespace

PagePlans plan_page(const Trial& trial, const document::Template& design, int how_many) {
  const PageProblem page(trial);
  PagePlans plans;
  for (const Dissection& dissection : dissect(page.problem(), how_many)) {
    PagePlan plan;
    const std::vector<PlacedModule> modules = page.modules_of(dissection);
    plan.structure = structure_of(trial, design, modules);
    plan.cost = dissection.price.sum();
    plan.paid = paid_for(dissection.price);
    for (const PlacedModule& placed : modules) add_levers(*placed.module, false, plan.levers);
    plan.shape = dissection.structure;
    plans.plans.push_back(std::move(plan));
  }
  if (plans.plans.empty()) plans.cures = find_cures(trial, page);
  return plans;
}

}  // namespace paiban::makeup
