#include "document/template_makeup.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/message_table.hpp"
#include "document/names.hpp"
#include "document/style_sheet.hpp"
#include "document/template_frame.hpp"
#include "document/template_zones.hpp"

namespace paiban::document {
namespace {

// Columns that a reader reads with ease: shorter ones break badly, in longer ones the eye loses its line (typography A1).
constexpr Ratio usual_least_measure{120'000}, usual_most_measure{280'000};

/// "lead news": the kinds of story.
std::vector<StoryKind> read_kinds(pugi::xml_node element, Vocabulary& words) {
  std::vector<StoryKind> kinds;
  std::string_view rest = words.required(element, "for");
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    if (const auto kind = named(kind_names, rest.substr(0, blank)))
      kinds.push_back(*kind);
    else
      words.bad_value(element, "for", "lead, news, commentary, box, picture");
    rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
  }
  return kinds;
}

/// "2" or "2-3", up to `most`.
std::optional<Span1> read_span(pugi::xml_node element, const char* attribute, int most, Vocabulary& words) {
  const std::string_view said = words.text(element, attribute);
  if (said.empty()) return std::nullopt;
  const std::size_t dash = said.find('-');
  const auto first = parse_whole(said.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_whole(said.substr(dash + 1));
  if (first && last && *first >= 1 && *first <= *last && *last <= most) return Span1{*first, *last};
  words.bad_value(element, attribute, "1 … " + std::to_string(most));
  return std::nullopt;
}

class AreaReader {
 public:
  AreaReader(Vocabulary& words, const Template& design) : words_(words), design_(design) {}

  [[nodiscard]] MakeupArea read(pugi::xml_node element) {
    words_.expect(element, {"x", "rows", "inner-rows", "columns", "fold", "rule", "gutter-rule", "measure-least", "measure-most"},
                  {"pattern"});
    const Grid& grid = design_.grid;
    const Frame page{"page", grid.x, grid.right() - grid.x, {1, grid.rows}, {}};
    const FrameReader on_page(words_, design_, page);
    area_.at = words_.place(element);
    area_.x = on_page.x(element, "x").value_or(grid.x);
    area_.rows = on_page.rows(element).value_or(Rows{1, grid.rows});
    if (element.attribute("inner-rows")) area_.inner_rows = on_page.rows(element, "inner-rows");
    ColumnRow row = read_columns(element, words_, grid, area_.x);
    area_.columns = std::move(row.columns);
    area_.width = row.width;
    area_.fold = words_.whole(element, "fold").value_or(0);
    area_.rule = weight_name(element, "rule", words_, design_);
    area_.gutter_rule = weight_name(element, "gutter-rule", words_, design_);
    area_.least_measure = words_.ratio(element, "measure-least").value_or(usual_least_measure);
    area_.most_measure = words_.ratio(element, "measure-most").value_or(usual_most_measure);
    if (area_.columns.empty()) return std::move(area_);
    for (const pugi::xml_node child : element.children("pattern")) pattern(child);
    if (area_.patterns.empty()) words_.missing(element, "<pattern>");
    return std::move(area_);
  }

 private:
  void pattern(pugi::xml_node element) {
    words_.expect(element, {"for", "priority", "columns", "needs", "price", "flow", "leg-rule"}, {"slot", "rule"});
    Pattern pattern;
    pattern.kinds = read_kinds(element, words_);
    const int widest = static_cast<int>(area_.columns.size());
    pattern.columns = read_span(element, "columns", widest, words_).value_or(Span1{1, widest});
    pattern.priority = read_span(element, "priority", most_priority, words_).value_or(pattern.priority);
    if (const std::string_view said = words_.text(element, "needs"); !said.empty()) {
      pattern.needs = named(role_names, said);
      if (!pattern.needs) words_.bad_value(element, "needs", "title, logo, kicker");
    }
    pattern.price = words_.whole(element, "price").value_or(0);
    pattern.leg_rule = weight_name(element, "leg-rule", words_, design_);
    pattern.looks.at = words_.place(element);
    if (auto flow = style_name(element, "flow", words_, design_); !flow.empty()) pattern.looks.flow_style = std::move(flow);
    // Its places are read as those of a region that begins at the left of nothing, on the first row.
    pattern.looks.outline = {Length{}, design_.grid.row_top(1), area_.width, design_.grid.row * design_.grid.rows};
    const Frame module{"pattern", Length{}, area_.width, {1, design_.grid.rows}, {}};
    read_region_parts(element, words_, design_, FrameReader(words_, design_, module), pattern.looks);
    area_.patterns.push_back(std::move(pattern));
  }

  Vocabulary& words_;
  const Template& design_;
  MakeupArea area_;
};

}  // namespace

MakeupArea area_of(const MakeupArea& area, int page) {
  MakeupArea own = area;
  if (page == 1) return own;
  own.rows = area.inner_rows.value_or(area.rows);
  own.fold = 0;
  return own;
}

void read_makeup(pugi::xml_node root, Vocabulary& words, Template& design) {
  const pugi::xml_node element = root.child("makeup");
  if (!element) return;
  if (const pugi::xml_node again = element.next_sibling("makeup"))
    words.fault(Code::template_not_alone, words.place(again), {"makeup", root.name()});
  design.makeup = AreaReader(words, design).read(element);
}

}  // namespace paiban::document
