// Pages: boxes (ISO 32000-1 14.11.2), groups, annotations (12.5), content.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "preflight/content.hpp"
#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

// Boxes come from decimal fractions: a thousandth of a point is no difference.
constexpr double slack = 0.001;
constexpr double longest_side = 14'400, shortest_side = 3;  // pt; ISO 19005-2 6.1.13
constexpr int invisible_flag = 1, hidden_flag = 2, print_flag = 4, no_view_flag = 32, toggle_flag = 256;
constexpr std::array<std::string_view, 5> played{"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"};

bool lies_in(const PageBoxes& inner, const PageBoxes& outer) {
  return inner.left >= outer.left - slack && inner.bottom >= outer.bottom - slack && inner.right <= outer.right + slack &&
         inner.top <= outer.top + slack;
}

bool touches(const PageBoxes& a, const PageBoxes& b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

PageBoxes check_boxes(const Object& page, const Place& place, Bill& bill) {
  const auto sheet = box_of(page, "/MediaBox");
  if (!sheet) {
    bill.add(Check::box, place, {"MediaBox"});
    return {0, 0, longest_side, longest_side};
  }
  for (const double side : {sheet->width(), sheet->height()})
    if (side < shortest_side || side > longest_side) bill.add(Check::limits, place, {"MediaBox"});
  const auto crop = box_of(page, "/CropBox"), bleed = box_of(page, "/BleedBox"), art = box_of(page, "/ArtBox");
  const auto trim = box_of(page, "/TrimBox");
  if (bill.for_press()) {
    if (!trim && !art) bill.add(Check::box, place, {"TrimBox"});
    if (trim && art) bill.add(Check::nesting, place, {"ArtBox", "TrimBox"});  // one of the two alone
  }
  const auto ask = [&](const std::optional<PageBoxes>& inner, const char* name, const std::optional<PageBoxes>& outer,
                       const char* around) {
    if (inner && outer && !lies_in(*inner, *outer)) bill.add(Check::nesting, place, {name, around});
  };
  ask(trim, "TrimBox", bleed, "BleedBox");
  ask(trim, "TrimBox", sheet, "MediaBox");
  ask(bleed, "BleedBox", sheet, "MediaBox");
  ask(crop, "CropBox", sheet, "MediaBox");
  if (bill.for_press()) ask(bleed, "BleedBox", crop, "CropBox");
  return trim.value_or(art.value_or(*sheet));
}

void check_annotation(Object annotation, const PageFrame& frame, const PageBoxes& bleed, Bill& bill) {
  Place place;
  place.page = frame.number;
  place.object = object_number(annotation);
  const std::string kind = name_of(get(annotation, "/Subtype"));
  const auto complain = [&](const char* what) {
    bill.add(Check::annotation, place, {kind.empty() ? "?" : kind.substr(1), what});
  };
  if (std::ranges::find(played, std::string_view(kind)) != played.end()) return bill.add(Check::action, place, {kind.substr(1)});
  const auto rectangle = box_of(annotation, "/Rect");
  if (bill.for_press()) {
    if (kind != "/PrinterMark" && kind != "/TrapNet" && rectangle && touches(*rectangle, bleed)) complain("BleedBox");
    return;
  }
  if (kind == "/FileAttachment" && bill.flavour() == finish::Flavour::a1b) complain("PDF/A-1");
  if (kind == "/Popup") return;
  Object flags = get(annotation, "/F");
  const int set = whole_number_of(flags).value_or(0);
  if (flags.isNull() && kind != "/Link") complain("F");
  if ((set & (invisible_flag | hidden_flag | no_view_flag | toggle_flag)) != 0) complain("F: Hidden");
  if ((set & print_flag) == 0) complain("F: Print");
  if (const auto alpha = number_of(get(annotation, "/CA")); alpha && *alpha < 1) bill.add(Check::transparency, place, {"CA"});
  const bool nothing_to_see = kind == "/Link" || (rectangle && (rectangle->width() == 0 || rectangle->height() == 0));
  if (bill.flavour() != finish::Flavour::a1b && !nothing_to_see && !get(get(annotation, "/AP"), "/N").isStream() &&
      kind != "/Widget")
    complain("AP");
}

std::optional<std::string> content_of(Object page) {
  std::string content;
  for (const Object& part : members_of(get(page, "/Contents"))) {
    auto bytes = bytes_of(part);
    if (!bytes) return std::nullopt;
    if (bytes->size() > most_decoded - content.size()) return std::nullopt;
    content = content.empty() ? *std::move(bytes) : content + '\n' + *bytes;
  }
  return content;
}

}  // namespace

void check_pages(QPDF& pdf, Surroundings& file) {
  int number = 0;
  for (Object page : pdf.getAllPages()) {
    Place place;
    place.page = ++number;
    const PageFrame frame{number, check_boxes(page, place, file.bill)};
    const PageBoxes bleed = box_of(page, "/BleedBox").value_or(frame.trim);
    for (const Object& annotation : members_of(get(page, "/Annots"))) check_annotation(annotation, frame, bleed, file.bill);
    const auto content = content_of(page);
    if (content)
      ContentReader(frame, file).read(*content, inherited(page, "/Resources"));
    else
      file.bill.add(Check::structure, place, {"Contents"});
  }
  if (number == 0) file.bill.add(Check::structure, {}, {"Pages"});
}

}  // namespace paiban::preflight
