#include "finish/pages.hpp"

#include <string>

#include "finish/pdf_document.hpp"

namespace paiban::finish {
namespace {

/// From the lower left corner of the drawing, as PDF counts.
QPDFObjectHandle box(Length left, Length bottom, Length right, Length top) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const Length side : {left, bottom, right, top}) array.appendItem(QPDFObjectHandle::newReal(to_points(side)));
  return array;
}

void set_boxes(QPDFObjectHandle page, const PageFacts& facts, Length bleed) {
  const QPDFObjectHandle whole = box({}, {}, facts.width + bleed * 2, facts.height + bleed * 2);
  page.replaceKey("/MediaBox", whole);
  page.replaceKey("/BleedBox", whole);
  page.replaceKey("/TrimBox", box(bleed, bleed, facts.width + bleed, facts.height + bleed));
}

}  // namespace

Result<void> make_plain(QPDF& pdf) {
  for (QPDFObjectHandle page : pdf.getAllPages()) {
    page.removeKey("/Group");
    QPDFObjectHandle drawn = page.getKey("/Resources").getKey("/XObject");
    if (!drawn.isDictionary()) continue;
    for (const std::string& name : drawn.getKeys()) {
      QPDFObjectHandle picture = drawn.getKey(name).getDict();
      if (picture.hasKey("/SMask")) return tl::unexpected(not_finished("a soft mask: " + name));
      picture.removeKey("/Interpolate");
    }
  }
  return {};
}

Result<void> set_boxes(QPDF& pdf, const Facts& facts) {
  const auto& pages = pdf.getAllPages();
  if (pages.size() != facts.pages.size()) return tl::unexpected(not_finished("another number of pages than facts"));
  for (std::size_t i = 0; i < pages.size(); ++i) set_boxes(pages[i], facts.pages[i], facts.bleed);
  return {};
}

}  // namespace paiban::finish
