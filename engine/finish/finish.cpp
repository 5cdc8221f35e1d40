#include "finish/finish.hpp"

#include <utility>

#include "finish/archive.hpp"
#include "finish/pdf_document.hpp"
#include "finish/press.hpp"

namespace paiban::finish {

Result<std::string> finish(std::string drawn, const Facts& facts, Flavour flavour, const OutputIntent& intent) {
  auto document = PdfDocument::parse(std::move(drawn));
  if (!document) return tl::unexpected(std::move(document).error());
  return is_for_press(flavour) ? finish_press(*std::move(document), facts, flavour, intent)
                               : finish_archive(*std::move(document), facts, flavour, intent);
}

}  // namespace paiban::finish
