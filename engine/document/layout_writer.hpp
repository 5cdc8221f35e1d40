#pragma once
// A page's structure written down as XML, for editors to read and change.

#include <string>
#include <string_view>
#include <vector>

#include "document/template.hpp"

namespace paiban::document {

/// <layout> with `zones`, which stand on `grid` and on the columns of their zones as read_zones() would have placed them: read
/// again they are the same to the unit, but for their places in the file. Lengths take the unit that says them exactly with the
/// fewest decimals (across em first, down pt). Every line begins with `indent` and ends with a line feed; elements have `prefix`
/// ("p:").
[[nodiscard]] std::string layout_xml(const std::vector<Zone>& zones, const Grid& grid, std::string_view indent = {},
                                     std::string_view prefix = {});

}  // namespace paiban::document
