#include "document/template_zones.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "document/style_sheet.hpp"
#include "document/template_frame.hpp"

namespace paiban::document {
namespace {

constexpr Word<Role> slot_roles[] = {{"label", Role::label},     {"kicker", Role::kicker},   {"headline", Role::headline},
                                     {"deck", Role::deck},       {"digest", Role::digest},   {"byline", Role::byline},
                                     {"subhead", Role::subhead}, {"note", Role::note},       {"logo", Role::logo},
                                     {"title", Role::title},     {"caption", Role::caption}, {"credit", Role::credit},
                                     {"jump", Role::jump},       {"staff", Role::staff}};

constexpr Word<bool> yes_or_no[] = {{"yes", true}, {"no", false}};

// ---- columns ----

constexpr std::size_t most_columns = 64;  // a broadsheet has eight; bounds the cells that the closing counts

/// "16.5 2 16.5": widths of columns and gutters in turn. Empty where it is none of that.
std::vector<Ratio> parse_measures(std::string_view text) {
  std::vector<Ratio> measures;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    const auto measure = parse_ratio(text.substr(0, blank));
    if (!measure || measure->ten_thousandths <= 0 || measures.size() > 2 * most_columns) return {};
    measures.push_back(*measure);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  if (measures.size() % 2 == 0) measures.clear();  // ends with a gutter
  return measures;
}

// ---- what stands in a region ----

/// Reads the parts of one region; `taken` is the width of its columns.
class RegionReader {
 public:
  RegionReader(Vocabulary& words, const Template& design, const FrameReader& places, Region& region)
      : words_(&words), design_(&design), places_(&places), region_(&region), taken_{region.outline.x, region.outline.width} {}

  void read(pugi::xml_node element);

 private:
  [[nodiscard]] pugi::xml_node only(pugi::xml_node element, const char* name);
  void slot(pugi::xml_node element);
  void side_rules(pugi::xml_node element, Slot& slot);
  void ground(pugi::xml_node element, Slot& slot);
  void flow(pugi::xml_node element);
  void leg(pugi::xml_node element);
  void picture(pugi::xml_node element);
  [[nodiscard]] std::optional<Box> box_of(pugi::xml_node element) const;

  Vocabulary* words_;
  const Template* design_;
  const FrameReader* places_;
  Region* region_;
  Extent taken_;
};

void read_regions(pugi::xml_node parent, Vocabulary& words, const Template& design, const FrameReader& places,
                  std::vector<Region>& regions);
void read_whites(pugi::xml_node parent, Vocabulary& words, const FrameReader& places, Extent taken, std::vector<White>& whites);

void RegionReader::read(pugi::xml_node element) {
  for (const pugi::xml_node child : elements_of(element, "slot")) slot(child);
  if (const pugi::xml_node child = only(element, "flow")) flow(child);
  if (const pugi::xml_node child = only(element, "picture")) picture(child);
  for (const pugi::xml_node child : elements_of(element, "rule")) places_->rule(child, taken_, region_->rules);
  read_whites(element, *words_, *places_, taken_, region_->whites);
  read_regions(element, *words_, *design_, *places_, region_->regions);
}

/// The one child of that name, null where there is none; a second one is reported.
pugi::xml_node RegionReader::only(pugi::xml_node element, const char* name) {
  const std::vector<pugi::xml_node> found = elements_of(element, name);
  if (found.size() > 1)
    words_->fault(Code::template_not_alone, words_->place(found[1]), {name, std::string(local_name(element))});
  return found.empty() ? pugi::xml_node() : found.front();
}

void RegionReader::slot(pugi::xml_node element) {
  words_->expect(element, {"role", "style", "rows", "x", "to", "at", "align", "pitch", "lines"}, {"side-rules", "ground"});
  Slot slot;
  slot.at = words_->place(element);
  static_cast<void>(words_->required(element, "style"));
  slot.style = style_name(element, "style", *words_, *design_);
  const auto role = words_->required(element, "role").empty() ? std::nullopt : words_->word(element, "role", slot_roles);
  const auto rows = places_->rows(element);
  if (!role || !rows) return;
  slot.role = *role;
  slot.rows = *rows;
  const Extent across = places_->extent(element, taken_);
  slot.x = across.x;
  slot.width = across.width;
  const Length usual_top = design_->grid.row_top(rows->first) + design_->grid.text_top;
  slot.top = places_->height(element, "at").value_or(usual_top);
  slot.align = read_align(element, *words_);
  slot.pitch = words_->length(element, "pitch", design_->grid.em).value_or(Length{});
  slot.lines = words_->whole(element, "lines").value_or(0);
  if (const pugi::xml_node child = only(element, "side-rules")) side_rules(child, slot);
  if (const pugi::xml_node child = only(element, "ground")) ground(child, slot);
  region_->slots.push_back(std::move(slot));
}

void RegionReader::side_rules(pugi::xml_node element, Slot& slot) {
  words_->expect(element, {"weight", "swatch", "at", "clear"});
  static_cast<void>(words_->required(element, "weight"));
  static_cast<void>(words_->required(element, "at"));
  slot.side_rule_weight = weight_name(element, "weight", *words_, *design_);
  slot.side_rule_swatch = swatch_name(element, "swatch", *words_, *design_);
  if (slot.side_rule_swatch.empty()) slot.side_rule_swatch = RuleSpec{}.swatch;
  slot.side_rule_y = places_->height(element, "at").value_or(slot.top);
  slot.side_rule_clear = words_->length(element, "clear", design_->grid.em).value_or(design_->grid.em);
}

void RegionReader::ground(pugi::xml_node element, Slot& slot) {
  words_->expect(element, {"swatch", "size", "inset", "columns"});
  static_cast<void>(words_->required(element, "swatch"));
  slot.ground = swatch_name(element, "swatch", *words_, *design_);
  slot.ground_size = words_->length(element, "size", design_->grid.em).value_or(slot.width);
  slot.inset = words_->length(element, "inset", design_->grid.em).value_or(Length{});
  slot.ground_columns = words_->whole(element, "columns").value_or(0);
}

void RegionReader::flow(pugi::xml_node element) {
  words_->expect(element, {"style"}, {"leg"});
  if (auto style = style_name(element, "style", *words_, *design_); !style.empty()) region_->flow_style = std::move(style);
  if (design_->style(region_->flow_style) == nullptr) words_->missing(element, "style");
  for (const pugi::xml_node child : elements_of(element, "leg")) leg(child);
  if (region_->legs.empty()) words_->missing(element, "<leg>");
}

void RegionReader::leg(pugi::xml_node element) {
  words_->expect(element, {"column", "rows"});
  const auto columns = places_->columns(element, "column");
  const auto rows = places_->rows(element);
  if (!columns || !rows) return;
  const Length start = places_->frame().column_start(*columns);
  region_->legs.push_back({start, places_->frame().column_end(*columns) - start, *rows, words_->place(element)});
}

std::optional<Box> RegionReader::box_of(pugi::xml_node element) const {
  const auto rows = places_->rows(element);
  if (!rows) return std::nullopt;
  const Length top = design_->grid.row_top(rows->first);
  Box box{taken_.x, top, taken_.width, design_->grid.row * rows->count()};
  if (!element.attribute("columns")) return box;
  const auto columns = places_->columns(element);
  if (!columns) return std::nullopt;
  box.x = places_->frame().column_start(*columns);
  box.width = places_->frame().column_end(*columns) - box.x;
  return box;
}

void RegionReader::picture(pugi::xml_node element) {
  words_->expect(element, {"rows", "columns"});
  region_->picture = box_of(element);
}

void read_whites(pugi::xml_node parent, Vocabulary& words, const FrameReader& places, Extent taken, std::vector<White>& whites) {
  for (const pugi::xml_node element : elements_of(parent, "white")) {
    words.expect(element, {"rows", "columns"});
    const auto rows = places.rows(element);
    if (!rows) continue;
    White white{taken.x, taken.width, *rows, words.place(element)};
    if (element.attribute("columns")) {
      const auto columns = places.columns(element);
      if (!columns) continue;
      white.x = places.frame().column_start(*columns);
      white.width = places.frame().column_end(*columns) - white.x;
    }
    whites.push_back(white);
  }
}

void read_regions(pugi::xml_node parent, Vocabulary& words, const Template& design, const FrameReader& places,
                  std::vector<Region>& regions) {
  for (const pugi::xml_node element : elements_of(parent, "region")) {
    words.expect(element, {"id", "columns", "rows", "guest"}, {"slot", "flow", "picture", "region", "rule", "white"});
    Region region;
    region.id = words.required(element, "id");
    region.at = words.place(element);
    region.guest = words.word(element, "guest", yes_or_no).value_or(false);
    const auto columns = places.columns(element);
    const auto rows = places.rows(element);
    if (!columns || !rows) continue;
    region.rows = *rows;
    const Length start = places.frame().column_start(*columns);
    region.outline = Box{start, design.grid.row_top(rows->first), places.frame().column_end(*columns) - start,
                         design.grid.row * rows->count()};
    RegionReader(words, design, places, region).read(element);
    regions.push_back(std::move(region));
  }
}

// ---- zones ----

void check_width(pugi::xml_node element, Vocabulary& words, const Grid& grid, const Zone& zone) {
  const auto declared = words.length(element, "width", grid.em);
  if (!declared || *declared == zone.width) return;
  const auto in_em = [&grid](Length length) { return decimal(length.count(), grid.em.count(), 4); };
  words.fault(Code::template_columns_open, words.place(element, "columns"),
              {zone.id, in_em(zone.width), in_em(*declared), in_em(std::max(zone.width - *declared, *declared - zone.width))});
}

void read_zone(pugi::xml_node element, Vocabulary& words, const Template& design, std::vector<Zone>& zones) {
  words.expect(element, {"id", "x", "width", "rows", "columns"}, {"region", "rule", "white"});
  const Grid& grid = design.grid;
  const Frame page{"page", grid.x, grid.right() - grid.x, {1, grid.rows}, {}};
  const FrameReader on_page(words, design, page);
  Zone zone;
  zone.id = words.required(element, "id");
  zone.at = words.place(element);
  static_cast<void>(words.required(element, "x"));
  zone.x = on_page.x(element, "x").value_or(grid.x);
  ColumnRow row = read_columns(element, words, grid, zone.x);
  zone.columns = std::move(row.columns);
  zone.width = row.width;
  check_width(element, words, grid, zone);
  const auto rows = on_page.rows(element);
  if (!rows || zone.columns.empty()) return;
  zone.rows = *rows;
  const Frame frame{zone.id, zone.x, zone.width, zone.rows, zone.columns};
  const FrameReader places(words, design, frame);
  const Extent whole{zone.x, zone.width};
  for (const pugi::xml_node child : elements_of(element, "rule")) places.rule(child, whole, zone.rules);
  read_whites(element, words, places, whole, zone.whites);
  read_regions(element, words, design, places, zone.regions);
  zones.push_back(std::move(zone));
}

/// Every region's id stands once on the page: stories name regions by it.
void check_ids(const std::vector<Region>& regions, Vocabulary& words, std::vector<std::string>& seen) {
  for (const Region& region : regions) {
    if (std::find(seen.begin(), seen.end(), region.id) != seen.end())
      words.fault(Code::template_twice, region.at, {"region", region.id});
    seen.push_back(region.id);
    check_ids(region.regions, words, seen);
  }
}

}  // namespace

ColumnRow read_columns(pugi::xml_node element, Vocabulary& words, const Grid& grid, Length x) {
  ColumnRow row;
  const std::string_view said = words.required(element, "columns");
  if (said.empty()) return row;
  const std::vector<Ratio> measures = parse_measures(said);
  if (measures.empty()) words.bad_value(element, "columns", "16.5 2 16.5");
  Ratio start{0};
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const Ratio end = start + measures[i];
    // Both edges from the left: rounding never adds up along the columns.
    if (i % 2 == 0) row.columns.push_back({x + grid.em * start, grid.em * end - grid.em * start});
    start = end;
  }
  row.width = grid.em * start;
  return row;
}

void read_region_parts(pugi::xml_node element, Vocabulary& words, const Template& design, const FrameReader& places,
                       Region& region) {
  RegionReader(words, design, places, region).read(element);
}

std::vector<Zone> read_zones(pugi::xml_node parent, Vocabulary& words, const Template& design) {
  std::vector<Zone> zones;
  for (const pugi::xml_node element : elements_of(parent, "zone")) read_zone(element, words, design, zones);
  std::vector<std::string> regions;
  std::vector<std::string_view> ids;
  for (const Zone& zone : zones) {
    if (std::find(ids.begin(), ids.end(), zone.id) != ids.end()) words.fault(Code::template_twice, zone.at, {"zone", zone.id});
    ids.push_back(zone.id);
    check_ids(zone.regions, words, regions);
  }
  return zones;
}

}  // namespace paiban::document
