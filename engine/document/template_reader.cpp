#include "document/template_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/message_table.hpp"
#include "document/style_sheet.hpp"
#include "document/template_closing.hpp"
#include "document/template_codes.hpp"
#include "document/template_furniture.hpp"
#include "document/template_jump.hpp"
#include "document/template_makeup.hpp"
#include "document/template_store.hpp"
#include "document/template_zones.hpp"
#include "document/vocabulary.hpp"
#include "document/xml.hpp"

namespace paiban::document {
namespace {

constexpr Word<bool> winter_months[] = {{"冬月", true}, {"十一月", false}};
constexpr Word<bool> last_months[] = {{"腊月", true}, {"十二月", false}};
constexpr Word<bool> twenties[] = {{"廿", true}, {"二十", false}};

// Beyond it stands an advertisement's own trim, not a bleed.
constexpr Length most_bleed = millimetres(20);
constexpr int least_ink_limit = 100;  // per cent: black alone
constexpr int most_ink_limit = 400;

/// The one child of that name; null where there is none; reported where there are two.
pugi::xml_node one_child(pugi::xml_node root, const char* name, Vocabulary& words) {
  const pugi::xml_node child = root.child(name);
  if (const pugi::xml_node again = child.next_sibling(name))
    words.fault(Code::template_not_alone, words.place(again), {name, root.name()});
  return child;
}

/// The same; reported where there is none.
pugi::xml_node only_child(pugi::xml_node root, const char* name, Vocabulary& words) {
  const pugi::xml_node child = one_child(root, name, words);
  if (!child) words.missing(root, std::string("<") + name + ">");
  return child;
}

void read_root(pugi::xml_node root, const std::filesystem::path& path, Vocabulary& words, Template& design) {
  words.expect(
      root, {"version", "id", "revision", "title", "short-name"},
      {"page", "grid", "calendar", "swatch", "weight", "variant", "style", "jump", "furniture", "zone", "inner", "makeup"});
  design.file = path;
  design.id = words.required(root, "id");
  design.title = words.text(root, "title");
  design.short_name = words.text(root, "short-name");
  if (root.attribute("short-name") && !is_template_id(design.short_name)) words.bad_value(root, "short-name", "cjrb");
  if (design.short_name.empty()) design.short_name = design.id;
  design.revision = words.whole(root, "revision").value_or(1);
  // The file says what its name says: ID.xml, and of an old version ID@REVISION.xml.
  const auto named = template_name(path.stem().string());
  if (!design.id.empty() && (!named || design.id != named->id)) words.bad_value(root, "id", named ? named->id : "my-page");
  if (named && named->version != 0 && design.revision != named->version)
    words.bad_value(root, "revision", std::to_string(named->version));
}

Length read_side(pugi::xml_node page, const char* attribute, Vocabulary& words) {
  if (words.required(page, attribute).empty()) return {};
  const auto side = words.length(page, attribute, Length{});
  if (side && (*side < least_page_side || *side > most_page_side))
    words.fault(Code::template_page_size, words.place(page, attribute), {std::string(words.text(page, attribute))});
  return side.value_or(Length{});
}

void read_page(pugi::xml_node page, Vocabulary& words, Template& design) {
  if (!page) return;
  words.expect(page, {"width", "height", "bleed", "ink-limit"});
  design.width = read_side(page, "width", words);
  design.height = read_side(page, "height", words);
  design.bleed = words.length(page, "bleed", Length{}).value_or(design.bleed);
  if (design.bleed < Length{} || design.bleed > most_bleed) words.bad_value(page, "bleed", "3mm");
  design.ink_limit = words.whole(page, "ink-limit").value_or(design.ink_limit);
  if (design.ink_limit < least_ink_limit || design.ink_limit > most_ink_limit) words.bad_value(page, "ink-limit", "240");
}

/// "109em": the type area's width is counted in ems whatever the body size.
Ratio read_width(pugi::xml_node grid, Vocabulary& words) {
  std::string_view said = words.required(grid, "width");
  if (said.empty()) return {};
  const bool counted = said.ends_with("em");
  if (counted) said.remove_suffix(2);
  const auto width = parse_ratio(said);
  if (!counted || !width || width->ten_thousandths <= 0) words.bad_value(grid, "width", "109em");
  return width.value_or(Ratio{});
}

/// A length of the grid that is at least a point: everything divides by it.
Length read_step(pugi::xml_node grid, const char* attribute, Vocabulary& words) {
  if (words.required(grid, attribute).empty()) return {};
  const auto step = words.length(grid, attribute, Length{});
  if (step && *step < points(1)) words.bad_value(grid, attribute, "9pt, 12pt");
  return step.value_or(Length{});
}

void read_grid(pugi::xml_node element, Vocabulary& words, Template& design) {
  if (!element) return;
  words.expect(element, {"em", "row", "width", "rows", "x", "y", "text-top"});
  Grid& grid = design.grid;
  grid.em = read_step(element, "em", words);
  grid.row = read_step(element, "row", words);
  grid.width_em = read_width(element, words);
  static_cast<void>(words.required(element, "rows"));
  grid.rows = words.whole(element, "rows").value_or(0);
  if (element.attribute("rows") && grid.rows < 1) words.bad_value(element, "rows", "116");
  static_cast<void>(words.required(element, "y"));
  grid.y = words.length(element, "y", grid.em).value_or(Length{});
  const Length centred = (design.width - grid.em * grid.width_em) / 2;
  grid.x = words.length(element, "x", grid.em).value_or(centred);
  grid.text_top = words.length(element, "text-top", grid.em).value_or((grid.row - grid.em) / 2);
}

void read_calendar(pugi::xml_node element, Vocabulary& words, CalendarForms& forms) {
  if (!element) return;
  words.expect(element, {"eleventh-month", "twelfth-month", "twenties"});
  forms.winter_month = words.word(element, "eleventh-month", winter_months).value_or(forms.winter_month);
  forms.last_month = words.word(element, "twelfth-month", last_months).value_or(forms.last_month);
  forms.contracted_twenty = words.word(element, "twenties", twenties).value_or(forms.contracted_twenty);
}

/// Rules and styles are black where they say nothing.
void require_black(pugi::xml_node root, Vocabulary& words, const Template& design) {
  if (design.swatch(RuleSpec{}.swatch) == nullptr) words.missing(root, "<swatch name=\"" + RuleSpec{}.swatch + "\">");
}

void read_inner(pugi::xml_node element, Vocabulary& words, Template& design) {
  if (!element) return;
  words.expect(element, {}, {"furniture", "zone"});
  design.inner.emplace();
  read_inner_furniture(element, words, design, *design.inner);
  design.inner->odd.zones = design.inner->even.zones = read_zones(element, words, design);
}

/// What has no place of its own is said at `element`.
void add_faults(std::vector<Diagnostic> found, pugi::xml_node element, Vocabulary& words) {
  for (Diagnostic& each : found) {
    const SourcePlace at = each.at.line == 0 ? words.place(element) : each.at;
    words.fault(each.code, at, std::move(each.arguments));
  }
}

void add_unclosed(const Template& design, pugi::xml_node root, pugi::xml_node inner, Vocabulary& words) {
  add_faults(find_unclosed(design), root.child("grid"), words);
  if (design.inner) add_faults(find_unclosed(design, design.inner->odd.zones), inner, words);
}

std::string variants_of(pugi::xml_node root) {
  std::string names;
  for (const pugi::xml_node variant : root.children("variant"))
    names += (names.empty() ? "" : ", ") + std::string(variant.attribute("name").value());
  return names;
}

void check_variant(pugi::xml_node root, std::string_view variant, const Vocabulary& words, Report& report) {
  if (variant.empty() || root.find_child_by_attribute("variant", "name", std::string(variant).c_str())) return;
  report.add(Code::template_no_variant, words.place(root),
             {root.attribute("id").value(), std::string(variant), variants_of(root)});
}

}  // namespace

Result<Template> read_template(const std::filesystem::path& path, std::string_view variant, Report& report) {
  const auto file = XmlFile::read(path, report);
  if (!file) return tl::unexpected(file.error());
  const pugi::xml_node root = file->root();
  Vocabulary words(*file, template_codes);
  if (!words.root("template", "urn:paiban:template", "1")) return tl::unexpected(words.report_faults(report));

  Template design;
  read_root(root, path, words, design);
  read_page(only_child(root, "page", words), words, design);
  read_grid(only_child(root, "grid", words), words, design);
  read_calendar(root.child("calendar"), words, design.calendar);
  // Without a grid no place below means anything, and a page beyond all bounds must not be counted cell by cell.
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));

  read_style_sheet(root, variant, words, design);
  require_black(root, words, design);
  read_jump(root, words, design);
  read_front_furniture(root, words, design);
  design.zones = read_zones(root, words, design);
  const pugi::xml_node inner = one_child(root, "inner", words);
  read_inner(inner, words, design);
  read_makeup(root, words, design);
  if (!words.any_fault()) add_unclosed(design, root, inner, words);
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));
  check_variant(root, variant, words, report);
  return design;
}

Result<Template> read_named_template(const std::filesystem::path& data, std::string_view name, std::string_view variant,
                                     Report& report) {
  const auto path = find_template(data, name);
  if (!path) return tl::unexpected(path.error());
  auto design = read_template(*path, variant, report);
  const int wanted = template_name(name).value_or(TemplateName{}).version;
  if (!design || wanted == 0 || wanted == design->revision) return design;
  std::string there = fmt::format("{}@{}", design->id, design->revision);
  for (const int version : old_versions(data, design->id)) there += fmt::format(", {}@{}", design->id, version);
  return tl::unexpected(Diagnostic{Code::template_not_found, {}, {std::string(name), there}, {}, {}});
}

bool check_roles(const Template& design, std::span<const RoleEntry> roles, Report& report) {
  std::string known;
  for (const RoleEntry& each : roles) known += (known.empty() ? "" : ", ") + each.role;
  bool all_known = true;
  const auto check = [&](const Style& style, const std::string& role) {
    const auto is_it = [&role](const RoleEntry& each) { return each.role == role; };
    if (role.empty() || std::any_of(roles.begin(), roles.end(), is_it)) return;
    report.add(Code::template_unknown_role, style.at, {style.name, role, known});
    all_known = false;
  };
  for (const Style& style : design.styles) {
    check(style, style.face);
    check(style, style.latin_face);
    for (const std::string& role : style.span_faces) check(style, role);
  }
  return all_known;
}

}  // namespace paiban::document
