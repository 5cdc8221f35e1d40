#pragma once
// What preflight finds, and where.

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "finish/flavour.hpp"
#include "preflight/checks.hpp"

namespace paiban::preflight {

/// Where in a file. What is not known is 0 or empty.
struct Place {
  int page = 0;      ///< from 1
  bool at = false;   ///< whether x, y are known
  int x = 0, y = 0;  ///< whole pt from the page's trimmed top left corner
  std::string font;  ///< its name, without the subset's tag
  int object = 0;    ///< the number of the object in the file
};

struct Finding {
  Check check{};
  std::vector<std::string> arguments;  ///< of the check's message
  Place place;
  int times = 1;  ///< how often on this page
};

/// "page 1, at 120 × 340 pt, font NotoSerifSC-Regular; font-widths, ISO 19005-2 6.2.11.5".
[[nodiscard]] std::string place_words(const Finding& finding, finish::Flavour flavour, Language language);

/// As it is reported; `at` is the file.
[[nodiscard]] Diagnostic to_diagnostic(const Finding& finding, finish::Flavour flavour, SourcePlace at, Language language);

}  // namespace paiban::preflight
