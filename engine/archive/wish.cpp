#include "archive/wish.hpp"

namespace paiban::archive {

std::optional<PdfProfile> pdf_profile_of(std::string_view name) {
  if (name == "press") return PdfProfile{std::string(name), finish::Flavour::x4};
  if (name == "archive") return PdfProfile{std::string(name), finish::Flavour::a2u};
  const auto flavour = finish::flavour_of(name);
  return flavour ? std::optional(PdfProfile{std::string(name), *flavour}) : std::nullopt;
}

}  // namespace paiban::archive
