#include "document/record_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/inline_text.hpp"

namespace paiban::document {
namespace {

struct RecordMark {
  std::string_view element;
  PlaceKind kind;
  const char* detail;  // the attribute that says more; nullptr: none
};
constexpr auto record_marks = std::to_array<RecordMark>({{"gap", PlaceKind::gap, "lines"},
                                                         {"supplied", PlaceKind::supplied, "source"},
                                                         {"conjectured", PlaceKind::conjectured, "certainty"},
                                                         {"sic", PlaceKind::sic, nullptr}});

// As deep as the file, which XmlFile limits.
void add_text(pugi::xml_node element, std::string& to) {
  for (const pugi::xml_node child : element) {
    if (child.type() == pugi::node_element)
      local_name(child) == "gap" ? void(to += gap_text) : add_text(child, to);
    else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      to += child.value();
  }
}

// Both may be given: the reason says why, the note what else is to be said.
std::string reason_of(pugi::xml_node element) {
  std::string reason = element.attribute("reason").value();
  const std::string_view note = element.attribute("note").value();
  if (!reason.empty() && !note.empty()) reason += "; ";
  return reason += note;
}

RecordedPlace place_of_mark(const XmlFile& xml, pugi::xml_node element, const RecordMark& mark, const RecordedPlace& where) {
  RecordedPlace place = where;
  place.kind = mark.kind;
  place.at = xml.place(element);
  if (mark.kind == PlaceKind::gap)
    place.text = gap_text;
  else
    add_text(element, place.text);
  if (mark.detail != nullptr) place.detail = element.attribute(mark.detail).value();
  place.reason = reason_of(element);
  return place;
}

}  // namespace

void read_record(const XmlFile& xml, pugi::xml_node element, const RecordedPlace& where, Provenance& into) {
  for (const pugi::xml_node child : element) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = local_name(child);
    if (name == "alt") continue;  // is read by itself
    if (name == "lb") ++into.printed_line_ends;
    const auto mark = std::ranges::find(record_marks, name, &RecordMark::element);
    if (mark != record_marks.end()) into.places.push_back(place_of_mark(xml, child, *mark, where));
    read_record(xml, child, where, into);
  }
}

}  // namespace paiban::document
