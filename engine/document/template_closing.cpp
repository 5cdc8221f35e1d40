#include "document/template_closing.hpp"

#include <algorithm>
#include <string>

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

/// What takes columns and rows. Heads may share theirs with other heads: a title stands beside its caption.
struct Taker {
  Length from, to;
  Rows rows;
  bool head = false;
  SourcePlace at;
};

enum class Cell : std::uint8_t { open, taken, twice };

/// Cells of the same trouble: columns beside one another, rows below one another.
struct Patch {
  std::size_t first_column = 0, last_column = 0;
  Rows rows;
  Cell state{};
};

/// Counts the cells of a zone, or of a region in it.
struct Field {
  const Zone* zone;
  std::string id;
  Box outline;
  Rows rows;
  SourcePlace at;
  std::vector<Taker> takers;
};

class Closing {
 public:
  explicit Closing(const Template& design) : design_(&design), grid_(&design.grid) {}

  void check_type_area();
  void check(const std::vector<Zone>& zones) {
    zones_ = &zones;
    check_bands();
    for (const Zone& zone : zones) check_zone(zone);
  }
  [[nodiscard]] std::vector<Diagnostic> take() { return std::move(found_); }

 private:
  void check_extent(Length from, Length to, Length page);
  void check_bands();
  [[nodiscard]] std::vector<const Zone*> zones_in(int row) const;
  void check_band(const std::vector<const Zone*>& zones, Rows rows);
  void check_zone(const Zone& zone);
  void check_region(const Zone& zone, const Region& region);
  void check_legs(const Region& region);
  void check_vertical_legs(const Region& region);
  void check_field(const Field& field);
  void check_inside(const Field& field);
  [[nodiscard]] std::vector<Patch> patches(const Field& field) const;
  void report(const Field& field, const Patch& patch);

  [[nodiscard]] std::string in_em(Length length) const { return decimal(length.count(), grid_->em.count(), 4); }
  [[nodiscard]] Taker taker_of(const Box& box, const SourcePlace& at) const {
    const auto above = static_cast<int>((box.y - grid_->y).count() / grid_->row.count());
    const auto count = static_cast<int>(box.height.count() / grid_->row.count());
    return {box.x, box.right(), {above + 1, above + count}, false, at};
  }
  void find(Code code, SourcePlace at, std::vector<std::string> arguments) {
    found_.push_back(Diagnostic{code, at, std::move(arguments), {}, {}});
  }

  const Template* design_;
  const Grid* grid_;
  const std::vector<Zone>* zones_ = nullptr;  // of the page at hand
  std::vector<Diagnostic> found_;
};

std::string shown(const Rows& rows) {
  return rows.count() == 1 ? std::to_string(rows.first) : std::to_string(rows.first) + "-" + std::to_string(rows.last);
}

// ---- the page ----

void Closing::check_extent(Length from, Length to, Length page) {
  const Length before = -from, after = to - page;
  if (before <= Length{} && after <= Length{}) return;
  const auto in_mm = [](Length length) { return decimal(length.count(), Length::units_per_millimetre, 2); };
  find(Code::template_beyond_page, {}, {in_mm(from), in_mm(to), in_mm(page), in_mm(std::max(before, after))});
}

void Closing::check_type_area() {
  check_extent(grid_->x, grid_->right(), design_->width);
  check_extent(grid_->y, grid_->bottom(), design_->height);
}

// ---- zones side by side ----

std::vector<const Zone*> Closing::zones_in(int row) const {
  std::vector<const Zone*> zones;
  for (const Zone& zone : *zones_)
    if (zone.rows.first <= row && row <= zone.rows.last) zones.push_back(&zone);
  std::stable_sort(zones.begin(), zones.end(), [](const Zone* a, const Zone* b) { return a->x < b->x; });
  return zones;
}

/// Rows with the same zones are one band, reported once.
void Closing::check_bands() {
  for (int row = 1; row <= grid_->rows;) {
    const auto zones = zones_in(row);
    int last = row;
    while (last < grid_->rows && zones_in(last + 1) == zones) ++last;
    check_band(zones, {row, last});
    row = last + 1;
  }
}

void Closing::check_band(const std::vector<const Zone*>& zones, Rows rows) {
  if (zones.empty()) return find(Code::template_rows_without_zone, {}, {shown(rows), std::to_string(rows.count())});
  Length end = grid_->x;
  for (const Zone* zone : zones) {
    if (zone->x < end) find(Code::template_zones_overlap, zone->at, {shown(rows), zone->id, in_em(end - zone->x)});
    end = zone->x + zone->width;
  }
  const Length gap_left = zones.front()->x - grid_->x, gap_right = grid_->right() - end;
  if (gap_left > Length{})
    find(Code::template_zone_not_at_left, zones.front()->at, {shown(rows), zones.front()->id, in_em(gap_left)});
  if (gap_right != Length{})
    find(gap_right > Length{} ? Code::template_zones_not_wide : Code::template_zones_too_wide, zones.back()->at,
         {shown(rows), zones.back()->id, in_em(end - grid_->x), in_em(grid_->right() - grid_->x),
          in_em(std::max(gap_right, -gap_right))});
}

// ---- columns and rows ----

void Closing::check_zone(const Zone& zone) {
  const Box outline{zone.x, grid_->row_top(zone.rows.first), zone.width, grid_->row * zone.rows.count()};
  Field field{&zone, zone.id, outline, zone.rows, zone.at, {}};
  for (const Region& region : zone.regions) field.takers.push_back(taker_of(region.outline, region.at));
  for (const White& white : zone.whites) field.takers.push_back({white.x, white.x + white.width, white.rows, false, white.at});
  check_field(field);
  for (const Region& region : zone.regions) check_region(zone, region);
}

void Closing::check_region(const Zone& zone, const Region& region) {
  Field field{&zone, region.id, region.outline, region.rows, region.at, {}};
  for (const Slot& slot : region.slots) field.takers.push_back({slot.x, slot.x + slot.width, slot.rows, true, slot.at});
  for (const LegSpec& leg : region.legs) field.takers.push_back({leg.x, leg.x + leg.width, leg.rows, false, leg.at});
  if (region.picture) field.takers.push_back(taker_of(*region.picture, region.at));
  for (const Region& inner : region.regions) field.takers.push_back(taker_of(inner.outline, inner.at));
  for (const White& white : region.whites) field.takers.push_back({white.x, white.x + white.width, white.rows, false, white.at});
  check_field(field);
  check_legs(region);
  for (const Region& inner : region.regions) check_region(zone, inner);
}

/// A paragraph that goes on in the next leg is broken for one measure.
void Closing::check_legs(const Region& region) {
  const Style* style = design_->style(region.flow_style);
  if (style != nullptr && style->writing == Writing::vertical) return check_vertical_legs(region);
  for (const LegSpec& leg : region.legs)
    if (leg.width != region.legs.front().width)
      find(Code::template_leg_widths, leg.at, {region.id, in_em(leg.width), in_em(region.legs.front().width)});
}

void Closing::check_vertical_legs(const Region& region) {
  const int first = region.legs.empty() ? 0 : region.legs.front().rows.count();
  for (const LegSpec& leg : region.legs)
    if (leg.rows.count() != first)
      find(Code::template_leg_heights, leg.at, {region.id, std::to_string(leg.rows.count()), std::to_string(first)});
}

void Closing::check_field(const Field& field) {
  check_inside(field);
  for (const Patch& patch : patches(field)) report(field, patch);
}

void Closing::check_inside(const Field& field) {
  for (const Taker& taker : field.takers) {
    const bool across = taker.from >= field.outline.x && taker.to <= field.outline.right();
    const bool down = taker.rows.first >= field.rows.first && taker.rows.last <= field.rows.last;
    if (!across || !down) find(Code::template_not_inside, taker.at, {field.id});
  }
}

/// How often each row of one column is taken.
std::vector<Cell> column_cells(const Field& field, const Column& column) {
  std::vector<Cell> cells(static_cast<std::size_t>(field.rows.count()), Cell::open);
  std::vector<bool> headed(cells.size(), false);
  for (const Taker& taker : field.takers) {
    if (taker.to <= column.x || taker.from >= column.x + column.width) continue;
    const int last = std::min(taker.rows.last, field.rows.last);
    for (int row = std::max(taker.rows.first, field.rows.first); row <= last; ++row) {
      const auto i = static_cast<std::size_t>(row - field.rows.first);
      if (taker.head && headed[i] && cells[i] == Cell::taken) continue;
      cells[i] = cells[i] == Cell::open ? Cell::taken : Cell::twice;
      headed[i] = taker.head;
    }
  }
  return cells;
}

void add_patch(std::vector<Patch>& patches, std::size_t column, Rows rows, Cell state) {
  for (Patch& patch : patches)
    if (patch.last_column + 1 == column && patch.rows == rows && patch.state == state) {
      patch.last_column = column;
      return;
    }
  patches.push_back({column, column, rows, state});
}

std::vector<Patch> Closing::patches(const Field& field) const {
  std::vector<Patch> patches;
  const std::vector<Column>& columns = field.zone->columns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].x < field.outline.x || columns[c].x >= field.outline.right()) continue;
    const std::vector<Cell> cells = column_cells(field, columns[c]);
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t end = i;
      while (end < cells.size() && cells[end] == cells[i]) ++end;
      const Rows rows{field.rows.first + static_cast<int>(i), field.rows.first + static_cast<int>(end) - 1};
      if (cells[i] != Cell::taken) add_patch(patches, c, rows, cells[i]);
      i = end;
    }
  }
  return patches;
}

/// Rows are said as the template's author counts them: from the top of the zone.
void Closing::report(const Field& field, const Patch& patch) {
  const int above = field.zone->rows.first - 1;
  const Rows columns{static_cast<int>(patch.first_column) + 1, static_cast<int>(patch.last_column) + 1};
  const Rows rows{patch.rows.first - above, patch.rows.last - above};
  find(patch.state == Cell::open ? Code::template_cells_open : Code::template_cells_twice, field.at,
       {field.id, shown(columns), shown(rows), std::to_string(rows.count())});
}

}  // namespace

std::vector<Diagnostic> find_unclosed(const Template& design) {
  Closing closing(design);
  closing.check_type_area();
  closing.check(design.zones);
  return closing.take();
}

std::vector<Diagnostic> find_unclosed(const Template& design, const std::vector<Zone>& zones) {
  Closing closing(design);
  closing.check(zones);
  return closing.take();
}

}  // namespace paiban::document
