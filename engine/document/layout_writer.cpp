#include "document/layout_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "document/names.hpp"
#include "document/style_sheet.hpp"
#include "document/xml_writer.hpp"

namespace paiban::document {
namespace {

// ---- lengths ----

struct LengthUnit {
  std::string_view name;
  std::int64_t units;
};

/// `length` in `unit` with so many decimals; nullopt where that is not exact.
std::optional<std::string> in_unit(Length length, const LengthUnit& unit, int decimals) {
  std::string number = decimal(length.count(), unit.units, decimals);
  const auto value = parse_ratio(number);
  if (!value || Length::units(unit.units) * *value != length) return std::nullopt;
  return number + std::string(unit.name);
}

/// The unit that says it with the fewest decimals, an earlier one before a later. In q four decimals say any length: a step of
/// theirs is less than a unit.
std::string exact(Length length, const std::array<LengthUnit, 4>& units) {
  constexpr int most_decimals = 4;
  for (int decimals = 0; decimals < most_decimals; ++decimals)
    for (const LengthUnit& unit : units)
      if (auto text = in_unit(length, unit, decimals)) return *text;
  return decimal(length.count(), Length::units_per_q, most_decimals) + "q";
}

std::string exact_across(Length length, Length em) {
  return exact(length, {LengthUnit{"em", em.count()}, LengthUnit{"pt", Length::units_per_point},
                        LengthUnit{"mm", Length::units_per_millimetre}, LengthUnit{"q", Length::units_per_q}});
}

std::string exact_down(Length length, Length em) {
  return exact(length, {LengthUnit{"pt", Length::units_per_point}, LengthUnit{"mm", Length::units_per_millimetre},
                        LengthUnit{"q", Length::units_per_q}, LengthUnit{"em", em.count()}});
}

std::string range(int first, int last) { return first == last ? fmt::to_string(first) : fmt::format("{}-{}", first, last); }

// ---- places in a zone ----

/// The other way round from FrameReader: from the page to what counts within a zone.
class ZonePlaces {
 public:
  ZonePlaces(const Zone& zone, const Grid& grid) : zone_(&zone), grid_(&grid) {}

  [[nodiscard]] std::string rows(const Rows& rows) const { return range(number_of(rows.first), number_of(rows.last)); }
  [[nodiscard]] std::string rows(const Box& box) const {
    const auto first = static_cast<int>((box.y - top()).count() / grid_->row.count()) + 1;
    return range(first, first + static_cast<int>(box.height.count() / grid_->row.count()) - 1);
  }

  [[nodiscard]] std::string columns(Length x, Length width) const {
    const auto& columns = zone_->columns;
    const auto from = std::ranges::find(columns, x, &Column::x);
    const auto to = std::ranges::find(columns, x + width, [](const Column& column) { return column.x + column.width; });
    return range(static_cast<int>(from - columns.begin()) + 1, static_cast<int>(to - columns.begin()) + 1);
  }

  [[nodiscard]] std::string x(Length x) const { return exact_across(x - zone_->x, grid_->em); }
  [[nodiscard]] std::string length(Length length) const { return exact_down(length, grid_->em); }
  [[nodiscard]] Length em() const { return grid_->em; }

  /// Below the row that it stands in.
  [[nodiscard]] std::string from_row(Length y) const { return from_row(y, row_above(y)); }
  /// Below row `near` of the page where it begins less than two rows below that: so heads are drawn.
  [[nodiscard]] std::string near_row(Length y, int near) const {
    const Length below = y - grid_->row_top(near);
    return below >= Length{} && below < grid_->row * 2 ? from_row(y, number_of(near)) : from_row(y);
  }
  /// From the row that begins nearest: where something ends.
  [[nodiscard]] std::string to_row(Length y) const {
    const int above = row_above(y);
    const bool next = (y - row_top(above)) * 2 > grid_->row && above <= zone_->rows.count();
    return from_row(y, next ? above + 1 : above);
  }

  /// Where a body em box stands in row `row` of the page, which need not be said.
  [[nodiscard]] Length usual_top(int row) const { return grid_->row_top(row) + grid_->text_top; }

  /// The gutter in whose middle `x` is, from 1; 0 for none.
  [[nodiscard]] int gutter(Length x) const {
    const auto& columns = zone_->columns;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
      const Length left = columns[i].x + columns[i].width;
      if (x == left + (columns[i + 1].x - left) / 2) return static_cast<int>(i) + 1;
    }
    return 0;
  }

 private:
  [[nodiscard]] int number_of(int page_row) const { return page_row - zone_->rows.first + 1; }
  [[nodiscard]] Length top() const { return grid_->row_top(zone_->rows.first); }
  [[nodiscard]] Length row_top(int row) const { return top() + grid_->row * (row - 1); }
  /// The row of the zone that `y` is in; the one after its last for what lies further down.
  [[nodiscard]] int row_above(Length y) const {
    const auto rows = static_cast<int>((y - top()).count() / grid_->row.count());
    return std::clamp(rows + 1, 1, zone_->rows.count() + 1);
  }
  [[nodiscard]] std::string from_row(Length y, int row) const {
    const Length below = y - row_top(row);
    if (below == Length{}) return fmt::to_string(row);
    return fmt::format("{}{}{}", row, below > Length{} ? "+" : "", exact_down(below, grid_->em));
  }

  const Zone* zone_;
  const Grid* grid_;
};

// ---- what stands in a region ----

struct Across {
  Length x, width;
  friend bool operator==(const Across&, const Across&) = default;
};

Attributes side_rules(const Slot& slot, const ZonePlaces& places) {
  Attributes attributes;
  attributes.add("weight", slot.side_rule_weight);
  if (slot.side_rule_swatch != RuleSpec{}.swatch) attributes.add("swatch", slot.side_rule_swatch);
  attributes.add("at", places.near_row(slot.side_rule_y, slot.rows.first));
  if (slot.side_rule_clear != places.em()) attributes.add("clear", places.length(slot.side_rule_clear));
  return attributes;
}

Attributes ground(const Slot& slot, const ZonePlaces& places) {
  Attributes attributes;
  attributes.add("swatch", slot.ground);
  if (slot.ground_size != slot.width) attributes.add("size", places.length(slot.ground_size));
  if (slot.inset != Length{}) attributes.add("inset", places.length(slot.inset));
  if (slot.ground_columns != 0) attributes.add("columns", fmt::to_string(slot.ground_columns));
  return attributes;
}

class LayoutWriter {
 public:
  LayoutWriter(const Grid& grid, std::string_view indent, std::string_view prefix) : grid_(&grid), lines_(indent, prefix) {}

  std::string write(const std::vector<Zone>& zones) {
    lines_.open("layout");
    for (const Zone& zone : zones) write(zone);
    lines_.close("layout");
    return lines_.take();
  }

 private:
  void write(const Zone& zone);
  void write(const Region& region, const ZonePlaces& places);
  void write(const Slot& slot, const Across& region, const ZonePlaces& places);
  void write_flow(const Region& region, const ZonePlaces& places);
  void write(const White& white, const Across& around, const ZonePlaces& places);
  void write(const RuleSpec& rule, const Across& around, const ZonePlaces& places);

  const Grid* grid_;
  XmlLines lines_;
};

void LayoutWriter::write(const Slot& slot, const Across& region, const ZonePlaces& places) {
  Attributes attributes;
  attributes.add("role", name_of(slot.role)).add("style", slot.style).add("rows", places.rows(slot.rows));
  if (Across{slot.x, slot.width} != region) attributes.add("x", places.x(slot.x)).add("to", places.x(slot.x + slot.width));
  if (slot.top != places.usual_top(slot.rows.first)) attributes.add("at", places.near_row(slot.top, slot.rows.first));
  if (slot.align) attributes.add("align", align_word(*slot.align));
  if (slot.pitch != Length{}) attributes.add("pitch", places.length(slot.pitch));
  if (slot.lines != 0) attributes.add("lines", fmt::to_string(slot.lines));
  if (slot.side_rule_weight.empty() && slot.ground.empty()) return lines_.empty("slot", attributes);
  lines_.open("slot", attributes);
  if (!slot.side_rule_weight.empty()) lines_.empty("side-rules", side_rules(slot, places));
  if (!slot.ground.empty()) lines_.empty("ground", ground(slot, places));
  lines_.close("slot");
}

void LayoutWriter::write_flow(const Region& region, const ZonePlaces& places) {
  if (region.legs.empty()) return;
  constexpr std::size_t most_in_a_line = 2;
  std::vector<std::string> legs;
  for (const LegSpec& leg : region.legs)
    legs.push_back(
        lines_.empty_tag("leg", Attributes().add("column", places.columns(leg.x, leg.width)).add("rows", places.rows(leg.rows))));
  const Attributes flow = Attributes().add("style", region.flow_style);
  if (legs.size() <= most_in_a_line) return lines_.whole("flow", flow, fmt::format("{}", fmt::join(legs, "")));
  lines_.open("flow", flow);
  for (const std::string& leg : legs) lines_.line(leg);
  lines_.close("flow");
}

void LayoutWriter::write(const White& white, const Across& around, const ZonePlaces& places) {
  Attributes attributes;
  attributes.add("rows", places.rows(white.rows));
  if (Across{white.x, white.width} != around) attributes.add("columns", places.columns(white.x, white.width));
  lines_.empty("white", attributes);
}

void LayoutWriter::write(const RuleSpec& rule, const Across& around, const ZonePlaces& places) {
  Attributes attributes;
  attributes.add("weight", rule.weight);
  if (rule.swatch != RuleSpec{}.swatch) attributes.add("swatch", rule.swatch);
  const bool across = rule.from.y == rule.to.y;
  const int gutter = across ? 0 : places.gutter(rule.from.x);
  if (gutter != 0) {
    attributes.add("gutter", fmt::to_string(gutter));
  } else if (!across || Across{rule.from.x, rule.to.x - rule.from.x} != around) {
    attributes.add("x", places.x(rule.from.x));
    if (across) attributes.add("to", places.x(rule.to.x));
  }
  attributes.add("at", places.from_row(rule.from.y));
  if (!across) attributes.add("until", places.to_row(rule.to.y));
  lines_.empty("rule", attributes);
}

void LayoutWriter::write(const Region& region, const ZonePlaces& places) {
  const Across taken{region.outline.x, region.outline.width};
  Attributes attributes;
  attributes.add("id", region.id).add("columns", places.columns(taken.x, taken.width)).add("rows", places.rows(region.rows));
  if (region.guest) attributes.add("guest", "yes");
  lines_.open("region", attributes);
  if (region.picture) {
    const Box& box = *region.picture;
    Attributes picture;
    picture.add("rows", places.rows(box));
    if (Across{box.x, box.width} != taken) picture.add("columns", places.columns(box.x, box.width));
    lines_.empty("picture", picture);
  }
  for (const Slot& slot : region.slots) write(slot, taken, places);
  write_flow(region, places);
  for (const Region& inner : region.regions) write(inner, places);
  for (const White& white : region.whites) write(white, taken, places);
  for (const RuleSpec& rule : region.rules) write(rule, taken, places);
  lines_.close("region");
}

// ---- zones ----

/// "15.75 2.5 15.75": widths of columns and gutters in turn.
std::string measures(const Zone& zone, Length em) {
  std::string text;
  Ratio start{0};
  const auto add = [&](Length to) {
    const Ratio end = (to - zone.x).per(em);
    text += (text.empty() ? "" : " ") + decimal((end - start).ten_thousandths, Ratio::one().ten_thousandths, 4);
    start = end;
  };
  for (const Column& column : zone.columns) {
    if (!text.empty()) add(column.x);
    add(column.x + column.width);
  }
  return text;
}

/// Whites, regions and rules come as they stand on the page from top to bottom, those of a kind in their own order.
void LayoutWriter::write(const Zone& zone) {
  const ZonePlaces places(zone, *grid_);
  const Across whole{zone.x, zone.width};
  lines_.open("zone", Attributes()
                          .add("id", zone.id)
                          .add("x", exact_across(zone.x - grid_->x, grid_->em))
                          .add("rows", range(zone.rows.first, zone.rows.last))
                          .add("columns", measures(zone, grid_->em)));
  auto white = zone.whites.begin();
  auto region = zone.regions.begin();
  auto rule = zone.rules.begin();
  const Length never = grid_->bottom() + grid_->row;
  while (white != zone.whites.end() || region != zone.regions.end() || rule != zone.rules.end()) {
    const Length white_top = white == zone.whites.end() ? never : grid_->row_top(white->rows.first);
    const Length region_top = region == zone.regions.end() ? never : region->outline.y;
    const Length rule_top = rule == zone.rules.end() ? never : rule->from.y;
    if (white != zone.whites.end() && white_top <= std::min(region_top, rule_top)) {
      write(*white++, whole, places);
    } else if (region != zone.regions.end() && (region_top <= rule_top || rule == zone.rules.end())) {
      write(*region++, places);
    } else {
      write(*rule++, whole, places);
    }
  }
  lines_.close("zone");
}

}  // namespace

std::string layout_xml(const std::vector<Zone>& zones, const Grid& grid, std::string_view indent, std::string_view prefix) {
  return LayoutWriter(grid, indent, prefix).write(zones);
}

}  // namespace paiban::document
