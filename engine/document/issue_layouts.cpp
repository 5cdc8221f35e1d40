#include "document/issue_layouts.hpp"

#include <utility>

#include "base/message_table.hpp"
#include "document/template_closing.hpp"
#include "document/template_codes.hpp"
#include "document/template_zones.hpp"
#include "document/vocabulary.hpp"
#include "document/xml.hpp"

namespace paiban::document {
namespace {

std::vector<Zone> read_layout(pugi::xml_node element, Vocabulary& words, const Template& design) {
  words.expect(element, {}, {"zone"});
  std::vector<Zone> zones = read_zones(element, words, design);
  if (words.any_fault()) return zones;  // what was not understood is missing, and would be counted as open
  for (Diagnostic& each : find_unclosed(design, zones)) {
    const SourcePlace at = each.at.line == 0 ? words.place(element) : each.at;
    words.fault(each.code, at, std::move(each.arguments));
  }
  return zones;
}

}  // namespace

Result<Layouts> read_layouts(const IssueFile& file, const Template& design, Report& report) {
  Vocabulary words(file.xml(), template_codes);
  Layouts layouts;
  for (const pugi::xml_node page : elements_of(file.xml().root(), "page"))
    for (const pugi::xml_node layout : elements_of(page, "layout")) {
      const int number = parse_whole(words.text(page, "number")).value_or(0);
      layouts.insert_or_assign(number, read_layout(layout, words, design));
    }
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));
  return layouts;
}

}  // namespace paiban::document
