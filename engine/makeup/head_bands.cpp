#include "makeup/head_bands.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/message_table.hpp"
#include "page/heads.hpp"

namespace paiban::makeup {
namespace {

using document::Rows;
using document::Slot;

constexpr std::int64_t hundred = 100;

Cost per_cents(Ratio share, Cost price) {
  return std::abs(share.ten_thousandths - Ratio::one().ten_thousandths) * price / hundred;
}

/// What the heads' looks depart from their styles.
Cost price_of(const document::Plan& plan, const page::SetStory& story) {
  Cost price = module_prices::other_headline * static_cast<Cost>(story.levers.size());
  for (const page::Head& head : story.heads) {
    if (head.rows.empty() || !head.rows.front().look) continue;
    const text::Look& look = *head.rows.front().look;
    const document::Style& style = plan.style_of(head.rows.front().text);
    price += per_cents(look.size.per(style.size), module_prices::head_size);
    price += per_cents(Ratio{scale_rounded(look.scale_x.ten_thousandths, 10'000, style.scale_x.ten_thousandths)},
                       module_prices::head_width);
  }
  return price;
}

bool is_running(const document::Plan& plan, const document::PlannedSlot& planned) {
  return planned.slot.role == document::Role::credit ||
         (!planned.rows.empty() && plan.style_of(planned.rows.front()).align == document::Align::justify);
}

class BlockMeasurer {
 public:
  BlockMeasurer(const Trial& trial, const TrialPattern& pattern, Length width)
      : trial_(trial), pattern_(trial.area.patterns[pattern.pattern]), bands_(bands_of(pattern_)), module_(pattern.module) {
    const Length whole = trial.area.width;
    std::erase_if(module_.slots, [](const document::PlannedSlot& slot) { return slot.rows.empty(); });
    for (document::PlannedSlot& planned : module_.slots) planned.slot = slot_at(planned.slot, Length{}, width, whole, Length{});
  }

  [[nodiscard]] std::optional<HeadBlock> run() {
    Report report;
    page::set_heads({trial_.plan, trial_.texts, report}, module_, {}, story_);
    const bool fits = std::ranges::all_of(report.diagnostics(), [&](const Diagnostic& each) {
      return gravity_of(each.code) == Gravity::warning ? each.code != Code::head_too_wide && each.code != Code::head_too_short
                                                       : each.code == Code::head_too_high;
    });
    if (!fits || !rows_are_as_asked()) return std::nullopt;
    HeadBlock block{{}, price_of(trial_.plan, story_) + pattern_.price};
    for (const Rows& band : bands_) {
      const auto rows = rows_of(band);
      if (!rows) return std::nullopt;
      block.bands.push_back(*rows);
    }
    return block;
  }

 private:
  [[nodiscard]] bool rows_are_as_asked() const {
    for (std::size_t i = 0; i < module_.slots.size(); ++i) {
      const int asked = module_.slots[i].slot.lines;
      if (asked > 0 && story_.heads[i].rows.size() != static_cast<std::size_t>(asked)) return false;
    }
    return true;
  }

  /// As the pattern says; as many as they need where heads of several lines run in it. nullopt: a fixed band is too low.
  [[nodiscard]] std::optional<int> rows_of(const Rows& band) const {
    const document::Grid& grid = trial_.plan.design.grid;
    bool any = false, running = false;
    Length foot;
    for (std::size_t i = 0; i < module_.slots.size(); ++i) {
      const Slot& slot = module_.slots[i].slot;
      if (slot.rows.first < band.first || slot.rows.last > band.last) continue;
      any = true;
      running = running || is_running(trial_.plan, module_.slots[i]);
      foot = std::max(foot, story_.heads[i].box.bottom());
      if (!slot.ground.empty()) foot = std::max(foot, slot.top + slot.ground_size);
    }
    if (!any) return has_slot(band) ? 0 : band.count();
    const Length used = foot - grid.row_top(band.first);
    const auto needed = static_cast<int>((used.count() + grid.row.count() - 1) / grid.row.count());
    if (!running && needed > band.count()) return std::nullopt;
    return running ? needed : band.count();
  }

  [[nodiscard]] bool has_slot(const Rows& band) const {
    return std::ranges::any_of(pattern_.looks.slots,
                               [&](const Slot& slot) { return slot.rows.first >= band.first && slot.rows.last <= band.last; });
  }

  const Trial& trial_;
  const document::Pattern& pattern_;
  std::vector<Rows> bands_;
  document::PlannedModule module_;
  page::SetStory story_;
};

}  // namespace

std::vector<Rows> bands_of(const document::Pattern& pattern) {
  std::vector<Rows> rows;
  for (const Slot& slot : pattern.looks.slots) rows.push_back(slot.rows);
  std::ranges::sort(rows, {}, &Rows::first);
  std::vector<Rows> bands;
  for (const Rows& each : rows) {
    if (!bands.empty() && each.first <= bands.back().last)
      bands.back().last = std::max(bands.back().last, each.last);
    else
      bands.push_back(each);
  }
  return bands;
}

Slot slot_at(const Slot& slot, Length x, Length width, Length whole_width, Length below) {
  Slot placed = slot;
  const bool to_the_right = slot.x + slot.width == whole_width;  // it ends with the module, wherever that is
  placed.width = to_the_right ? width - slot.x : slot.width;
  placed.x = x + slot.x;
  placed.top = slot.top + below;
  if (!slot.side_rule_weight.empty()) placed.side_rule_y = slot.side_rule_y + below;
  return placed;
}

std::optional<HeadBlock> head_block(const Trial& trial, const TrialPattern& pattern, Length width) {
  return BlockMeasurer(trial, pattern, width).run();
}

}  // namespace paiban::makeup
