#include "makeup/regions.hpp"

#include <algorithm>
#include <utility>

#include "makeup/head_bands.hpp"
#include "makeup/modules.hpp"

namespace paiban::makeup {
namespace {

using document::Column;
using document::MakeupArea;
using document::Region;
using document::Rows;
using document::RuleSpec;
using document::Zone;

/// Vertical rules keep so much of a row clear of its edges, so that they end level with the ink beside them.
constexpr std::int64_t rule_clearance = 8;  // an eighth of a row

class StructureMaker {
 public:
  StructureMaker(const Trial& trial, const document::Template& design, const std::vector<PlacedModule>& modules)
      : trial_(trial), design_(design), area_(trial.area), modules_(modules) {}

  [[nodiscard]] Structure run() {
    for (const Zone& zone : design_.sheet(trial_.page).zones)
      if (zone.rows.last < area_.rows.first || zone.rows.first > area_.rows.last) out_.zones.push_back(zone);
    first_ = out_.zones.size();
    for (std::size_t i = 0; i < modules_.size(); ++i) add_zone(modules_[i], i + 1);
    add_gutter_rules();
    return std::move(out_);
  }

 private:
  struct Place {
    int column = 0;  ///< of the area, from 0
    int top = 0;     ///< page row
  };

  [[nodiscard]] const TrialStory& story_of(const Module& module) const { return trial_.stories[module.story]; }
  [[nodiscard]] const document::Pattern& pattern_of(const Module& module) const {
    return area_.patterns[story_of(module).patterns[module.pattern].pattern];
  }
  [[nodiscard]] Length left_of(int column) const { return area_.columns[static_cast<std::size_t>(column)].x; }
  [[nodiscard]] Length right_of(int last_column) const {
    const Column& column = area_.columns[static_cast<std::size_t>(last_column)];
    return column.x + column.width;
  }

  void add_zone(const PlacedModule& placed, std::size_t number) {
    const Module& module = *placed.module;
    const Place place{placed.column, area_.rows.first + placed.row};
    Zone zone;
    zone.id = "area-" + std::to_string(number);
    zone.x = left_of(place.column);
    zone.width = right_of(place.column + module.width - 1) - zone.x;
    zone.columns = legs_over(design_.grid, area_, place.column, module.width, module.legs > 0 ? module.legs : module.width);
    zone.rows = {place.top, place.top + module.height - 1};
    zone.regions.push_back(region_of(module, place));
    if (zone.rows.last < area_.rows.last) separate(zone);
    out_.zones.push_back(std::move(zone));
  }

  /// A row of white below the module, with a rule in its middle.
  void separate(Zone& zone) const {
    const Rows white{zone.rows.last + 1, zone.rows.last + document::separation_rows};
    zone.rows.last = white.last;
    zone.whites.push_back({zone.x, zone.width, white, {}});
    if (!area_.rule.empty()) zone.rules.push_back(level_rule(zone.x, zone.width, white));
  }

  [[nodiscard]] RuleSpec level_rule(Length x, Length width, Rows white) const {
    const Length y = design_.grid.row_top(white.first) + design_.grid.row * white.count() / 2;
    return {area_.rule, RuleSpec{}.swatch, {x, y}, {x + width, y}, {}};
  }

  // ---- a region ----

  [[nodiscard]] Region region_of(const Module& module, Place place) {
    const document::Pattern& pattern = pattern_of(module);
    Region region;
    region.id = "place-" + story_of(module).story.id;
    out_.seats.push_back({module.story, region.id});
    region.rows = {place.top, place.top + module.height - 1};
    const Length x = left_of(place.column), width = right_of(place.column + module.width - 1) - x;
    region.outline = box(x, width, region.rows);
    region.flow_style = pattern.looks.flow_style;
    int row = place.top;
    if (module.picture > 0) region.picture = box(x, width, {row, row + module.picture - 1});
    row += module.picture;
    add_heads(module, pattern, x, right_of(place.column + module.head_columns - 1) - x, row, region);
    row += module.head_rows();
    if (module.legs > 0) add_legs(module, pattern, place, row, region);
    if (!module.corner.empty()) add_corner(module, place, region);
    return region;
  }

  [[nodiscard]] Box box(Length x, Length width, Rows rows) const {
    return {x, design_.grid.row_top(rows.first), width, design_.grid.row * rows.count()};
  }

  void add_heads(const Module& module, const document::Pattern& pattern, Length x, Length width, int row, Region& region) const {
    const std::vector<Rows> bands = bands_of(pattern);
    const auto used = [&](std::size_t i) { return module.bands[i] > 0; };
    std::size_t first = 0, last = bands.size();
    while (first < bands.size() && !used(first)) ++first;
    while (last > first && !used(last - 1)) --last;
    // Air stands above and below the heads alike: whole rows of it in the first and the last band, an odd half inside the last.
    const int above = module.levers.air / 2;
    for (std::size_t i = first; i < last; ++i) {
      if (!used(i)) continue;
      const int rows_above = i == first ? above : 0, rows_below = i + 1 == last ? module.levers.air - above : 0;
      const Rows rows{row, row + rows_above + module.bands[i] + rows_below - 1};
      const Length odd = i + 1 == last ? design_.grid.row * (module.levers.air % 2) / 2 : Length{};
      const Length below = design_.grid.row_top(row + rows_above) - design_.grid.row_top(bands[i].first) + odd;
      for (const document::Slot& slot : pattern.looks.slots) {
        if (slot.rows.first < bands[i].first || slot.rows.last > bands[i].last) continue;
        document::Slot placed = slot_at(slot, x, width, area_.width, below + middle_of(slot, module.bands[i] - bands[i].count()));
        placed.rows = rows;
        region.slots.push_back(std::move(placed));
      }
      for (const RuleSpec& rule : pattern.looks.rules)
        if (rule.from.y >= design_.grid.row_top(bands[i].first) && rule.from.y < design_.grid.row_top(bands[i].last + 1))
          region.rules.push_back(moved(rule, x, width, below));
      row = rows.last + 1;
    }
  }

  /// A band that is higher than its pattern says for what runs in it: what does not run stays in its middle.
  [[nodiscard]] Length middle_of(const document::Slot& slot, int rows_more) const {
    const bool runs = slot.role == document::Role::credit || design_.style(slot.style)->align == document::Align::justify;
    return runs ? Length{} : design_.grid.row * rows_more / 2;
  }

  [[nodiscard]] RuleSpec moved(const RuleSpec& rule, Length x, Length width, Length below) const {
    RuleSpec placed = rule;
    placed.from = {x + rule.from.x, rule.from.y + below};
    placed.to = {rule.to.x == area_.width ? x + width : x + rule.to.x, rule.to.y + below};
    return placed;
  }

  void add_legs(const Module& module, const document::Pattern& pattern, Place place, int row, Region& region) const {
    const std::vector<Column> legs = legs_over(design_.grid, area_, place.column, module.width, module.legs);
    const std::vector<int> rows = module.leg_rows();
    for (std::size_t i = 0; i < legs.size(); ++i) {
      const bool inset = module.legs == module.width && static_cast<int>(i) >= module.head_columns;
      const int first = inset ? row - module.head_rows() : row;
      region.legs.push_back({legs[i].x, legs[i].width, {first, first + rows[i] - 1}, {}});
    }
    if (pattern.leg_rule.empty()) return;
    for (std::size_t i = 0; i + 1 < region.legs.size(); ++i) {
      const document::LegSpec& a = region.legs[i];
      const document::LegSpec& b = region.legs[i + 1];
      const Length x = a.x + a.width + (b.x - a.x - a.width) / 2;
      region.rules.push_back(upright_rule(pattern.leg_rule, x, {a.rows.first, std::min(a.rows.last, b.rows.last)}));
    }
  }

  [[nodiscard]] RuleSpec upright_rule(const std::string& weight, Length x, Rows rows) const {
    const Length clear = design_.grid.row / rule_clearance;
    return {weight,
            RuleSpec{}.swatch,
            {x, design_.grid.row_top(rows.first) + clear},
            {x, design_.grid.row_top(rows.last + 1) - clear},
            {}};
  }

  /// The corner at the foot of the module's rightmost columns.
  void add_corner(const Module& module, Place place, Region& region) {
    const Module& inner = module.corner.front();
    const int column = place.column + module.width - inner.width;
    const Place inner_place{column, region.rows.last - inner.height + 1};
    Region nested = region_of(inner, inner_place);
    nested.guest = module.guest;
    if (module.guest) {
      const Rows white{inner_place.top - document::separation_rows, inner_place.top - 1};
      const Length x = left_of(column), width = right_of(column + inner.width - 1) - x;
      region.whites.push_back({x, width, white, {}});
      if (!area_.rule.empty()) region.rules.push_back(level_rule(x, width, white));
    }
    if (inner.width < module.width && !gutter_weight(module).empty()) {
      const Length x = right_of(column - 1) + (left_of(column) - right_of(column - 1)) / 2;
      region.rules.push_back(upright_rule(gutter_weight(module), x, nested.rows));
    }
    region.regions.push_back(std::move(nested));
  }

  [[nodiscard]] const std::string& gutter_weight(const Module& module) const {
    return module.guest ? area_.gutter_rule : pattern_of(module.corner.front()).leg_rule;
  }

  // ---- between modules ----

  /// Which module has cell (column, row); its separation is its own.
  [[nodiscard]] int owner(int column, int row) const {
    for (std::size_t i = 0; i < modules_.size(); ++i) {
      const PlacedModule& each = modules_[i];
      if (column < each.column || column >= each.column + each.module->width) continue;
      if (row >= each.row && row < each.row + each.module->height + document::separation_rows) return static_cast<int>(i);
    }
    return -1;
  }

  /// A rule in every stretch of a gutter that parts two modules, as long as it parts any.
  void add_gutter_rules() {
    if (area_.gutter_rule.empty() || out_.zones.empty()) return;
    for (int gutter = 0; gutter + 1 < static_cast<int>(area_.columns.size()); ++gutter) {
      const Length x = right_of(gutter) + (left_of(gutter + 1) - right_of(gutter)) / 2;
      for (int row = 0; row < area_.rows.count(); ++row) {
        if (owner(gutter, row) == owner(gutter + 1, row)) continue;
        int last = row;
        while (last + 1 < area_.rows.count() && owner(gutter, last + 1) != owner(gutter + 1, last + 1) &&
               !cut_through(gutter, last))
          ++last;
        add_gutter_rule(gutter, x, row, last);
        row = last;
      }
    }
  }

  /// Whether both modules beside the gutter end with `row`: the level rule below them is one, and the upright one stops at it.
  [[nodiscard]] bool cut_through(int gutter, int row) const {
    return owner(gutter, row) != owner(gutter, row + 1) && owner(gutter + 1, row) != owner(gutter + 1, row + 1);
  }

  void add_gutter_rule(int gutter, Length x, int first, int last) {
    const int page_last = area_.rows.first + last;
    const bool ends_in_white = cut_through(gutter, last) && page_last < area_.rows.last;
    const Rows rows{area_.rows.first + first, page_last - (ends_in_white ? document::separation_rows : 0)};
    const int left = owner(gutter, first);
    Zone& zone = out_.zones[first_ + static_cast<std::size_t>(left)];
    zone.rules.push_back(upright_rule(area_.gutter_rule, x, rows));
  }

  const Trial& trial_;
  const document::Template& design_;
  const MakeupArea& area_;
  const std::vector<PlacedModule>& modules_;
  Structure out_;
  std::size_t first_ = 0;  ///< of the zones, the first module's
};

}  // namespace

Structure structure_of(const Trial& trial, const document::Template& design, const std::vector<PlacedModule>& modules) {
  return StructureMaker(trial, design, modules).run();
}

}  // namespace paiban::makeup
