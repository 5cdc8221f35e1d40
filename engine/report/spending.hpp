#pragma once
// What lines have spent, as JSON.

#include <nlohmann/json.hpp>

#include "paragraph/exact_lines.hpp"
#include "report/numbers.hpp"

namespace paiban::report {

/// Widths in em.
[[nodiscard]] inline nlohmann::ordered_json spending_json(const paragraph::Spending& spent, Length em) {
  return {{"looseness", spent.looseness},
          {"squeezed", in_em(spent.squeezed, em)},
          {"opened", in_em(spent.opened, em)},
          {"tightest", plain(spent.tightest)},
          {"loosest", plain(spent.loosest)}};
}

}  // namespace paiban::report
