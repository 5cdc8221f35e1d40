#include "makeup/bands.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace paiban::makeup {
namespace {

bool within(const Rectangle& inner, const Rectangle& outer) {
  return inner.column >= outer.column && inner.right() <= outer.right() && inner.row >= outer.row &&
         inner.bottom() <= outer.bottom();
}

bool is_named(const Problem& problem, std::size_t fixed) {
  const int index = static_cast<int>(problem.items.size() + fixed);
  return std::ranges::any_of(problem.relations, [&](const Relation& r) { return r.first == index || r.second == index; });
}

/// The bands along the four edges that end where `at` does.
std::array<Rectangle, 4> bands_to(const Rectangle& at, const Rectangle& area) {
  return {{{area.column, area.row, area.width, at.bottom() - area.row},
           {area.column, at.row, area.width, area.bottom() - at.row},
           {area.column, area.row, at.right() - area.column, area.height},
           {at.column, area.row, area.right() - at.column, area.height}}};
}

bool is_filled(const Problem& problem, const std::vector<bool>& taken, const Rectangle& band) {
  int cells = 0;
  for (std::size_t i = 0; i < problem.fixed.size(); ++i) {
    if (taken[i] || !within(problem.fixed[i], band)) continue;
    if (is_named(problem, i)) return false;
    cells += problem.fixed[i].width * problem.fixed[i].height;
  }
  return cells == band.width * band.height;
}

Rectangle rest(const Rectangle& area, const Rectangle& band) {
  if (band.width == area.width) {
    return {area.column, band.row == area.row ? band.bottom() : area.row, area.width, area.height - band.height};
  }
  return {band.column == area.column ? band.right() : area.column, area.row, area.width - band.width, area.height};
}

std::optional<Rectangle> filled_band(const Problem& problem, const std::vector<bool>& taken, const Rectangle& area) {
  for (std::size_t i = 0; i < problem.fixed.size(); ++i) {
    if (taken[i]) continue;
    for (const Rectangle& band : bands_to(problem.fixed[i], area)) {
      const bool whole = band.width == area.width && band.height == area.height;
      if (!whole && is_filled(problem, taken, band)) return band;
    }
  }
  return std::nullopt;
}

/// Fixed things that are left get new numbers, in the relations too.
void leave_out(Problem& problem, const std::vector<bool>& taken, const Rectangle& area) {
  const int items = static_cast<int>(problem.items.size());
  std::vector<int> numbers;
  std::vector<Rectangle> left;
  for (std::size_t i = 0; i < problem.fixed.size(); ++i) {
    numbers.push_back(items + static_cast<int>(left.size()));
    if (taken[i]) continue;
    Rectangle at = problem.fixed[i];
    at.column -= area.column;
    at.row -= area.row;
    left.push_back(at);
  }
  for (Relation& relation : problem.relations) {
    for (int* thing : {&relation.first, &relation.second}) {
      if (*thing >= items) *thing = numbers[static_cast<std::size_t>(*thing - items)];
    }
  }
  problem.fixed = std::move(left);
}

}  // namespace

Inner without_bands(const Problem& problem) {
  Rectangle area{0, 0, problem.columns, problem.rows};
  std::vector<bool> taken(problem.fixed.size(), false);
  while (const std::optional<Rectangle> band = filled_band(problem, taken, area)) {
    for (std::size_t i = 0; i < taken.size(); ++i) taken[i] = taken[i] || within(problem.fixed[i], *band);
    area = rest(area, *band);
  }
  Inner inner{problem, area.column, area.row, problem.rows - area.height};
  leave_out(inner.problem, taken, area);
  inner.problem.columns = area.width;
  inner.problem.rows = area.height;
  for (Item& item : inner.problem.items) {
    if (item.last_row != std::numeric_limits<int>::max()) item.last_row -= area.row;
  }
  return inner;
}

}  // namespace paiban::makeup
