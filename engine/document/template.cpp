#include "document/template.hpp"

#include <algorithm>

namespace paiban::document {
namespace {

template <typename Named>
const Named* find_named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [name](const Named& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const Region* find_region(const std::vector<Region>& regions, std::string_view id) {
  for (const Region& region : regions) {
    if (region.id == id) return &region;
    if (const Region* inner = find_region(region.regions, id); inner != nullptr) return inner;
  }
  return nullptr;
}

}  // namespace

const Style* Template::style(std::string_view name) const { return find_named(styles, name); }
const Swatch* Template::swatch(std::string_view name) const { return find_named(swatches, name); }
const Weight* Template::weight(std::string_view name) const { return find_named(weights, name); }

const Region* Template::region(std::string_view wanted) const {
  for (const Zone& zone : zones)
    if (const Region* found = find_region(zone.regions, wanted); found != nullptr) return found;
  return nullptr;
}

const Sheet& Template::sheet(int page) const {
  if (page == 1 || !inner) return *this;
  return page % 2 == 1 ? inner->odd : inner->even;
}

}  // namespace paiban::document
