// Any bytes as a PDF, and any bytes as a page's content: they end in findings or in an error, never in anything else.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "preflight/preflight.hpp"
#include "support/small_pdf.hpp"

namespace {

using namespace paiban;

void look(const std::string& pdf, finish::Flavour flavour) {
  constexpr int ink_limit = 240;
  const auto found = preflight::preflight(pdf, {flavour, preflight::Depth::full, {}, ink_limit});
  if (!found) return;
  for (const auto& finding : *found)
    for (const auto language : {Language::english, Language::chinese})
      if (message_of(to_diagnostic(finding, flavour, {}, language), language).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  (void)preflight::claimed_flavour(bytes);
  if (preflight::looks_like_pdf(bytes)) {
    look(bytes, finish::Flavour::x4);
    look(bytes, finish::Flavour::a2u);
    return 0;
  }
  // No PDF: it is drawn, between the frames of a good page.
  static const std::string objects = test::good_objects("x4");
  std::string drawn = objects;
  const auto start = drawn.find("BT 0 0 0 1 k"), end = drawn.find("\nendstream", start);
  drawn.replace(start, end - start, bytes.find("endobj") == std::string::npos ? bytes : std::string());
  look(test::small_pdf(drawn), finish::Flavour::x4);
  return 0;
}
