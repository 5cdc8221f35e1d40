#include "makeup/plan_page.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "makeup/dissection.hpp"
#include "makeup/levers_used.hpp"
#include "makeup/modules.hpp"

namespace paiban::makeup {
namespace {

using document::Wishes;

/// A page that cannot be filled is tried with each story shorter or longer by up to so many rows; further off it is another page.
constexpr int most_cured_rows = 8;
/// So many cures are told; an editor takes the first or the second.
constexpr std::size_t most_cures = 3;
/// Columns of a story whose cure is told.
constexpr document::Span1 usual_width{2, 2};

/// 头条: a lead that does not open the page is none; but a page that cannot be had otherwise is better than no page.
enum class LeadPlace : std::uint8_t { top, anywhere };

/// Proposals are looked for among so many times as many dissections: many differ by two stories that changed places.
constexpr int candidates_for_one = 6;
/// Two pages look alike where every module of one has its like in the other, no edge more than so many rows away.
constexpr int unseen_rows = 4;

/// The problem of a page, and what its numbers mean.
class PageProblem {
 public:
  /// `lead`: whether the lead story must stand at the top.
  PageProblem(const Trial& trial, LeadPlace lead) : trial_(trial), area_(trial.area), lead_(lead) {
    number_items();
    choices_ = module_choices(trial, wanted_);
    problem_.columns = static_cast<int>(area_.columns.size());
    problem_.rows = area_.rows.count() + document::separation_rows;
    for (std::size_t i = 0; i < stories_.size(); ++i) add_item(i);
    for (const std::size_t story : fixed_) problem_.fixed.push_back(place_of(story));
    for (std::size_t i = 0; i < choices_.size(); ++i)
      if (is_free(choices_[i])) {
        problem_.leaves.push_back(leaf_of(choices_[i]));
        choice_of_leaf_.push_back(i);
      }
  }

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const std::vector<std::size_t>& stories() const { return stories_; }

  [[nodiscard]] std::vector<PlacedModule> modules_of(const Dissection& dissection) const {
    std::vector<PlacedModule> modules;
    for (const Placed& each : dissection.places) modules.push_back({&module_of(each), each.at.column, each.at.row});
    for (std::size_t i = 0; i < fixed_.size(); ++i)
      if (const Module* module = fixed_module(i)) modules.push_back({module, problem_.fixed[i].column, problem_.fixed[i].row});
    return modules;
  }

  /// What of it cannot stand where it is fixed: a story that does not fill its place exactly. Trial::stories' numbers.
  [[nodiscard]] std::vector<std::size_t> unfitting() const {
    std::vector<std::size_t> stories;
    for (std::size_t i = 0; i < fixed_.size(); ++i)
      if (fixed_module(i) == nullptr) stories.push_back(fixed_[i]);
    return stories;
  }

 private:
  void number_items() {
    item_of_story_.assign(trial_.stories.size(), -1);
    for (std::size_t i = 0; i < trial_.stories.size(); ++i) {
      const TrialStory& trial = trial_.stories[i];
      wanted_.push_back(!trial.inside);
      if (trial.inside) continue;
      (trial.story.wishes.fixed ? fixed_ : stories_).push_back(i);
    }
    for (std::size_t i = 0; i < stories_.size(); ++i) item_of_story_[stories_[i]] = static_cast<int>(i);
    // Fixed things are counted on after the items.
    for (std::size_t i = 0; i < fixed_.size(); ++i) item_of_story_[fixed_[i]] = static_cast<int>(stories_.size() + i);
  }

  void add_item(std::size_t index) {
    const TrialStory& trial = trial_.stories[stories_[index]];
    const Wishes& wishes = trial.story.wishes;
    Item item;
    item.weight = module_prices::weights[static_cast<std::size_t>(trial.priority)];
    const bool at_top = lead_ == LeadPlace::top && trial.story.kind == document::StoryKind::lead && !wishes.at.bottom;
    item.pins = {wishes.at.top || at_top, wishes.at.bottom, wishes.at.left, wishes.at.right};
    if (wishes.above_fold && area_.fold >= area_.rows.first)
      item.last_row = area_.fold - area_.rows.first + 1 + document::separation_rows;
    problem_.items.push_back(item);
    const auto relate = [&](const std::vector<std::string>& ids, Relation::Kind kind) {
      for (std::size_t story = 0; story < trial_.stories.size(); ++story)
        if (item_of_story_[story] >= 0 && std::ranges::find(ids, trial_.stories[story].story.id) != ids.end())
          problem_.relations.push_back({kind, static_cast<int>(index), item_of_story_[story]});
    };
    relate(wishes.touches, Relation::Kind::touches);
    relate(wishes.apart, Relation::Kind::apart);
    relate(wishes.not_beside, Relation::Kind::not_beside);
    relate(wishes.not_above, Relation::Kind::not_above);
  }

  /// A fixed thing's cells, and the separation below it.
  [[nodiscard]] Rectangle place_of(std::size_t story) const {
    const document::CellRange& cells = *trial_.stories[story].story.wishes.fixed;
    return {cells.columns.first - 1, cells.rows.first - 1, cells.columns.count(), cells.rows.count() + document::separation_rows};
  }

  [[nodiscard]] bool is_free(const ModuleChoice& choice) const {
    return std::ranges::none_of(choice.stories,
                                [&](std::size_t story) { return trial_.stories[story].story.wishes.fixed.has_value(); });
  }

  [[nodiscard]] const Module* fixed_module(std::size_t index) const {
    const Rectangle& place = problem_.fixed[index];
    const auto own = std::ranges::find_if(
        choices_, [&](const ModuleChoice& choice) { return choice.stories == std::vector<std::size_t>{fixed_[index]}; });
    if (place.width >= static_cast<int>(own->table.size())) return nullptr;
    for (const Module& module : own->table[static_cast<std::size_t>(place.width)])
      if (module.height + document::separation_rows == place.height) return &module;
    return nullptr;
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
                                        heads && module.head_columns == module.width, heads ? module.head_rows() : 0,
                                        module.cost * module_prices::tenths, static_cast<int>(i)});
      }
    return leaf;
  }

  [[nodiscard]] const Module& module_of(const Placed& placed) const {
    return choices_[choice_of_leaf_[static_cast<std::size_t>(placed.leaf)]]
        .table[static_cast<std::size_t>(placed.at.width)][static_cast<std::size_t>(placed.variant)];
  }

  const Trial& trial_;
  const document::MakeupArea& area_;
  LeadPlace lead_;
  std::vector<bool> wanted_;
  std::vector<int> item_of_story_;
  std::vector<std::size_t> stories_, fixed_;  ///< by item; fixed things
  std::vector<std::size_t> choice_of_leaf_;
  std::vector<ModuleChoice> choices_;
  Problem problem_;
};

std::vector<PaidFor> paid_for(const Bill& bill) {
  return {{"modules", bill.leaves},
          {"places", bill.places},
          {"heads_meet", bill.heads_meet},
          {"cuts_across", bill.cuts_across},
          {"cuts_down", bill.cuts_down}};
}

/// A story that is to be shorter, or longer, by some rows, in an editor's figures: as if it stood at its usual width.
PageCure cure_of(const Trial& trial, const PageProblem& page, const Cure& cure) {
  const std::size_t story = page.stories()[static_cast<std::size_t>(cure.item)];
  const document::MakeupArea& area = trial.area;
  const int columns = trial.stories[story].story.wishes.columns.value_or(usual_width).first;
  const int lines = cure.rows * columns;
  const auto in_line = static_cast<int>(area.columns.front().width.count() / trial.plan.design.grid.em.count());
  return {{}, story, cure.rows, std::abs(lines) * in_line};
}

std::string_view word_of(Relation::Kind kind) {
  switch (kind) {
    case Relation::Kind::touches:
      return "touches";
    case Relation::Kind::apart:
      return "apart";
    case Relation::Kind::not_beside:
      return "not-beside";
    case Relation::Kind::not_above:
      return "not-above";
  }
  return {};
}

/// Each single wish without which the page could be filled.
std::vector<PageCure> wishes_to_give_up(const PageProblem& page) {
  std::vector<PageCure> found;
  const auto try_without = [&](const Problem& problem, std::string_view wish, std::size_t item) {
    if (found.size() < most_cures && !dissect(problem, 1).empty()) found.push_back({wish, page.stories()[item]});
  };
  for (std::size_t i = 0; i < page.problem().relations.size(); ++i) {
    Problem other = page.problem();
    const Relation given_up = other.relations[i];
    other.relations.erase(other.relations.begin() + static_cast<std::ptrdiff_t>(i));
    try_without(other, word_of(given_up.kind), static_cast<std::size_t>(given_up.first));
  }
  for (std::size_t i = 0; i < page.problem().items.size(); ++i) {
    const Item& item = page.problem().items[i];
    const Item free;
    Problem other = page.problem();
    if (item.last_row != free.last_row) {
      other.items[i].last_row = free.last_row;
      try_without(other, "fold", i);
    } else if (item.pins.top || item.pins.bottom || item.pins.left || item.pins.right) {
      other.items[i].pins = {};
      try_without(other, "place", i);
    }
  }
  return found;
}

/// What a story by itself takes, at the least and at the most.
std::pair<int, int> cells_of(const Problem& problem, std::size_t item) {
  int least = std::numeric_limits<int>::max(), most = 0;
  for (const Leaf& leaf : problem.leaves) {
    if (leaf.items != ItemSet{1} << item) continue;
    for (std::size_t width = 1; width < leaf.by_width.size(); ++width)
      for (const Shape& shape : leaf.by_width[width]) {
        least = std::min(least, static_cast<int>(width) * shape.height);
        most = std::max(most, static_cast<int>(width) * shape.height);
      }
  }
  return {most == 0 ? 0 : least, most};
}

Balance balance_of(const Trial& trial, const PageProblem& page) {
  const Problem& problem = page.problem();
  Balance balance;
  balance.room = problem.columns * problem.rows;
  for (const Rectangle& fixed : problem.fixed) balance.room -= fixed.width * fixed.height;
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    const auto [least, most] = cells_of(problem, item);
    balance.least += least;
    balance.most += most;
    if (most == 0) balance.unsettable.push_back(page.stories()[item]);
  }
  balance.han_a_cell = static_cast<int>(trial.area.columns.front().width.count() / trial.plan.design.grid.em.count());
  return balance;
}

std::vector<PageCure> find_cures(const Trial& trial, const PageProblem& page) {
  std::vector<PageCure> found = wishes_to_give_up(page);
  for (const Cure& cure : cures(page.problem(), most_cured_rows))
    if (found.size() < most_cures) found.push_back(cure_of(trial, page, cure));
  return found;
}

bool look_alike(const Dissection& a, const Dissection& b) {
  return std::ranges::all_of(a.places, [&](const Placed& one) {
    return std::ranges::any_of(b.places, [&](const Placed& other) {
      return one.at.column == other.at.column && one.at.width == other.at.width &&
             std::abs(one.at.row - other.at.row) <= unseen_rows && std::abs(one.at.bottom() - other.at.bottom()) <= unseen_rows;
    });
  });
}

/// The best ones of which no two look alike.
std::vector<Dissection> various(std::vector<Dissection> all, int how_many) {
  std::vector<Dissection> chosen;
  for (Dissection& each : all) {
    const bool known = std::ranges::any_of(chosen, [&](const Dissection& other) { return look_alike(each, other); });
    if (!known && static_cast<int>(chosen.size()) < how_many) chosen.push_back(std::move(each));
  }
  return chosen;
}

PagePlans plans_of(const PageProblem& page, const Trial& trial, const document::Template& design, int how_many) {
  PagePlans plans;
  plans.unfitting = page.unfitting();
  if (!plans.unfitting.empty()) return plans;
  std::vector<Dissection> dissections = various(dissect(page.problem(), how_many * candidates_for_one), how_many);
  if (page.stories().empty()) dissections.emplace_back();  // all is fixed
  for (const Dissection& dissection : dissections) {
    PagePlan plan;
    const std::vector<PlacedModule> modules = page.modules_of(dissection);
    plan.structure = structure_of(trial, design, modules);
    plan.cost = dissection.cost();
    plan.paid = paid_for(dissection.bill);
    plan.levers = levers_of(modules);
    plan.shape = dissection.structure;
    plans.plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace

PagePlans plan_page(const Trial& trial, const document::Template& design, int how_many) {
  PagePlans plans = plans_of(PageProblem(trial, LeadPlace::top), trial, design, how_many);
  if (!plans.plans.empty() || !plans.unfitting.empty()) return plans;
  const PageProblem page(trial, LeadPlace::anywhere);
  plans = plans_of(page, trial, design, how_many);
  if (!plans.plans.empty()) return plans;
  plans.cures = find_cures(trial, page);
  plans.balance = balance_of(trial, page);
  return plans;
}

}  // namespace paiban::makeup
